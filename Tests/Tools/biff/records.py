"""Records of binary workbooks ([MS-XLS]), BIFF5 and BIFF8, and streams of them."""

import struct

GLOBALS, WORKSHEET, CHART, MACRO, MODULE = 0x05, 0x10, 0x20, 0x40, 0x06


def record(kind, *fields):
    data = b"".join(fields)
    return struct.pack("<HH", kind, len(data)) + data


def u16(*numbers):
    return struct.pack(f"<{len(numbers)}H", *numbers)


def u32(*numbers):
    return struct.pack(f"<{len(numbers)}I", *numbers)


def u8(*numbers):
    return bytes(numbers)


def f64(number):
    return struct.pack("<d", number)


def wide(text):
    return text.encode("utf-16-le", "surrogatepass")


def units(text):
    return len(wide(text)) // 2


def characters(text, narrow=None):
    """The flag and the characters of a text: one byte each where that is enough."""
    if narrow if narrow is not None else all(ord(c) < 256 for c in text):
        return u8(0) + text.encode("latin-1")
    return u8(1) + wide(text)


def long_text(text, narrow=None):
    return u16(units(text)) + characters(text, narrow)


EOF = record(0x0A)


def bof(content, version=8):
    if version == 8:
        return record(0x809, u16(0x0600, content, 0x0DBB, 0x07CC), u32(0, 6))
    return record(0x809, u16(0x0500, content, 0x0DBB, 0x07CC))


def cell(row, column, style=0):
    return u16(row, column, style)


def number(row, column, value, style=0):
    return record(0x203, cell(row, column, style), f64(value))


def rk(value, hundredth=False, integer=True):
    """The 30 bits of a number, and how it is to be read."""
    if integer:
        return u32(value << 2 & 0xFFFFFFFF | 2 | hundredth)
    return u32(struct.unpack("<Q", f64(value))[0] >> 32 & 0xFFFFFFFC | hundredth)


def rk_cell(row, column, bits, style=0):
    return record(0x27E, cell(row, column, style), bits)


def mulrk(row, column, *numbers):
    body = b"".join(u16(style) + bits for style, bits in numbers)
    return record(0xBD, u16(row, column), body, u16(column + len(numbers) - 1))


def blank(row, column, style=0):
    return record(0x201, cell(row, column, style))


def mulblank(row, column, *styles):
    return record(0xBE, u16(row, column), u16(*styles), u16(column + len(styles) - 1))


def boolean(row, column, value, style=0):
    return record(0x205, cell(row, column, style), u8(value, 0))


def error(row, column, code, style=0):
    return record(0x205, cell(row, column, style), u8(code, 1))


def label_sst(row, column, index, style=0):
    return record(0xFD, cell(row, column, style), u32(index))


def label(row, column, text, style=0, narrow=None):
    return record(0x204, cell(row, column, style), long_text(text, narrow))


def label5(row, column, data, style=0):
    return record(0x204, cell(row, column, style), u16(len(data)), data)


ONE_PLUS_ONE = b"\x1e\x01\x00\x1e\x01\x00\x03"


def formula(row, column, result, style=0, tokens=ONE_PLUS_ONE):
    """A formula; the result is a number or the eight bytes that stand for something else."""
    value = f64(result) if not isinstance(result, bytes) else result
    return record(6, cell(row, column, style), value, u16(0), u32(0), u16(len(tokens)), tokens)


def special(kind, value=0):
    """0 a text that follows, 1 a truth value, 2 an error, 3 an empty text."""
    return u8(kind, 0, value, 0, 0, 0, 0xFF, 0xFF)


def string(text, narrow=None):
    return record(0x207, long_text(text, narrow))


def row(index, hidden=False, first=0, last=8):
    return record(0x208, u16(index, first, last, 255, 0, 0), u32(0x100 | (0x20 if hidden else 0)))


def column_info(first, last, hidden=False):
    return record(0x7D, u16(first, last, 2048, 15, 1 if hidden else 0, 0))


def merges(*ranges):
    """Each as first row, last row, first column, last column."""
    return record(0xE5, u16(len(ranges)), *(u16(*r) for r in ranges))


