"""Files come in by every way, stand on the list, and are taken away."""

import io
import json
import os
import re
import subprocess
import zipfile

import docx
from driver import PROJECT, SEED, TEXTS, fixture, workbook

GALLERY = fixture("gallery")


def first_screen(page):
    assert page.page.title() == page.say("title")
    for key in ("intakeTitle", "drop", "chooseFiles", "chooseFolder", "paste", "template"):
        assert page.page.get_by_text(page.say(key), exact=True).is_visible(), key
    name, content = page.take("#template")
    sheet = workbook(content).worksheets[0]
    assert sheet["A1"].value == "财政项目支出绩效跟踪表", name


def files_come_in(page, folder):
    """Seeds, gallery files, a refused file and an archive, each as a line of the list."""
    page.add(SEED)
    assert sum("住宅小区" in row for row in page.rows()) == 2, page.rows()
    gallery = sorted(name for name in os.listdir(GALLERY) if name.endswith(".xlsx"))[:3]
    page.add(*(os.path.join(GALLERY, name) for name in gallery))
    for name in gallery:
        assert any(name in row for row in page.rows()), name
    refused = os.path.join(folder, "坏.xlsx")
    open(refused, "w").write("no workbook <b>at all</b>")
    page.add(refused)
    row = next(row for row in page.rows() if "坏.xlsx" in row)
    # Why, and what to do.
    assert page.say("refused") in row and len(re.findall(r"[。.](?=\s|$)", row)) >= 2, row
    assert page.page.locator("#rows b", has_text="at all").count() == 0, "texts are no markup"
    archive = os.path.join(folder, "箱.zip")
    with zipfile.ZipFile(archive, "w") as zip:
        zip.write(SEED, "一科/两张.tsv")
    page.add(archive)
    assert any("箱.zip/一科/两张.tsv" in row for row in page.rows()), page.rows()


def other_archives_and_documents(page, folder):
    """What bsdtar unpacks and LibreOffice converts, with both of them at work."""
    page.add(fixture("archives/form.7z"), fixture("archives/names.rar"))
    assert any("form.7z/收件/表.csv" in row and "道路养护" in row for row in page.rows()), page.rows()
    assert any("names.rar/一科/表.csv" in row for row in page.rows()), page.rows()
    written = docx.Document()
    written.add_paragraph("财政项目支出绩效跟踪表")
    rows = [["项目名称", "文档里的项目", ""], ["年度总体目标", "预期目标", "跟踪期实际完成情况"], ["", "河水变清", "已经变清"]]
    table = written.add_table(rows=3, cols=3)
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    written.save(os.path.join(folder, "文档.docx"))

    def convert(source, kind):
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", kind, "--outdir", folder, source],
            check=True, capture_output=True, timeout=180,
        )
        return os.path.splitext(os.path.join(folder, os.path.basename(source)))[0] + "." + kind

    # LibreOffice loses tables on its way from .docx to .doc, and not from .odt.
    text = convert(os.path.join(folder, "文档.docx"), "odt")
    sheet = convert(os.path.join(GALLERY, "labels-above-values.xlsx"), "ods")
    documents = [text, convert(text, "doc"), convert(text, "rtf")]
    for path, project in ((sheet, "夜间照明节能改造"), *((document, "文档里的项目") for document in documents)):
        page.add(path)
        row = next(row for row in page.rows() if os.path.basename(path) in row)
        assert project in row, row
        page.open(os.path.basename(path))
        assert project in page.texts() and page.page.locator("#source td").count() > 6
        page.back()


def without_other_programs(page, folder):
    """What LibreOffice or bsdtar would have read is refused in words, with what to do."""
    web = os.path.join(folder, "网页.html")
    open(web, "w", encoding="utf-8").write("<html><body>" + HTML + "</body></html>")
    page.add(web, fixture("archives/form.7z"))
    for name, words in (("网页.html", "HTML"), ("form.7z", "7z")):
        row = next(row for row in page.rows() if name in row)
        assert page.say("refused") in row and words in row, row
        assert "WPS" in row or ("解压" if page.language == "zh" else "Unpack") in row, row
        assert "file." not in row and "office." not in row, row


