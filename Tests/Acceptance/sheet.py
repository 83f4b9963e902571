"""A sheet under construction: slots (a cell and the rectangle that it covers) at places."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Optional

# What a cell is to the form. Only `own` cells have to be looked for when words are counted: labels are known to the
# specification, and values are compared field by field.
LABEL, VALUE, OWN = "label", "value", "own"


@dataclass(eq=False)
class Cell:
    """What stands in a cell: its displayed text and, where a workbook holds a number, the number and its format."""

    text: str
    role: str = LABEL
    number: Optional[Decimal] = None
    format: Optional[str] = None
    struck: str = ""  # struck-out text before the text
    raised: str = ""  # superscript behind it


@dataclass(eq=False)
class Slot:
    """A cell at a place. Rows and columns count from 0; `key` says which column of its block it stands in."""

    cell: Cell
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    key: str = ""

    def covered(self):
        for row in range(self.row, self.row + self.rows):
            for column in range(self.column, self.column + self.columns):
                yield row, column


@dataclass(eq=False)
class Sheet:
    name: str
    state: str = "visible"
    slots: list = field(default_factory=list)
    is_form: bool = False
    merged: bool = True  # merges are in the file
    unmerged: set = field(default_factory=set)  # slots whose merge is gone all the same
    repeated: bool = False  # covered cells repeat the value
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    hidden_slots: list = field(default_factory=list)  # their columns are hidden

    def put(self, row, column, cell, columns=1, rows=1, key=""):
        slot = Slot(cell, row, column, rows, columns, key)
        self.slots.append(slot)
        return slot

    def move(self, rows, columns):
        for slot in self.slots:
            slot.row += rows
            slot.column += columns

    @property
    def height(self):
        return max((slot.row + slot.rows for slot in self.slots), default=0)

    @property
    def width(self):
        return max((slot.column + slot.columns for slot in self.slots), default=0)

    def cells(self):
        """(row, column) → cell, as the file holds them."""
        out = {}
        for slot in self.slots:
            if not slot.cell.text and not slot.cell.struck and slot.cell.number is None:
                continue
            places = slot.covered() if self.repeated else [(slot.row, slot.column)]
            for place in places:
                assert place not in out, ("two cells at one place", place, slot.cell.text, out[place].text)
                out[place] = slot.cell
        return out

    def merges(self):
        if not self.merged:
            return []
        return [slot for slot in self.slots if slot.rows * slot.columns > 1 and slot not in self.unmerged]


def column_name(column):
    """A for 0, Z for 25, AA for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def address(row, column):
    return f"{column_name(column)}{row + 1}"
