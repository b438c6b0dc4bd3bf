"""From printed numbers to paragraph ids.

Ids are readable and stable: `pp3` (third preambular paragraph), `op7`, `op6.e`, `op6.e.ii`;
`annex.12`, or `annex1.63` where a text has several annexes; `A.op3` in part A of a text in parts
(A/RES/79/93 A-B); `III.op4` where sections number their paragraphs anew; `action27` for the
numbered actions of A/RES/79/1. Paragraphs that print no number are counted: `op1` where none of
their body is numbered (a single operative paragraph), otherwise `op.u1`, `annex.u4`; bullets
under a paragraph are `annex.38.b2`; letters that start anew under a heading are `annex.III.B.a`.
A number that a text prints twice is ours the second time: `op1bis`, "1 bis".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Literal

from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.resolutions.paragraph_numbers import Label, letter_name, roman_name
from dashboard.sources.resolutions.restarts import nested_numbers, section_scopes
from dashboard.sources.resolutions.structure import Unit

Part = Literal["preambular", "operative", "annex"]
_AGAIN = ("bis", "ter", "quater", "quinquies")
"""What is added to a number that stands a second time, a third time and so on."""


@dataclass
class Placed:
    """A paragraph with its id, and the units that make it up (itself and continuations)."""

    id: str
    part: Part
    number: str | None
    parent: str | None
    units: list[Unit] = field(default_factory=list)


class _Body:
    """Counts through one body (preamble, operative part or annex) of one statement."""

    def __init__(
        self, part: Part, base: str, join: str, numbered: bool, findings: Findings | None
    ) -> None:
        self.part = part
        self.findings = findings
        self.base = base
        self.join = join
        self.numbered = numbered
        self.scope = ""
        self.top: Placed | None = None
        self.letter: Placed | None = None
        self.last: Placed | None = None
        self.section: Placed | None = None
        self.letters = self.romans = self.unnumbered = 0
        self.after_heading = False
        self.roman_heading = self.letter_heading = ""
        self.bullets: set[str] = set()
        self.loose: set[str] = set()

    def top_id(self, number: int) -> str:
        return f"{self.scope}{self.base}{self.join}{number}"

    def heading(self, label: Label | None) -> None:
        """Remember the section a heading opens, should its letters start anew."""
        self.after_heading = True
        if label is None or label.kind != "section":
            return
        if len(label.printed) == 1 and ord(label.printed) == ord(self.letter_heading or "@") + 1:
            self.letter_heading = label.printed
        else:
            self.roman_heading, self.letter_heading = label.printed, ""

    def place(self, unit: Unit, following: Label | None, nested: bool) -> Placed:
        """Place one paragraph; `nested`: its number counts a list inside the paragraph above."""
        label = unit.label
        if label is None or label.kind == "section":
            placed = self._unnumbered()
        elif label.kind == "number" and nested and self.top is not None:
            place, above = f"{self.top.id}.{label.number}", self.top
            placed = Placed(place, self.part, f"{above.number}, {label.number}", above.id)
        elif label.kind == "number":
            placed = self._new_top(self.top_id(label.number), str(label.number))
        elif label.kind == "action":
            placed = self._new_top(f"{self.scope}action{label.number}", label.printed)
        elif label.kind == "bullet":
            placed = self._bullet()
        else:
            placed = self._sub(unit, label, following)
        placed.units.append(unit)
        self.last = placed
        self.after_heading = False
        return placed

    def _new_top(self, local_id: str, number: str | None) -> Placed:
        self.top = Placed(local_id, self.part, number, None)
        self.letter, self.letters, self.romans = None, 0, 0
        return self.top

    def _section_top(self) -> None:
        """Letters that start anew under a heading belong to its section, not to a paragraph."""
        names = [name for name in (self.roman_heading, self.letter_heading) if name]
        local_id = f"{self.scope}{self.base}{self.join or '.'}{'.'.join(names)}"
        self.section = self._new_top(local_id, " ".join(names))

    def _unnumbered(self) -> Placed:
        self.unnumbered += 1
        if self.numbered:
            return self._new_top(f"{self.scope}{self.base}.u{self.unnumbered}", None)
        return self._new_top(self.top_id(self.unnumbered), None)

    def _bullet(self) -> Placed:
        loose = self.last is not None and self.last.id in self.loose
        if self.after_heading or self.last is None or loose:
            placed = self._unnumbered()
            self.loose.add(placed.id)
            return placed
        parent = self.last.parent if self.last.id in self.bullets else self.last.id
        count = 1 + sum(key.rpartition(".b")[0] == parent for key in self.bullets)
        placed = Placed(f"{parent}.b{count}", self.part, None, parent)
        self.bullets.add(placed.id)
        return placed

    def _sub(self, unit: Unit, label: Label, following: Label | None) -> Placed:
        anew = label.letter == 1 and (self.letters or self.top is None)
        if anew and self.after_heading and (self.roman_heading or self.letter_heading):
            self._section_top()
        if self.top is None:
            found = "a sub-paragraph before any paragraph"
            _odd(self.findings, unit, found, "read as a paragraph")
            return self._unnumbered()
        if self._is_roman(label, following):
            self.romans = self._next(unit, self.romans, label.roman, "roman")
            parent, name = self.letter or self.top, roman_name(self.romans)
        else:
            self.letters = self._next(unit, self.letters, label.letter, "letter")
            parent, name, self.romans = self.top, letter_name(self.letters), 0
        above = f"{parent.number} " if parent.number else ""
        shown = None if parent is self.section else parent.id
        placed = Placed(f"{parent.id}.{name}", self.part, f"{above}({name})", shown)
        if parent is self.top and not self.romans:
            self.letter = placed
        return placed

    def _is_roman(self, label: Label, following: Label | None) -> bool:
        """Tell (i) the ninth letter from (i) the first numeral by what stands around it."""
        if not label.letter or not label.roman:
            return bool(label.roman)
        if label.roman == self.romans + 1 and label.letter == self.letters + 1:
            return following is not None and following.roman == label.roman + 1
        return label.roman == self.romans + 1

    def _next(self, unit: Unit, count: int, found: int, kind: str) -> int:
        if found <= count:
            name = letter_name if kind == "letter" else roman_name
            said = f"({name(found)}) stands after ({name(count)})"
            _odd(self.findings, unit, said, "kept in this order")
        return found


def place(
    units: Sequence[Unit],
    part: Part,
    base: str,
    join: str = "",
    findings: Findings | None = None,
) -> list[Placed]:
    """Give every paragraph of one body its id; headings are dropped, continuations joined.

    What is odd is read all the same and said among the findings: a number that appears twice, a
    sub-paragraph without a parent. Without a list for them `RefusedError` is raised.
    """
    nested = nested_numbers(units)
    scopes = section_scopes([u for i, u in enumerate(units) if i not in nested])
    for position in sorted(nested):
        scopes.insert(position, scopes[position - 1])
    numbered = any(u.label and u.label.kind == "number" for u in units if u.kind == "paragraph")
    body = _Body(part, base, join, numbered, findings)
    placed: dict[str, Placed] = {}
    for position, unit in enumerate(units):
        if scopes[position] != body.scope:
            body.scope, body.top, body.last, body.unnumbered = scopes[position], None, None, 0
        if unit.odd:
            _odd(findings, unit, *unit.odd.split("; "))
        if unit.kind == "heading":
            body.heading(unit.label)
        elif unit.kind == "continuation" and body.top is not None:
            body.top.units.append(unit)
        else:
            following = units[position + 1].label if position + 1 < len(units) else None
            paragraph = body.place(unit, following, position in nested)
            if paragraph.id in placed:
                _again(paragraph, placed, findings, unit)
            placed[paragraph.id] = paragraph
    return list(placed.values())


def _again(
    paragraph: Placed, placed: Mapping[str, Placed], findings: Findings | None, unit: Unit
) -> None:
    """Give a paragraph whose number stood before a number of ours."""
    printed, local_id = paragraph.number, paragraph.id
    more = (f"x{n}" for n in count(len(_AGAIN) + 2))
    word = next(word for word in chain(_AGAIN, more) if f"{local_id}{word}" not in placed)
    paragraph.id = f"{local_id}{word}"
    paragraph.number = f"{printed} {word}" if printed else None
    said = f"paragraph {printed or local_id} stands twice"
    _odd(findings, unit, said, f"kept as {paragraph.number or paragraph.id}, a number of ours")


def _odd(findings: Findings | None, unit: Unit, found: str, kept: str) -> None:
    refusal = RefusedError(f"line {unit.line}", found)
    if findings is None:
        raise refusal
    findings.add(refusal, kept)
