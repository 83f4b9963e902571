"""Compound files ([MS-CFB]), sound or damaged on purpose."""

import struct

SIGNATURE = bytes.fromhex("D0CF11E0A1B11AE1")
FREE, END, FAT, DIFAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFC
STORAGE, STREAM, ROOT = 1, 2, 5


def entry(name, kind, start=END, size=0, left=FREE, right=FREE, child=FREE):
    text = name.encode("utf-16-le")
    return (text.ljust(64, b"\0") + struct.pack("<HBB", len(text) + 2, kind, 1) + struct.pack("<III", left, right, child)
            + bytes(36) + struct.pack("<IQ", start, size))


class Compound:
    """A file with these streams below its root, each in sectors of its own; short ones in the mini stream."""

    def __init__(self, streams, storages=(), shift=9, linked=True, scattered=False, sizes=None):
        """storages: (name, {name: bytes}); scattered: sectors of a stream do not lie in order; sizes: what the directory claims."""
        self.size = 1 << shift
        self.shift = shift
        self.sectors, self.fat = [], []
        mini, mini_fat = b"", []
        names, content = [], []
        flat = list(streams.items())
        for storage, inner in storages:
            flat += [((storage, name), data) for name, data in inner.items()]
        places = {}
        for key, data in flat:
            if len(data) < 4096:
                first = len(mini_fat)
                count = (len(data) + 63) // 64
                mini_fat += list(range(first + 1, first + count)) + ([END] if count else [])
                mini += data.ljust(count * 64, b"\0")
                places[key] = (first if count else END, len(data))
            else:
                places[key] = (self.add(data, scattered), len(data))
        for key, size in (sizes or {}).items():
            places[key] = (places[key][0], size)
        self.mini_fat = self.add(struct.pack(f"<{len(mini_fat)}I", *mini_fat), fill=b"\xff") if mini_fat else END
        root = (self.add(mini), len(mini)) if mini else (END, 0)
        # The tree of a storage is a chain to the right, which is one that a reader has to accept.
        entries = [None]
        top = []
        for key in streams:
            top.append(len(entries))
            entries.append([key, STREAM, *places[key], FREE])
        for storage, inner in storages:
            index = len(entries)
            top.append(index)
            entries.append([storage, STORAGE, 0, 0, index + 1 if inner else FREE])
            for n, name in enumerate(inner):
                entries.append([name, STREAM, *places[(storage, name)], FREE])
                if n:
                    entries[-2].append(len(entries) - 1)
        rights = dict(zip(top, top[1:])) if linked else {}
        directory = entry("Root Entry", ROOT, *root, child=top[0] if top else FREE)
        for number, (name, kind, start, size, child, *right) in enumerate(entries[1:], 1):
            directory += entry(name, kind, start, size, right=rights.get(number, right[0] if right else FREE), child=child)
        while len(directory) % self.size:
            directory += entry("", 0, 0, 0)
        self.directory = self.add(directory)

    def add(self, data, scattered=False, fill=b"\0"):
        """Puts data into sectors; the number of the first."""
        pieces = [data[n:n + self.size].ljust(self.size, fill) for n in range(0, len(data), self.size)]
        first = len(self.sectors)
        numbers = [first + n for n in range(len(pieces))]
        if scattered:
            numbers = numbers[::2] + numbers[1::2][::-1]
        self.sectors += [b""] * len(pieces)
        self.fat += [END] * len(pieces)
        for number, piece, following in zip(numbers, pieces, numbers[1:] + [END]):
            self.sectors[number] = piece
            self.fat[number] = following
        return numbers[0]

    def bytes(self, change_fat=lambda fat: None, **header):
        """The file; change_fat may damage its table, and header its fields: directory, tables, difat, shift, cutoff."""
        fat = list(self.fat)
        per_sector = self.size // 4
        count = difat_count = 0
        while True:
            total = len(fat) + count + difat_count
            needed = -(-total // per_sector)
            extra = -(-max(0, needed - 109) // (per_sector - 1))
            if (needed, extra) == (count, difat_count):
                break
            count, difat_count = needed, extra
        first = len(fat)
        tables = list(range(first, first + count))
        fat += [FAT] * count + [DIFAT] * difat_count
        change_fat(fat)
        fat += [FREE] * (count * per_sector - len(fat))
        sectors = self.sectors + [struct.pack(f"<{per_sector}I", *fat[n * per_sector:(n + 1) * per_sector]) for n in range(count)]
        rest = tables[109:]
        for n in range(difat_count):
            part = rest[n * (per_sector - 1):(n + 1) * (per_sector - 1)]
            following = first + count + n + 1 if n + 1 < difat_count else END
            sectors.append(struct.pack(f"<{per_sector}I", *part, *[FREE] * (per_sector - 1 - len(part)), following))
        shown = (header.get("tables", tables) + [FREE] * 109)[:109]
        start = struct.pack("<8s16sHHHHH6x", SIGNATURE, b"", 0x3E, 3 if self.shift == 9 else 4, 0xFFFE,
                            header.get("shift", self.shift), 6)
        start += struct.pack("<IIIIIIIII", 0, count, header.get("directory", self.directory), 0, header.get("cutoff", 4096),
                             self.mini_fat, 1 if self.mini_fat != END else 0,
                             header.get("difat", first + count if difat_count else END), difat_count)
        start += struct.pack("<109I", *shown)
        return start.ljust(self.size, b"\0") + b"".join(sectors)


def compound(streams, **options):
    return Compound(streams, **options).bytes()
