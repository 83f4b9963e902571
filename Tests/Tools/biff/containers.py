"""Compound files as they come: small ones, large sectors, scattered ones, other programs'."""

from compound import Compound, compound
from fixture import FOLDER, cell, text, write
from records import SST, Book, label_sst, number

READS = [text("A1", "甲")]


def book(shown="甲"):
    return Book(sst=SST(shown)).sheet("Sheet1", label_sst(0, 0, 0))


def large(rows=1500):
    return Book(sst=SST("甲")).sheet("Sheet1", label_sst(0, 0, 0), *(number(n, 0, n) for n in range(1, rows)))


LARGE = [text("A1", "甲"), *(cell(f"A{n + 1}", "number", str(n)) for n in range(1, 1500))]


def write_all():
    write("stream-in-the-mini-stream", book(), READS)
    write("stream-in-sectors", large(), LARGE)
    write("sectors-scattered", Compound({"Workbook": large().bytes()}, scattered=True).bytes(), LARGE)
    write("sectors-of-4096-bytes", compound({"Workbook": large().bytes()}, shift=12), LARGE)
    write("mini-stream-in-sectors-of-4096-bytes", compound({"Workbook": book().bytes()}, shift=12), READS)
    write("last-sector-cut-off", compound_with_short_end(), LARGE)
    write("name-in-capitals", compound({"WORKBOOK": book().bytes()}), READS)
    write("both-versions-in-one-file", compound({"Book": Book(5, 936).sheet("Old", number(0, 0, 5)).bytes(), "Workbook": book().bytes()}), READS)
    write("workbook-within-a-workbook", compound(
        {"Workbook": book().bytes()}, storages=[("MBD00012345", {"Workbook": book("乙").bytes()})]), READS)
    write("directory-without-its-tree", compound(
        {"\5SummaryInformation": b"x", "Workbook": book().bytes()}, linked=False), READS)
    write("et-of-wps", compound({"Workbook": book().bytes(), "ETExtData": b"x"}), READS, suffix=".et")
    write("document-of-word", compound({"WordDocument": bytes(5000)}), ["refused file.unknown-format"])
    write("presentation", compound({"PowerPoint Document": bytes(5000)}), ["refused file.unknown-format"])
    write("compound-file-of-something-else", compound({"Something": b"x"}), ["refused file.unknown-format"])
    write("compound-file-without-streams", compound({}), ["refused file.unknown-format"])


def compound_with_short_end():
    """Some writers do not fill up the last sector; here it is the stream's, and its table stands in front of it."""
    file = Compound({"Workbook": large().bytes()})
    whole = file.bytes()
    last = len(file.sectors)
    # Moves the sector of the table in front of the last one of data, by exchanging the two.
    swapped = bytearray(whole)
    table, data = 512 * (last + 1), 512 * (file.fat.index(0xFFFFFFFE) + 1)
    number_of_data = data // 512 - 1
    swapped[table:table + 512], swapped[data:data + 512] = whole[data:data + 512], whole[table:table + 512]
    swapped[76:80] = number_of_data.to_bytes(4, "little")
    # The chain leads to the new place.
    entries = memoryview(swapped)[data:data + 512].cast("I")
    entries[number_of_data - 1] = last
    entries[last], entries[number_of_data] = 0xFFFFFFFE, 0xFFFFFFFD
    del entries
    length = len(large().bytes()) % 512
    return bytes(swapped[:table + length])
