#!/usr/bin/env python3
"""The page of `tracktable serve`, driven in a real browser: Debian's Chromium through Playwright.

    Tests/Browser/browser.py --tracktable .build/debug/tracktable            the short round of `make test`
    Tests/Browser/browser.py --tracktable … --full [--pictures FOLDER]        every path in both languages, and axe-core

What is expected comes from the fixtures and from the words of the page, not from the server's own answers.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile

from playwright.sync_api import sync_playwright

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = os.path.join(ROOT, "fixtures/seeds")
GALLERY = os.path.join(ROOT, "fixtures/gallery")
TEXTS = json.load(open(os.path.join(ROOT, "Sources/CPageFiles/files/texts.json"), encoding="utf-8"))


def fixture(name):
    return os.path.join(ROOT, "fixtures", name)


class Server:
    """The command as a user starts it."""

    def __init__(self, program, *options):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--lang", "en", *options], stderr=subprocess.PIPE, text=True
        )
        self.address = re.search(r"http://\S+", self.process.stderr.readline()).group(0)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        status = self.process.wait(30)
        if not any(error):
            assert status == 143, f"ended with {status}"


class Page:
    """The page in one language, and everything that the browser complained about."""

    def __init__(self, browser, address, language, size=(1366, 768)):
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, accept_downloads=True, locale="zh-CN"
        )
        self.page = self.context.new_page()
        self.language = language
        self.complaints = []
        self.strangers = []
        self.page.on("console", self.note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self.watch)
        self.page.on("dialog", lambda dialog: dialog.accept())
        base, _, mark = address.partition("#")
        self.base = base
        self.page.goto(base + f"?lang={language}" + ("#" + mark if mark else ""))
        self.page.wait_for_selector("#intake:visible, #token:visible")
        self.until(lambda: self.page.get_attribute("html", "lang").startswith(language))

    def until(self, check, seconds=30):
        """Waits here: the page's own policy lets nobody evaluate a text in it."""
        deadline = time.monotonic() + seconds
        while not check():
            assert time.monotonic() < deadline, "waited in vain"
            self.page.wait_for_timeout(50)

    def note(self, message):
        # The first look for a session finds none, and says so to whoever has the console open.
        expected = "401" in message.text or "422" in message.text or "409" in message.text
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(message.text)

    def watch(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")) if hasattr(self, "base") else False:
            self.strangers.append(request.url)

    def say(self, key, **values):
        text = TEXTS[key][self.language]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def add(self, *paths):
        before = len(self.page.query_selector_all("#rows tr"))
        self.page.set_input_files("#files", list(paths))
        self.until(lambda: len(self.rows()) > before)
        self.page.wait_for_selector("#bar", state="hidden")

    def rows(self):
        return [row.inner_text() for row in self.page.query_selector_all("#rows tr")]

    def open(self, name):
        self.page.locator("#rows tr", has_text=name).first.get_by_role(
            "button", name=re.compile("^" + re.escape(self.say("open")))
        ).click()
        self.page.wait_for_selector("#page .sheet")
        # A pointer that rests on a cell lights it.
        self.page.mouse.move(2, 2)

    def take(self, selector):
        with self.page.expect_download() as download:
            self.page.click(selector)
        path = download.value.path()
        return download.value.suggested_filename, open(path, "rb").read()

    def cell(self, label):
        return self.page.locator(f"#page .cell[aria-label^='{label}：']").first

    def close(self):
        assert self.complaints == [], self.complaints
        assert self.strangers == [], self.strangers
        self.context.close()


def workbook(bytes):
    import io

    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(bytes))


def first_screen(page):
    assert page.page.title() == page.say("title")
    for key in ("intakeTitle", "chooseFiles", "chooseFolder", "paste", "template"):
        assert page.page.get_by_text(page.say(key), exact=True).is_visible(), key
    name, content = page.take("#template")
    sheet = workbook(content).worksheets[0]
    assert sheet["A1"].value == "财政项目支出绩效跟踪表", name