def archive_under_another_name(page, folder):
    """What cannot be read in it is said where its forms are: the file counts as read."""
    path = os.path.join(folder, "箱子.xlsx")
    with zipfile.ZipFile(path, "w") as zip:
        zip.write(SEED, "甲.tsv")
        zip.writestr("坏.csv", "nothing here")
    page.add(path)
    row = next(row for row in page.rows() if "箱子.xlsx" in row)
    assert page.say("errors", count=1) in row, row
    page.open("箱子.xlsx")
    findings = page.page.locator("#findings .finding").all_inner_texts()
    assert page.say("severity-error") in findings[0] and "坏.csv" in findings[0], findings
    page.back()


def too_large_is_a_row(page, folder):
    """A file that the server does not take is a line of the list that says so, and the next one is read."""
    large = os.path.join(folder, "很大.csv")
    with open(large, "wb") as file:
        file.truncate(70_000_000)
    page.add(large)
    row = next(row for row in page.rows() if "很大.csv" in row)
    assert page.say("refused") in row and "64 MB" in row, row
    page.page.locator("#rows tr", has_text="很大.csv").get_by_role("button").click()
    page.until(lambda: not any("很大.csv" in row for row in page.rows()))


def texts_are_no_markup(page, folder):
    """A form whose texts are script is shown as it is, and nothing of it runs."""
    script = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    path = os.path.join(folder, "<b>脚本.tsv")
    open(path, "w").write(open(SEED, encoding="utf-8").read().replace(PROJECT, script))
    page.add(path)
    page.open("onerror")
    assert script in page.texts(), page.texts()[:8]
    assert page.page.locator("#page img, #source img, #findings img, #form-title img, main script").count() == 0
    page.back()
    before = len(page.rows())
    page.page.locator("#rows tr", has_text="脚本.tsv").get_by_role("button", name=page.say("removeFile", name="<b>脚本.tsv")).click()
    page.until(lambda: len(page.rows()) == before - 2)


def everything_is_taken_away(page):
    for output, kind in (
        ("forms", "zip"), ("review", "zip"), ("ledger", "xlsx"), ("corrections", "xlsx"), ("json", "json"), ("corrections-page", "html"),
    ):
        name, content = page.take(f"[data-output={output}]")
        assert len(content) > 500 and name.endswith("." + kind), (output, name)
        if output == "json":
            assert len(json.loads(content)["forms"]) >= 5
        elif output == "corrections-page":
            assert content.lower().startswith(b"<!doctype html")
        elif kind == "xlsx":
            assert workbook(content).worksheets
        else:
            for inner in zipfile.ZipFile(io.BytesIO(content)).namelist():
                assert workbook(zipfile.ZipFile(io.BytesIO(content)).read(inner)).worksheets, inner


HTML = """<table><tr><td colspan="4">财政项目支出绩效跟踪表</td></tr>
<tr><td>项目名称</td><td colspan="3">粘贴来的<br>项目</td></tr>
<tr><td rowspan="2">年度总体目标</td><td>预期目标</td><td colspan="2">跟踪期实际完成情况</td></tr>
<tr><td>河水变清</td><td colspan="2">已经变清</td></tr></table>"""


def table_is_pasted(page):
    """Out of a document with its merges, and as text; on the page, and into the box for it."""
    before = len(page.rows())
    page.paste(HTML, "x")
    page.settle(before)
    page.open("粘贴来的项目")
    assert "已经变清" in page.texts() and "河水变清" in page.texts()
    assert page.page.locator("#source td[rowspan='2']").inner_text() == "年度总体目标"
    page.back()
    before = len(page.rows())
    page.paste(None, "财政项目支出绩效跟踪表\n项目名称\t文字粘贴项目\n年度资金总额\t5")
    page.settle(before)
    assert any("文字粘贴项目" in row for row in page.rows())
    # A word is no table.
    before = len(page.rows())
    page.paste(None, "项目名称")
    page.page.wait_for_timeout(300)
    assert len(page.rows()) == before
    page.page.click("#paste")
    page.paste(HTML.replace("粘贴来的", "框里粘贴的"), "x")
    page.settle(before)
    assert any("框里粘贴的项目" in row for row in page.rows()) and not page.page.is_visible("#paste-dialog")
    before = len(page.rows())
    page.page.click("#paste")
    page.page.fill("#paste-text", "财政项目支出绩效跟踪表\n项目名称\t打字的项目\n年度资金总额\t5")
    page.page.click("#paste-dialog button.main")
    page.settle(before)
    assert any("打字的项目" in row for row in page.rows())


