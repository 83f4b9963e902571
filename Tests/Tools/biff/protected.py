"""FILEPASS of each kind, under the password that Excel knows and under another."""

from compound import compound
from fixture import cell, text, write
from protection import Rc4, Rc4CryptoAPI, Xor, protect
from records import SST, Book, label5, label_sst, number, record, u16

BUILT_IN = "VelvetSweatshop"


def book(version=8):
    if version == 5:
        filler = [label5(n, 0, b"x" * 200) for n in range(2, 12)]
        return Book(5, 936).sheet("A", label5(0, 0, "甲".encode("gbk")), number(0, 1, 48.52), *filler).sheet("B", number(0, 0, 2))
    # More than one block of 1,024 bytes, and a text across two.
    filler = [number(n, 0, n) for n in range(2, 200)]
    return Book(sst=SST("甲", "长" * 1500), more=[record(0xE1, u16(1200)), record(0x42, u16(1200))]).sheet(
        "A", label_sst(0, 0, 0), label_sst(0, 1, 1), number(1, 0, 48.52), *filler).sheet("B", number(0, 0, 2))


EIGHT = [text("A1", "甲", "A"), text("B1", "长" * 1500, "A"), cell("A2", "number", "48.52", sheet="A"),
         *(cell(f"A{n + 1}", "number", str(n), sheet="A") for n in range(2, 200)), cell("A1", "number", "2", sheet="B")]
FIVE = [text("A1", "甲", "A"), cell("B1", "number", "48.52", sheet="A"),
        *(text(f"A{n + 1}", "x" * 200, "A") for n in range(2, 12)), cell("A1", "number", "2", sheet="B")]


def write_all():
    methods = {
        "xor": (Xor, 8), "xor-in-biff5": (lambda password: Xor(password, version=5), 5), "rc4": (Rc4, 8),
        "rc4-cryptoapi": (Rc4CryptoAPI, 8), "rc4-cryptoapi-of-40-bits": (lambda password: Rc4CryptoAPI(password, 40), 8),
    }
    for name, (method, version) in methods.items():
        stream = "Workbook" if version == 8 else "Book"
        write(f"protected-by-{name}", compound({stream: protect(book(version), method(BUILT_IN))}), EIGHT if version == 8 else FIVE)
        write(f"password-by-{name}", compound({stream: protect(book(version), method("秘密123"[2:]))}), ["refused file.encrypted"])
    for name, fields in (("of-a-kind-that-nobody-knows", u16(7, 0, 0)), ("cut-off", u16(1, 1, 1) + bytes(20)), ("empty", b""),
                         ("cryptoapi-cut-off", u16(1, 2, 2) + b"\x04\0\0\0\xff\xff\xff\x7f")):
        write(f"password-{name}", compound({"Workbook": book().bytes(record(0x2F, fields))}), ["refused file.encrypted"])
    write("encrypted-package", compound({"EncryptionInfo": b"\4\0\2\0", "EncryptedPackage": bytes(5000)}), ["refused file.encrypted"])