def files_come_in(page, folder):
    """Seeds, gallery files, a refused file and an archive, each as a line of the list."""
    page.add(os.path.join(SEEDS, "two-forms.tsv"))
    assert sum("住宅小区" in row for row in page.rows()) == 2, page.rows()
    gallery = sorted(name for name in os.listdir(GALLERY) if name.endswith(".xlsx"))[:3]
    page.add(*(os.path.join(GALLERY, name) for name in gallery))
    for name in gallery:
        assert any(name in row for row in page.rows()), name
    refused = os.path.join(folder, "坏.xlsx")
    open(refused, "w").write("no workbook <b>at all</b>")
    page.add(refused)
    row = next(row for row in page.rows() if "坏.xlsx" in row)
    assert page.say("refused") in row, row
    assert page.page.locator("#rows b", has_text="at all").count() == 0, "texts are no markup"
    archive = os.path.join(folder, "箱.zip")
    with zipfile.ZipFile(archive, "w") as zip:
        zip.write(os.path.join(SEEDS, "two-forms.tsv"), "一科/两张.tsv")
    page.add(archive)
    assert any("箱.zip/一科/两张.tsv" in row for row in page.rows()), page.rows()


def form_is_shown(page):
    """The page cell by cell, lit both ways with its source."""
    page.open("住宅小区（综合治理）修缮工程")
    texts = page.page.locator("#page .sheet td").all_inner_texts()
    for text in ("住宅小区（综合治理）修缮工程", "6883.62", "48.52", "=100.00(%)", "确定能完成"):
        assert text in texts, text
    total = page.cell("年度资金总额 · 年初预算数")
    total.focus()
    lit = page.page.locator("#source td.lit").all_inner_texts()
    assert lit == ["6883.62"], lit
    source = page.page.locator("#source .cell", has_text="3296.59").first
    source.hover()
    lit = page.page.locator("#page td.lit").all_inner_texts()
    assert lit == ["3296.59"], lit
    source.click()
    label = page.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("年度资金总额 · 跟踪期执行数"), label
    page.page.click("#back")


def value_is_typed_over(page):
    page.open("住宅小区（综合治理）修缮工程")
    cell = page.cell("年度资金总额 · 年初预算数")
    cell.focus()
    page.page.keyboard.press("Enter")
    page.page.keyboard.type("not a number")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#message .notice")
    page.page.keyboard.press("Escape")
    assert page.cell("年度资金总额 · 年初预算数").inner_text() == "6883.62"
    page.cell("年度资金总额 · 年初预算数").dblclick()
    page.page.keyboard.type("6800")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#page td.typed")
    assert page.cell("年度资金总额 · 年初预算数").inner_text() == "6800.00"
    findings = page.page.locator("#findings .finding").all_inner_texts()
    typed = next(text for text in findings if "6800.00" in text and "6883.62" in text)
    assert page.say("severity-warning") in typed, typed
    page.page.locator("#findings button", has_text="6800.00").first.click()
    label = page.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label.startswith("年度资金总额 · 年初预算数"), label
    name, content = page.take("[data-one=forms]")
    values = [cell.value for row in workbook(content).worksheets[0].iter_rows() for cell in row]
    assert 6800 in values and "住宅小区（综合治理）修缮工程" in values
    name, content = page.take("[data-one=review]")
    comments = [c.comment.text for row in workbook(content).worksheets[0].iter_rows() for c in row if c.comment]
    assert any("6883.62" in text for text in comments), comments
    page.page.click("#back")


def everything_is_taken_away(page):
    for output, kind in (
        ("forms", zipfile.is_zipfile), ("review", zipfile.is_zipfile), ("ledger", zipfile.is_zipfile),
        ("corrections", zipfile.is_zipfile), ("json", None), ("corrections-page", None),
    ):
        name, content = page.take(f"[data-output={output}]")
        assert len(content) > 500, output
        if output == "json":
            assert len(json.loads(content)["forms"]) >= 5
        elif output == "corrections-page":
            assert content.lower().startswith(b"<!doctype html")
        else:
            import io

            assert kind(io.BytesIO(content)), output


HTML = """<table><tr><td colspan="4">财政项目支出绩效跟踪表</td></tr>
<tr><td>项目名称</td><td colspan="3">粘贴来的<br>项目</td></tr>
<tr><td rowspan="2">年度总体目标</td><td>预期目标</td><td colspan="2">跟踪期实际完成情况</td></tr>
<tr><td>河水变清</td><td colspan="2">已经变清</td></tr></table>"""


