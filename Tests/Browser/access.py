"""For everybody: axe-core, the keyboard alone, a phone, and a token on an address that others reach."""

import json
import os
import subprocess

from axe_playwright_python.sync_playwright import Axe
from driver import PROJECT, SEED, Page, Server


def accessibility(page):
    """axe-core without a serious finding."""
    found = []
    for violation in Axe().run(page.page).response["violations"]:
        if violation["impact"] in ("serious", "critical"):
            found.append((violation["id"], [node["html"][:150] for node in violation["nodes"]][:3]))
    assert found == [], json.dumps(found, ensure_ascii=False, indent=1)


def keyboard_is_enough(page):
    """From the beginning of the page to a form, a value typed over and back, by the keys alone."""
    keys = page.page.keyboard

    def tab_to(check, most):
        for _ in range(most):
            keys.press("Tab")
            if check():
                return
        raise AssertionError("no key leads there; the focus is on " + str(page.focused()))

    def is_cell():
        return page.page.evaluate("document.activeElement.classList.contains('cell')")

    page.page.locator("#main").focus()
    tab_to(lambda: page.focused() == "choose-files", 5)
    keys.press("Enter")
    page.until(lambda: len(page.choosers) == 1)
    assert page.choosers[0].is_multiple()
    tab_to(lambda: page.page.evaluate("document.activeElement.dataset.output") == "forms", 10)
    with page.page.expect_download():
        keys.press("Enter")
    tab_to(lambda: (page.focused() or "").startswith(page.say("openForm", name=PROJECT)), 40)
    keys.press("Enter")
    page.page.wait_for_selector("#page .sheet")
    page.until(lambda: page.focused() == "form-title")
    tab_to(is_cell, 12)
    keys.press("F2")
    assert page.page.evaluate("document.activeElement.tagName") in ("TEXTAREA", "SELECT")
    keys.press("Escape")
    assert is_cell()
    keys.press("Enter")
    keys.type("2024年1月至9月")
    keys.press("Enter")
    page.page.wait_for_selector("#page td.typed")
    assert is_cell() and "2024-9" in page.focused(), page.focused()
    keys.press("Enter")
    tab_to(lambda: page.page.evaluate("document.activeElement.textContent") == page.say("takeBack"), 4)
    keys.press("Enter")
    page.page.wait_for_selector("#page td.typed", state="detached")
    for _ in range(12):
        keys.press("Shift+Tab")
        if page.focused() == "back":
            break
    keys.press("Enter")
    assert page.focused() == "list-title" and page.page.is_visible("#list")


def phone(browser, address, language, picture):
    """Tapped through at the size of a phone: nothing is wider than the screen."""
    page = Page(browser, address, language, size=(390, 844), is_phone=True)

    def fits():
        width = page.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"the page is {width} wide on a phone"
        accessibility(page)

    fits()
    page.add(SEED)
    fits()
    page.page.locator("#rows button").first.tap()
    page.page.wait_for_selector("#page .sheet")
    fits()
    picture(page, "phone")
    cell = page.cell("年度资金总额 · 年初预算数")
    cell.scroll_into_view_if_needed()
    cell.tap()
    assert page.page.locator("#page .edit").count() == 0
    cell.tap()
    page.page.wait_for_selector("#page .edit textarea")
    fits()
    page.page.fill("#page .edit textarea", "6800")
    page.page.get_by_role("button", name=page.say("save"), exact=True).tap()
    page.until(lambda: page.cell("年度资金总额 · 年初预算数").inner_text() == "6800.00")
    page.page.locator("#back").tap()
    page.page.locator("#end").tap()
    page.page.wait_for_selector("#list", state="hidden")
    page.close()


def own_address():
    """An address of this machine by which others reach it; nil where it has none."""
    words = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    return next((word for word in words if "." in word), None)


def token_is_asked_for(browser, program, folder):
    token = os.path.join(folder, "token.txt")
    open(token, "w").write("0123456789abcdef\n")
    host = own_address() or "127.0.0.1"
    for language in ("zh", "en"):
        with Server(program, "--host", "0.0.0.0", "--token-file", token) as server:
            base, mark = server.address.replace("127.0.0.1", host).split("#")
            assert mark == "token=0123456789abcdef"
            page = Page(browser, base, language)
            accessibility(page)
            assert not page.page.is_visible("#intake")
            page.page.fill("#token-text", "wrong")
            page.page.click("#token button")
            page.page.wait_for_selector("#message .notice")
            page.page.fill("#token-text", "0123456789abcdef")
            page.page.click("#token button")
            page.page.wait_for_selector("#intake:visible")
            page.add(SEED)
            page.open(PROJECT)
            name, content = page.take("[data-one=forms]")
            assert content.startswith(b"PK")
            page.close()
            page = Page(browser, base + "#" + mark, language)
            page.page.wait_for_selector("#intake:visible")
            assert "token" not in page.page.url, "the token does not stay in the address"
            page.close()
    with Server(program, "--host", "0.0.0.0") as server:
        page = Page(browser, server.address.replace("127.0.0.1", host), "zh")
        page.page.wait_for_selector("#intake:visible")
        page.close()
