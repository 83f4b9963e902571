"""Goals, judgement and measures: labels and the texts beside or below them."""


class Texts:
    """The part of a layout that draws the blocks of texts."""

    # Goals

    def goals(self):
        if self.case.has("goals-vertical"):
            self.label(0, "goals", rows=2)
            for key, path, text in zip(("expected", "actualGoal"), ("goals.expected", "goals.actual"), self.content.goals):
                self.label(1, key)
                cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
                self.expect(path, self.readings(means), self.put(2, cell, self.width - 2))
                self.row += 1
            return
        middle = self.rng.randint(2, self.width - 2)
        self.label(0, "goals", rows=2)
        self.label(1, "expected", middle - 1)
        self.label(middle, "actualGoal", self.width - middle)
        self.row += 1
        for path, text, column, width in (
            ("goals.expected", self.content.goals[0], 1, middle - 1),
            ("goals.actual", self.content.goals[1], middle, self.width - middle),
        ):
            cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
            self.expect(path, self.readings(means), self.put(column, cell, width))
        self.row += 1

    def readings(self, text):
        """A prose text; a tab separated file has a space where the line break was."""
        return text.replace("\n", " ") if text and self.case.tabs else text

    # Assessment and measures

    def assessment(self):
        self.gap(0.08)
        if self.case.has("assessment-one-row"):
            self.label(0, "assessment")
            half = (self.width - 1) // 2
            for key, answer, at, width in zip(
                ("budgetCompletion", "goalCompletion"), self.content.assessment, (1, 1 + half), (half, self.width - 1 - half)
            ):
                self.label(at, key)
                self.answer(key, answer, at + 1, width - 1)
            self.row += 1
            return
        middle = self.rng.randint(2, self.width - 1)
        self.label(0, "assessment", rows=2)
        for key, answer in zip(("budgetCompletion", "goalCompletion"), self.content.assessment):
            self.label(1, key, middle - 1)
            self.answer(key, answer, middle, self.width - middle)
            self.row += 1

    def answer(self, key, answer, column, columns):
        slot = self.put(column, self.writing.text(answer[0]) if answer else self.writing.blank(), columns)
        if answer:
            self.expect(f"assessment.{key}.text", answer[0], slot)
            self.expect(f"assessment.{key}.likelihood", answer[1], slot)
        else:
            self.expect("assessment." + key, None, slot)

    def measures(self):
        self.label(0, "measures")
        text = self.content.measures
        cell, means = self.writing.prose(text) if text else (self.writing.blank(), None)
        self.expect("correctiveMeasures", self.readings(means), self.put(1, cell, self.width - 1))
        self.row += 1