def table_is_pasted(page):
    paste = """([html, text]) => {
      const data = new DataTransfer();
      if (html) data.setData("text/html", html);
      data.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
    }"""
    before = len(page.rows())
    page.page.evaluate(paste, [HTML, "x"])
    page.until(lambda: len(page.rows()) > before)
    page.open("粘贴来的项目")
    texts = page.page.locator("#page .sheet td").all_inner_texts()
    assert "已经变清" in texts and "河水变清" in texts
    merged = page.page.locator("#source td[rowspan='2']")
    assert merged.inner_text() == "年度总体目标"
    page.page.click("#back")
    before = len(page.rows())
    page.page.click("#paste")
    page.page.fill("#paste-text", "财政项目支出绩效跟踪表\n项目名称\t文字粘贴项目\n年度资金总额\t5")
    page.page.click("#paste-dialog button.main")
    page.until(lambda: len(page.rows()) > before)
    assert any("文字粘贴项目" in row for row in page.rows())


def files_are_dropped(page, folder):
    before = len(page.rows())
    page.page.evaluate(
        """([name, text]) => {
          const data = new DataTransfer();
          data.items.add(new File([text], name));
          for (const kind of ["dragover", "drop"])
            document.getElementById("drop").dispatchEvent(
              new DragEvent(kind, {dataTransfer: data, bubbles: true, cancelable: true}));
        }""",
        ["拖来的.tsv", open(os.path.join(SEEDS, "two-forms.tsv"), encoding="utf-8").read()],
    )
    page.until(lambda: len(page.rows()) > before)
    assert any("拖来的.tsv" in row for row in page.rows())
    inside = os.path.join(folder, "收件")
    os.makedirs(os.path.join(inside, "二科"), exist_ok=True)
    open(os.path.join(inside, "二科", "乙.tsv"), "w").write(open(os.path.join(SEEDS, "two-forms.tsv")).read())
    open(os.path.join(inside, "~$乙.tsv"), "w").write("lock")
    before = len(page.rows())
    page.page.set_input_files("#folder", inside)
    page.until(lambda: len(page.rows()) > before)
    assert any("收件/二科/乙.tsv" in row for row in page.rows()), page.rows()
    assert not any("~$" in row for row in page.rows())


def language_is_switched(page):
    page.page.click("#language")
    other = "en" if page.language == "zh" else "zh"
    assert page.page.inner_text("#intake-title") == TEXTS["intakeTitle"][other]
    page.page.click("#language")
    assert page.page.inner_text("#intake-title") == TEXTS["intakeTitle"][page.language]


def page_is_loaded_again(page):
    rows = len(page.rows())
    page.page.reload()
    page.until(lambda: len(page.rows()) == rows)


def keyboard_is_enough(page):
    """From the first tab to a value typed over, without a pointer."""
    page.page.locator("#rows button").first.focus()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#page .sheet")
    assert page.page.evaluate("document.activeElement.id") == "form-title"
    for _ in range(12):
        page.page.keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.classList.contains('cell')"):
            break
    assert page.page.evaluate("document.activeElement.classList.contains('cell')")
    page.page.keyboard.press("F2")
    assert page.page.evaluate("document.activeElement.tagName") in ("TEXTAREA", "SELECT")
    page.page.keyboard.press("Escape")
    assert page.page.evaluate("document.activeElement.classList.contains('cell')")
    page.page.click("#back")


def session_is_ended(page):
    page.page.click("#end")
    page.page.wait_for_selector("#list", state="hidden")
    assert page.rows() == []


def token_is_asked_for(browser, program, folder):
    token = os.path.join(folder, "token.txt")
    open(token, "w").write("0123456789abcdef\n")
    with Server(program, "--token-file", token) as server:
        base, mark = server.address.split("#")
        assert mark == "token=0123456789abcdef"
        page = Page(browser, base, "zh")
        page.page.fill("#token-text", "wrong")
        page.page.click("#token button")
        page.page.wait_for_selector("#message .notice")
        page.page.fill("#token-text", "0123456789abcdef")
        page.page.click("#token button")
        page.page.wait_for_selector("#intake:visible")
        page.close()
        page = Page(browser, server.address, "en")
        page.page.wait_for_selector("#intake:visible")
        assert "token" not in page.page.url, "the token does not stay in the address"
        page.close()


