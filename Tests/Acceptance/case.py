"""One drawing's identity: everything in its file follows from this, so that it can be drawn again."""

import random
from dataclasses import dataclass, replace

import kinds


@dataclass(frozen=True)
class Case:
    """A seed, a number, the kinds that are on, and at most how many indicators."""

    seed: int
    index: object  # a number; with a name behind it for a further form of the same file
    on: frozenset
    rows: int = 12

    def rng(self, purpose):
        """A stream of random numbers of its own for each purpose, so that a switch changes nothing but itself."""
        return random.Random(f"{self.seed}/{self.index}/{purpose}")

    def has(self, kind):
        assert kind in kinds.KINDS, kind
        return kind in self.on

    @property
    def lost(self):
        """Whether the places are lost: no merges in the file and covered cells empty."""
        return (self.has("text-file") or self.has("merge-lost")) and not self.has("merge-repeated")

    @property
    def relative(self):
        """Which relative of the tracking form this is, if it is one."""
        return next((kind for kind in ("monitoring", "self-evaluation") if self.has(kind)), None)

    @property
    def tabs(self):
        """Whether a text file is tab separated, where line breaks become spaces."""
        first = replace(self, index=str(self.index).split(".")[0])
        return self.has("text-file") and first.rng("tabs").random() < 0.6

    def form(self, name):
        """The case of a further form in the same file: the same kinds, other words and numbers."""
        return replace(self, index=f"{self.index}.{name}")

    def without(self, kind):
        """The case with a kind off, and those off that need it."""
        off = {kind} | {other for other, needed in kinds.NEEDS.items() if needed == kind}
        return replace(self, on=self.on - off)

    def with_rows(self, rows):
        return replace(self, rows=rows)


def draw(seed, index, only=()):
    return Case(seed, index, kinds.draw(lambda purpose: random.Random(f"{seed}/{index}/{purpose}"), only))
