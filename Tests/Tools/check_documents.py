#!/usr/bin/env python3
"""Draws the forms of canonical JSON as Word documents, has the command read them, and compares what it reads with what was drawn.

    python3 Tests/Tools/check_documents.py COMMAND [--office] [--kinds] FORMS.json…

Each form is drawn in the shapes of word_forms.py. With --office every document is opened and saved once by LibreOffice Writer and compared
again. With --kinds LibreOffice saves the documents of one table as .odt, .doc, .wps (a .doc under that name), .html and .xls (HTML under
that name), and the workbooks that stand beside the JSON as .ods; XML 2003 is drawn, and the pages are packed as MHTML, in two encodings, as
.mht and as .xls: the command has them converted back. Prints each difference, and in the end how many documents there were of each kind;
exit status 1 where one differs.
"""

import argparse
import base64
import collections
import email.mime.multipart
import email.mime.text
import email.policy
import html
import json
import pathlib
import quopri
import shutil
import subprocess
import sys
import tempfile

import word_forms


def differences(expected, found, path=""):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in sorted(expected.keys() | found.keys()):
            if path == "" and key == "source":
                continue
            yield from differences(expected.get(key), found.get(key), f"{path}.{key}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, pair in enumerate(zip(expected, found)):
            yield from differences(*pair, f"{path}[{index}]")
    elif (expected or None) != (found or None):
        yield f"{path}: drawn {expected!r}, read {found!r}"


def read(command, documents, folder):
    """The forms that the command reads in each document."""
    output = folder / "read.jsonl"
    subprocess.run([command, "convert", *map(str, documents), "-o", str(output), "--to", "jsonl", "--force", "--quiet"],
                   stderr=subprocess.DEVNULL, check=False)
    forms = {}
    for line in output.read_text().splitlines() if output.exists() else []:
        form = json.loads(line)
        forms.setdefault(form["source"]["file"], []).append(form)
    return forms


def convert(documents, target, folder):
    """The documents as LibreOffice saves them."""
    folder.mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", target,
                    "--outdir", str(folder), *map(str, documents)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return [folder / document.with_suffix("." + target.split(":")[0]).name for document in documents]


def renamed(documents, extension):
    return [shutil.copy(document, document.with_suffix(extension)) for document in documents]


def other_kinds(documents, workbooks, folder):
    """The same forms as documents and workbooks that no reader takes. Writer writes the tables of python-docx to .doc by way of .odt only."""
    text = convert(documents, "odt", folder)
    word = convert(text, "doc:MS Word 97", folder)
    page = convert(documents, "html:HTML (StarWriter)", folder)
    sheets = convert(workbooks, "ods", folder) if workbooks else []
    return (text + word + renamed(word, ".wps") + page + renamed(page, ".xls") + sheets + [xml_2003(document) for document in documents]
            + [mhtml(document, ".mht", "utf-8") for document in page] + [mhtml(document, ".mht.xls", "gb18030") for document in page])


def mhtml(page, extension, charset):
    """A web page in one file (RFC 2557), as Excel and browsers save it: base64 where it is UTF-8, else quoted-printable."""
    words = page.read_text(encoding="utf-8").replace("charset=utf-8", "charset=" + charset)
    part = email.mime.text.MIMEText("", "html")
    part.replace_header("Content-Type", f'text/html; charset="{charset}"')
    part.replace_header("Content-Transfer-Encoding", "base64" if charset == "utf-8" else "quoted-printable")
    encode = base64.encodebytes if charset == "utf-8" else quopri.encodestring
    part.set_payload(encode(words.encode(charset)).decode("ascii"))
    message = email.mime.multipart.MIMEMultipart("related", type="text/html", boundary="----=_NextPart_01DA")
    message.attach(email.mime.text.MIMEText("body { color: black }", "css"))
    message.attach(part)
    target = page.with_suffix(extension)
    target.write_bytes(message.as_bytes(policy=email.policy.default.clone(linesep="\r\n", max_line_length=None)))
    return target


def xml_2003(document):
    """The form of a document as XML Spreadsheet 2003, which LibreOffice reads and does not write."""
    drawn = document.with_name(document.name.rsplit(".", 2)[0] + ".json")
    form = json.loads(drawn.read_text())["forms"][0]
    lines = [[(8, form["title"] or "")]] + word_forms.period(form) + [row for part in word_forms.rows(form) for row in part]
    rows = "".join("<Row>" + "".join(
        f'<Cell ss:MergeAcross="{span - 1}"><Data ss:Type="String">{html.escape(words)}</Data></Cell>' for span, words in line) + "</Row>"
        for line in lines)
    target = document.parent / "kinds" / document.with_suffix(".xml").name
    target.write_text('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
                      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
                      f'<Worksheet ss:Name="表"><Table>{rows}</Table></Worksheet></Workbook>')
    return target


def expectation(document, folder):
    """The JSON of what was drawn, beside the drawing or beside the workbook that was converted."""
    for name in (document.name.split(".one.")[0] + ".json", document.name.rsplit(".", 2)[0] + ".json", document.stem + ".xlsx.json"):
        if (folder / name).exists():
            return folder / name
    raise FileNotFoundError(document)


def compare(command, documents, folder, label):
    forms = read(command, documents, folder)
    bad = 0
    for document in documents:
        drawn = json.loads(expectation(document, folder).read_text())["forms"]
        found = forms.get(document.name, [])
        lines = [f"{len(drawn)} forms drawn, {len(found)} read"] if len(drawn) != len(found) else [
            line for pair in zip(drawn, found) for line in differences(*pair)]
        if lines:
            bad += 1
            print(f"{label} {document.name}")
            print("".join(f"    {line}\n" for line in lines[:5]), end="")
    return bad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("--office", action="store_true")
    parser.add_argument("--kinds", action="store_true")
    parser.add_argument("forms", nargs="+")
    options = parser.parse_args()
    tools = pathlib.Path(__file__).parent
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for forms in options.forms:
            subprocess.run([sys.executable, str(tools / "word_forms.py"), forms, str(folder)], check=True)
        documents = sorted(folder.glob("*.docx"))
        bad = compare(options.command, documents, folder, "drawn")
        count = len(documents)
        if options.office:
            again = convert(documents, "docx:MS Word 2007 XML", folder / "again")
            bad += compare(options.command, again, folder, "saved")
            count += len(again)
        if options.kinds:
            workbooks = [pathlib.Path(forms.removesuffix(".json")) for forms in options.forms if forms.endswith(".xlsx.json")]
            for workbook in workbooks:
                shutil.copy(f"{workbook}.json", folder)
            others = other_kinds([document for document in documents if ".one." in document.name], workbooks, folder / "kinds")
            bad += compare(options.command, others, folder, "kinds")
            count += len(others)
            kinds = collections.Counter(document.suffix for document in others)
            print(", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))
        print(f"{count} documents, {bad} differ")
    sys.exit(1 if bad or not count else 0)


if __name__ == "__main__":
    main()