def printed_page_is_the_workbook(page, folder):
    """The page as PDF against the workbook as PDF: the same words, cell for cell in the order of reading."""
    name, content = page.take("[data-one=forms]")
    book = os.path.join(folder, "form.xlsx")
    open(book, "wb").write(content)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", "pdf", "--outdir", folder, book],
        check=True, capture_output=True, timeout=180,
    )
    printed = os.path.join(folder, "printed.pdf")
    page.page.pdf(path=printed, prefer_css_page_size=True)

    def pages(path):
        text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True).stdout
        return [sorted("".join(text.split())) for text in text.split("\f") if text.strip()]

    ours, theirs = pages(printed), pages(os.path.join(folder, "form.pdf"))
    assert len(ours) == len(theirs), (len(ours), len(theirs))
    for number, (one, other) in enumerate(zip(ours, theirs)):
        assert one == other, f"page {number + 1} has other words"
    cells = page.page.locator("#page .sheet td").evaluate_all("cells => cells.map(cell => [cell.dataset.range, cell.innerText])")
    sheet = workbook(content).worksheets[0]
    merges = {str(merge) for merge in sheet.merged_cells.ranges}
    from openpyxl.utils import get_column_letter as letter

    drawn = set()
    for place, text in cells:
        row, column, rows, columns = map(int, place.split(","))
        first = f"{letter(column + 1)}{row + 1}"
        value = sheet[first].value
        if isinstance(value, (int, float)):
            assert abs(float(text) - value) < 1e-9, (first, text, value)
        else:
            assert (value or "") == text, (first, text, value)
        if rows * columns > 1:
            drawn.add(f"{first}:{letter(column + columns)}{row + rows}")
    assert drawn == merges, drawn ^ merges


def accessibility(page):
    """axe-core without a serious finding, on every screen."""
    from axe_playwright_python.sync_playwright import Axe

    found = []
    for violation in Axe().run(page.page).response["violations"]:
        if violation["impact"] in ("serious", "critical"):
            found.append((violation["id"], [node["html"][:150] for node in violation["nodes"]][:3]))
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)


def short(browser, program, folder):
    with Server(program) as server:
        page = Page(browser, server.address, "zh")
        first_screen(page)
        files_come_in(page, folder)
        form_is_shown(page)
        value_is_typed_over(page)
        language_is_switched(page)
        session_is_ended(page)
        page.close()


def full(browser, program, folder, pictures):
    for language in ("zh", "en"):
        with Server(program) as server:
            page = Page(browser, server.address, language)
            first_screen(page)
            accessibility(page)
            picture(page, pictures, "start", language)
            files_come_in(page, folder)
            accessibility(page)
            picture(page, pictures, "list", language)
            form_is_shown(page)
            value_is_typed_over(page)
            page.open("住宅小区（综合治理）修缮工程")
            accessibility(page)
            page.cell("年度资金总额 · 年初预算数").focus()
            picture(page, pictures, "form", language)
            page.cell("年度资金总额 · 跟踪期预算数").dblclick()
            accessibility(page)
            picture(page, pictures, "typing", language)
            page.page.keyboard.press("Escape")
            printed_page_is_the_workbook(page, folder)
            page.page.set_viewport_size({"width": 390, "height": 844})
            accessibility(page)
            picture(page, pictures, "phone", language)
            width = page.page.evaluate("document.documentElement.scrollWidth")
            assert width <= 390, f"the page is {width} wide on a phone"
            page.page.set_viewport_size({"width": 1366, "height": 768})
            page.page.click("#back")
            everything_is_taken_away(page)
            table_is_pasted(page)
            files_are_dropped(page, folder)
            language_is_switched(page)
            page_is_loaded_again(page)
            keyboard_is_enough(page)
            session_is_ended(page)
            page.close()
    token_is_asked_for(browser, program, folder)


def picture(page, folder, name, language):
    if folder and language == "zh":
        page.page.screenshot(path=os.path.join(folder, name + ".png"))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tracktable", required=True)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--pictures", help="a folder for pictures of the main views")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        if options.full:
            full(browser, options.tracktable, folder, options.pictures)
        else:
            short(browser, options.tracktable, folder)
        browser.close()
    print("1 passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