class SST:
    """The table of shared strings; where it is cut into records is said beforehand.

    A text is a string, or (text, options): narrow, runs (how many, or the place and the font of each), phonetic (how many bytes), cuts (at which bytes of it a record
    ends; "characters" begin behind the flag and the counts).
    """

    def __init__(self, *texts, counts=None):
        self.pieces = [b""]
        for text in texts:
            if isinstance(text, str):
                text = (text, {})
            self.add(text[0], **text[1])
        self.counts = counts or (len(texts), len(texts))

    def add(self, text, narrow=None, runs=0, phonetic=0, cuts=(), joins=()):
        """joins: for a cut, how the rest of the text is written: True narrow, False wide."""
        places = [(n, 5) for n in range(runs)] if isinstance(runs, int) else runs
        runs = len(places)
        flagged = characters(text, narrow)
        is_wide = flagged[0]
        head = u16(units(text)) + u8(is_wide | (8 if runs else 0) | (4 if phonetic else 0))
        head += (u16(runs) if runs else b"") + (u32(phonetic) if phonetic else b"")
        body = flagged[1:]
        tail = b"".join(u16(*run) for run in places) + b"\x01" * phonetic
        whole = head + body + tail
        done = 0
        for number, cut in enumerate(cuts):
            self.pieces[-1] += whole[done:cut]
            self.pieces.append(b"")
            if len(head) <= cut < len(head) + len(body):
                rest_narrow = joins[number] if number < len(joins) else not is_wide
                if rest_narrow != (not is_wide):
                    # What is left of the characters changes its width here.
                    at = (cut - len(head)) // (2 if is_wide else 1)
                    left = text[at:]
                    self.pieces[-1] += characters(left, rest_narrow) + tail
                    return
                self.pieces[-1] += u8(is_wide)
            done = cut
        self.pieces[-1] += whole[done:]

    def cut(self):
        """Ends the record here."""
        self.pieces.append(b"")

    def bytes(self):
        result = b""
        for number, piece in enumerate(self.pieces):
            result += record(0x3C, piece) if number else record(0xFC, u32(*self.counts), piece)
        return result


class Book:
    """A workbook stream: globals, then each sheet."""

    def __init__(self, version=8, codepage=None, is1904=False, sst=None, formats=(), styles=(0,), more=()):
        """formats: (number, code); styles: the number of each cell style's format; more: records as they are."""
        self.version = version
        self.before = bof(GLOBALS, version)
        if codepage is None and version == 8:
            codepage = 1200
        self.front = b""
        if codepage:
            self.front += record(0x42, u16(codepage))
        if is1904:
            self.front += record(0x22, u16(1))
        for index, code in formats:
            self.front += record(0x41E, u16(index), long_text(code) if version == 8 else u8(len(code)) + code)
        self.front += b"".join(record(0xE0, u16(0, index, 1), bytes(14 if version == 8 else 10)) for index in styles)
        self.front += b"".join(more)
        self.back = sst.bytes() if sst else b""
        self.sheets = []

    def sheet(self, name, *records, state=0, kind=0, content=WORKSHEET, offset=None, end=EOF):
        if isinstance(name, str):
            name = name.encode("ascii") if self.version == 5 else u8(units(name)) + characters(name)
        if self.version == 5:
            name = u8(len(name)) + name
        self.sheets.append((name, state, kind, offset, bof(content, self.version) + b"".join(records) + end))
        return self

    def bytes(self, file_pass=b""):
        heads = [u8(state, kind) + name for name, state, kind, _, _ in self.sheets]
        start = len(self.before) + len(file_pass) + len(self.front) + sum(len(h) + 8 for h in heads) + len(self.back) + len(EOF)
        globals_ = self.before + file_pass + self.front
        for head, (_, _, _, offset, body) in zip(heads, self.sheets):
            globals_ += record(0x85, u32(start if offset is None else offset), head)
            start += len(body)
        return globals_ + self.back + EOF + b"".join(body for *_, body in self.sheets)
