"""Workbooks of Excel 5.0 and 95, whose texts are in a code page, and streams that programs write by themselves."""

from fixture import cell, finding, text, write
from records import (EOF, GLOBALS, SST, WORKSHEET, Book, bof, boolean, formula, label5, label_sst, merges, number, record, rk, rk_cell,
                     special, u8, u16)


def book5(codepage, encoding, shown, **options):
    data = shown.encode(encoding)
    name = "Sheet1".encode(encoding if codepage == 1200 else "ascii")
    return Book(5, codepage, **options).sheet(
        name, label5(0, 0, data), record(0xD6, u16(0, 1, 0), u16(len(data)), data, u8(1), u8(0, 5)), formula(0, 2, special(0)),
        record(0x207, u16(len(data)), data), number(0, 3, 1.5))


def write_all():
    for codepage, encoding, shown in (
            (936, "gbk", "项目支出绩效（万元）"), (950, "cp950", "績效指標"), (932, "cp932", "表計算ｱ"), (949, "cp949", "성과"),
            (1252, "cp1252", "Größe – €"), (1251, "cp1251", "Сумма"), (437, "cp437", "café"), (10000, "mac_roman", "Grüße"),
            (32768, "mac_roman", "naïve"), (32769, "cp1252", "naïve"), (1200, "utf-16-le", "绩效 a"), (65001, "utf-8", "绩效"),
            (367, "ascii", "plain")):
        write(f"biff5-code-page-{codepage}", book5(codepage, encoding, shown), [
            *(text(f"{a}1", shown) for a in "ABC"), cell("D1", "number", "1.5")])
    write("biff5-euro-of-code-page-936", Book(5, 936).sheet("Sheet1", label5(0, 0, b"\x80100")), [text("A1", "€100")])
    write("biff5-formats-and-names", Book(
        5, 936, is1904=True, styles=(164, 165), formats=[(164, '0.00"万元"'.encode("gbk")), (165, 'yyyy"年"'.encode("gbk"))]).sheet(
        "表一".encode("gbk"), number(0, 0, 1.5, 0), rk_cell(0, 1, rk(43707), 1), boolean(0, 2, 1), merges((0, 0, 0, 1))), [
        cell("A1", "number", "1.50万元", "1.5", sheet="表一"), cell("B1", "date", "2023年", "43707", sheet="表一"),
        cell("C1", "boolean", "TRUE", "true", sheet="表一"), "表一!A1:B1\tmerge"])
    write("biff5-no-code-page", book5(None, "gbk", "绩效"), [
        *(text(f"{a}1", "绩效") for a in "ABC"), cell("D1", "number", "1.5"), finding("xls.code-page")])
    write("biff5-no-code-page-and-utf-8", book5(None, "utf-8", "绩效"), [
        *(text(f"{a}1", "绩效") for a in "ABC"), cell("D1", "number", "1.5"), finding("xls.code-page")])
    write("biff5-no-code-page-and-ascii", book5(None, "ascii", "plain"), [
        *(text(f"{a}1", "plain") for a in "ABC"), cell("D1", "number", "1.5")])
    write("biff5-code-page-that-nobody-knows", book5(12345, "gbk", "绩效"), [
        *(text(f"{a}1", "绩效") for a in "ABC"), cell("D1", "number", "1.5"), finding("xls.code-page")])
    write("biff5-bytes-that-are-no-text", Book(5, 936).sheet("Sheet1", label5(0, 0, b"a\xff\xb3b"), label5(0, 1, b"\xd0")), [
        text("A1", "a\ufffd砨".replace("砨", b"\xb3b".decode("gbk"))), text("B1", "\ufffd"),
        finding("xls.text", "Sheet1!A1"), finding("xls.text", "Sheet1!B1")])
    write("biff5-text-longer-than-its-record", Book(5, 936).sheet("Sheet1", record(0x204, u16(0, 0, 0), u16(9), b"abc")), [
        "refused xls.damaged Workbook"])
    cut = "绩效指标".encode("gbk")
    write("biff5-text-cut-into-records", Book(5, 936).sheet(
        "Sheet1", record(0x204, u16(0, 0, 0), u16(len(cut)), cut[:3]), record(0x3C, cut[3:])), [text("A1", "绩效指标")])

    # What a dozen lines of PHP write: a sheet alone, version 0, no code page, rows as they come.
    alone = record(0x809, u16(0, WORKSHEET, 0, 0))
    for name, encoding in (("gbk", "gbk"), ("utf-8", "utf-8")):
        data = "项目".encode(encoding)
        write(f"sheet-alone-in-{name}", alone + label5(0, 0, data) + number(0, 1, 6883.62) + EOF, [
            text("A1", "项目"), cell("B1", "number", "6883.62"), finding("xls.code-page")])
    write("sheet-alone-of-ascii", alone + label5(0, 0, b"a") + number(1, 1, 2) + EOF, [text("A1", "a"), cell("B2", "number", "2")])
    write("stream-without-a-compound-file", Book(sst=SST("甲")).sheet("Sheet1", label_sst(0, 0, 0)).bytes(), [text("A1", "甲")])
    for version, kind, length in ((2, 0x0009, 4), (3, 0x0209, 6), (4, 0x0409, 6)):
        write(f"biff{version}", record(kind, u16(0x0200, WORKSHEET, 0)[:length]) + EOF, ["refused file.legacy-excel"])
    write("version-that-nobody-knows", record(0x809, u16(0x0700, GLOBALS, 0, 0)) + EOF, ["refused file.legacy-excel"])
