#!/usr/bin/env python3
"""The page of `tracktable serve`, driven in a real browser: Debian's Chromium through Playwright.

    Tests/Browser/browser.py --tracktable .build/debug/tracktable            the short round of `make test`
    Tests/Browser/browser.py --tracktable … --full [--pictures FOLDER]        every path in both languages, and axe-core

What is expected comes from the fixtures and from the words of the page, not from the server's own answers.
"""

import argparse
import os
import sys
import tempfile

import access
import files
import forms
import printed
from driver import PROJECT, Page, Server
from playwright.sync_api import sync_playwright


def short(browser, program, folder):
    with Server(program, "--office", "none") as server:
        page = Page(browser, server.address, "zh")
        files.first_screen(page)
        files.files_come_in(page, folder)
        files.texts_are_no_markup(page, folder)
        forms.form_is_shown(page)
        forms.value_is_typed_over(page)
        files.language_is_switched(page)
        files.session_is_ended(page, folder)
        page.close()


def full(browser, program, folder, picture):
    for language in ("zh", "en"):
        with Server(program) as server:
            page = Page(browser, server.address, language)
            files.first_screen(page)
            access.accessibility(page)
            picture(page, "start")
            files.files_come_in(page, folder)
            access.accessibility(page)
            picture(page, "list")
            files.other_archives_and_documents(page, folder)
            files.archive_under_another_name(page, folder)
            files.too_large_is_a_row(page, folder)
            files.texts_are_no_markup(page, folder)
            forms.form_is_shown(page)
            forms.marks_are_those_of_the_review_copy(page, os.path.join(files.GALLERY, "dates-as-cells.xlsx"), "体育赛事组织")
            forms.findings_are_those_of_the_report(page, folder)
            forms.finding_without_a_field(page, folder)
            forms.values_one_behind_the_other(page)
            forms.option_is_chosen(page)
            access.keyboard_is_enough(page)
            forms.value_is_typed_over(page)
            a_form_in_pictures(page, picture)
            printed.page_is_the_workbook(page, folder, PROJECT)
            # What is printed is Chinese whatever the words around it are.
            for project in printed.LONG if language == "zh" else ():
                page.add(printed.long_form(folder, project))
                printed.page_is_the_workbook(page, folder, project)
            files.everything_is_taken_away(page)
            files.table_is_pasted(page)
            files.files_are_dropped(page, folder)
            files.order_stays(page, folder)
            files.language_is_switched(page)
            page.page.click("#paste")
            access.accessibility(page)
            page.page.keyboard.press("Escape")
            files.session_that_has_gone(page)
            files.session_is_ended(page, folder)
            page.close()
            access.phone(browser, server.address, language, picture)
        with Server(program, "--office", "none", "--bsdtar", "none") as server:
            page = Page(browser, server.address, language)
            files.without_other_programs(page, folder)
            files.server_has_gone(page, server)
            page.close()
        print(f"{language}: every path", flush=True)
    access.token_is_asked_for(browser, program, folder)
    print("token: every path", flush=True)


def a_form_in_pictures(page, picture):
    page.open(PROJECT)
    access.accessibility(page)
    page.cell("年度资金总额 · 年初预算数").focus()
    picture(page, "form")
    page.cell("年度资金总额 · 跟踪期预算数").dblclick()
    access.accessibility(page)
    picture(page, "typing")
    page.page.keyboard.press("Escape")
    page.back()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tracktable", required=True)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--pictures", help="a folder for pictures of the main views")
    options = parser.parse_args()

    def picture(page, name):
        if options.pictures and page.language == "zh":
            page.page.screenshot(path=os.path.join(options.pictures, name + ".png"))

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        if options.full:
            full(browser, options.tracktable, folder, picture)
        else:
            short(browser, options.tracktable, folder)
        browser.close()
    print("1 passed, 0 failed")


if __name__ == "__main__":
    sys.exit(main())
