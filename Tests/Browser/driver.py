"""The command's server as a user starts it, and the page in a browser as a user sees it."""

import io
import json
import os
import re
import subprocess
import time

import openpyxl

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEED = os.path.join(ROOT, "fixtures/seeds/two-forms.tsv")
PROJECT = "住宅小区（综合治理）修缮工程"
TEXTS = json.load(open(os.path.join(ROOT, "Sources/CPageFiles/files/texts.json"), encoding="utf-8"))


def fixture(name):
    return os.path.join(ROOT, "fixtures", name)


def workbook(content):
    return openpyxl.load_workbook(io.BytesIO(content))


class Server:
    """The command, which has to end in good order."""

    def __init__(self, program, *options):
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--lang", "en", *options], stderr=subprocess.PIPE, text=True
        )
        self.address = re.search(r"http://\S+", self.process.stderr.readline()).group(0)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.process.terminate()
        status = self.process.wait(60)
        if not any(error):
            assert status == 143, f"ended with {status}"


class Page:
    """The page in one language, and everything that the browser complained about."""

    def __init__(self, browser, address, language, size=(1366, 768), is_phone=False):
        self.context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, accept_downloads=True, locale="zh-CN", has_touch=is_phone,
            is_mobile=is_phone,
        )
        self.page = self.context.new_page()
        self.language = language
        self.complaints = []
        self.strangers = []
        self.base, _, mark = address.partition("#")
        self.page.on("console", self.note)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", self.watch)
        # Listened to from the beginning: the browser is told to hand them over only some time after it was asked to.
        self.choosers = []
        self.page.on("filechooser", lambda chooser: self.choosers.append(chooser))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.goto(self.base + f"?lang={language}" + ("#" + mark if mark else ""))
        self.page.wait_for_selector("#intake:visible, #token:visible")
        self.until(lambda: self.page.get_attribute("html", "lang").startswith(language))

    def until(self, check, seconds=60):
        """Waits here: the page's own policy lets nobody evaluate a text in it."""
        deadline = time.monotonic() + seconds
        while not check():
            assert time.monotonic() < deadline, "waited in vain"
            self.page.wait_for_timeout(50)

    def note(self, message):
        # What the server refuses the browser says to whoever has the console open; and on an address without TLS it passes over a header.
        expected = re.search(r"status of (401|409|413|422)|Cross-Origin-Opener-Policy header has been ignored", message.text)
        if message.type in ("error", "warning") and not expected:
            self.complaints.append(message.text)

    def watch(self, request):
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.strangers.append(request.url)

    def say(self, key, **values):
        text = TEXTS[key][self.language]
        for name, value in values.items():
            text = text.replace("{" + name + "}", str(value))
        return text

    def rows(self):
        return [row.inner_text() for row in self.page.query_selector_all("#rows tr")]

    def add(self, *paths):
        before = len(self.rows())
        self.page.set_input_files("#files", list(paths))
        self.settle(before)

    def drop(self, *paths):
        """Files and folders dragged in from outside, as the browser itself hands them over."""
        before = len(self.rows())
        box = self.page.locator("#drop").bounding_box()
        session = self.context.new_cdp_session(self.page)
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send(
                "Input.dispatchDragEvent",
                {
                    "type": kind, "x": box["x"] + 20, "y": box["y"] + 10,
                    "data": {"items": [], "files": list(paths), "dragOperationsMask": 1},
                },
            )
        session.detach()
        self.settle(before)

    def paste(self, html, text):
        """Copied elsewhere, and Ctrl+V where the focus is."""
        self.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=self.base.rstrip("/"))
        self.page.evaluate(
            """([html, text]) => {
              const kinds = {"text/plain": new Blob([text], {type: "text/plain"})};
              if (html) kinds["text/html"] = new Blob([html], {type: "text/html"});
              return navigator.clipboard.write([new ClipboardItem(kinds)]);
            }""",
            [html, text],
        )
        self.page.keyboard.press("Control+V")

    def settle(self, before):
        """Until there are more rows than before and nothing more comes."""
        self.until(lambda: len(self.rows()) > before)
        self.page.wait_for_selector("#bar", state="hidden")

    def open(self, name):
        self.page.locator("#rows tr", has_text=name).first.get_by_role(
            "button", name=re.compile("^" + re.escape(self.say("open")))
        ).click()
        self.page.wait_for_selector("#page .sheet")
        # A pointer that rests on a cell lights it.
        self.page.mouse.move(2, 2)

    def back(self):
        self.page.click("#back")

    def take(self, selector):
        with self.page.expect_download() as download:
            self.page.click(selector)
        return download.value.suggested_filename, open(download.value.path(), "rb").read()

    def cell(self, label):
        return self.page.locator(f"#page .cell[aria-label^='{label}：']").first

    def focused(self):
        return self.page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.id")

    def texts(self):
        return self.page.locator("#page .sheet td").all_inner_texts()

    def close(self):
        assert self.complaints == [], self.complaints
        assert self.strangers == [], self.strangers
        self.context.close()
