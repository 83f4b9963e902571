"""What the form says, from the drawing itself: the canonical content and where each piece stands."""

from dataclasses import dataclass, field


class Open:
    """A value that design.md leaves open: anything is right."""

    def __repr__(self):
        return "anything"


OPEN = Open()


@dataclass
class Field:
    """One field: its path in the canonical JSON, the values that are right, and the slots that hold it."""

    path: str
    accepted: tuple
    slots: list = field(default_factory=list)


@dataclass
class Extra:
    """A text that the model has no field for. `owner` is the path of the object whose extras it belongs to."""

    owner: str
    label: str
    text: str
    slots: list


@dataclass
class Demand:
    """A finding that has to stand on one of the slots or on a field below the path: design.md asks for it."""

    path: str
    slots: list
    why: str
    severity: str = "warning"
    quote: str = ""  # what the finding has to quote


@dataclass
class Indicator:
    """Fields and extras of one indicator (or one fund row beyond the four), their paths relative to it."""

    fields: list = field(default_factory=list)
    extras: list = field(default_factory=list)

    def expect(self, path, value, *slots):
        """A field whose value is `value`, or one of a tuple of values."""
        accepted = value if isinstance(value, tuple) else (value,)
        self.fields.append(Field(path, accepted, [slot for slot in slots if slot]))


@dataclass
class Form(Indicator):
    """One form: fields and extras with whole paths."""

    sheet: str = ""
    project: str = ""
    indicators: list = field(default_factory=list)
    additional: list = field(default_factory=list)  # of Indicator: fund rows beyond the four
    demands: list = field(default_factory=list)
    slots: list = field(default_factory=list)

    def demand(self, path, slots, why, severity="warning", quote=""):
        self.demands.append(Demand(path, slots, why, severity, quote))