def files_are_dropped(page, folder):
    """A file, a folder in a folder, and an archive, dragged in from outside; and a folder that is chosen."""
    seed = open(SEED, encoding="utf-8").read()
    inside = os.path.join(folder, "收件")
    os.makedirs(os.path.join(inside, "二科", "三组"), exist_ok=True)
    for name, text in (("二科/乙.tsv", seed), ("二科/三组/丙.tsv", seed), ("~$乙.tsv", "lock"), ("二科/.DS_Store", "x")):
        open(os.path.join(inside, name), "w", encoding="utf-8").write(text)
    single = os.path.join(folder, "拖来的.tsv")
    open(single, "w", encoding="utf-8").write(seed)
    archive = os.path.join(folder, "拖来的箱.zip")
    with zipfile.ZipFile(archive, "w") as zip:
        zip.write(SEED, "甲.tsv")
    before = len(page.rows())
    page.drop(single, inside, archive)
    names = sorted(filter(None, (row.split("\t")[0] for row in page.rows()[before:])))
    assert names == sorted(["拖来的.tsv", "收件/二科/乙.tsv", "收件/二科/三组/丙.tsv", "拖来的箱.zip/甲.tsv"]), names
    before = len(page.rows())
    page.page.set_input_files("#folder", inside)
    page.settle(before)
    names = sorted(filter(None, (row.split("\t")[0] for row in page.rows()[before:])))
    assert names == sorted(["收件/二科/乙.tsv", "收件/二科/三组/丙.tsv"]), names


def order_stays(page, folder):
    """Files stand in the order in which they were given, whichever is done first, and so they do when the page is loaded again."""
    names = [f"第{number:02}个.tsv" for number in range(12)]
    for number, name in enumerate(names):
        text = open(SEED, encoding="utf-8").read()
        # The first are the slowest.
        open(os.path.join(folder, name), "w").write(text + "\n" * 40_000 * (number < 3))
    before = page.rows()
    page.add(*(os.path.join(folder, name) for name in names))
    rows = page.rows()
    assert rows[: len(before)] == before
    assert [row.split("\t")[0] for row in rows[len(before) :: 2]] == names, rows
    page.page.reload()
    page.until(lambda: len(page.rows()) == len(rows))
    assert page.rows() == rows


def language_is_switched(page):
    page.page.click("#language")
    other = "en" if page.language == "zh" else "zh"
    assert page.page.inner_text("#intake-title") == TEXTS["intakeTitle"][other]
    assert any(TEXTS["refused"][other] in row for row in page.rows())
    page.page.click("#language")
    assert page.page.inner_text("#intake-title") == TEXTS["intakeTitle"][page.language]


def session_that_has_gone(page):
    """Who comes back after the session has ended is told so, and goes on."""
    assert page.context.request.delete(page.base + "session", headers={"Origin": page.base.rstrip("/")}).ok
    page.page.set_input_files("#files", SEED)
    page.until(lambda: len(page.rows()) == 2 and "住宅小区" in page.rows()[0])
    assert page.page.locator("#message .notice").inner_text().strip() != ""
    page.open(PROJECT)
    page.back()


def server_has_gone(page, server):
    """It is said, and nothing that stands on the page is lost."""
    page.add(SEED)
    rows = page.rows()
    server.process.terminate()
    assert server.process.wait(60) == 143
    page.page.click("#template")
    page.page.wait_for_selector("#message .notice")
    assert page.say("lost") in page.page.inner_text("#message")
    assert page.rows() == rows
    page.complaints = [text for text in page.complaints if "ERR_CONNECTION_REFUSED" not in text]


def session_is_ended(page, folder):
    """Clearing the page stops what is on its way, too."""
    path = os.path.join(folder, "后来.tsv")
    open(path, "w").write(open(SEED, encoding="utf-8").read())
    page.page.set_input_files("#files", [path] * 30)
    page.page.click("#end")
    page.page.wait_for_selector("#list", state="hidden")
    page.page.wait_for_timeout(500)
    assert page.rows() == []
    page.page.reload()
    page.page.wait_for_selector("#intake:visible")
    page.page.wait_for_timeout(300)
    assert page.rows() == []
