"""The skeleton of a resolution: its paragraphs' ids, numbers, openings and citations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from dashboard.sources.acts.opening_verbs import chinese_opening, late_verb, opening_verb
from dashboard.sources.acts.reading import Act, acts, introduced, own_head, refrains, softened
from dashboard.sources.acts.softeners import Governs
from dashboard.sources.acts.time_limits import time_limits
from dashboard.sources.element_text import Element, line_of, local, text_of
from dashboard.sources.errors import Findings, RefusedError
from dashboard.sources.fingerprints import LANGUAGES, Fingerprint, fingerprint
from dashboard.sources.plain_text import OtherWords, mentions_ai, tidy
from dashboard.sources.resolutions.citations import Cited, cited
from dashboard.sources.resolutions.numbering import Part, Placed, place
from dashboard.sources.resolutions.structure import Unit, units

_ANNEX_WORDS = ("annex", "附件", "annexe", "anexo", "приложение", "المرفق", "مرفق")
_LONGEST_PHRASE = 60
"""Characters of an opening phrase in the other languages; longer spans are no opening."""


@dataclass(frozen=True)
class ReadParagraph:
    """One paragraph of one language's text; `verb` as that language prints it."""

    id: str
    part: Part
    number: str | None
    parent: str | None
    verb: str | None
    mentions_ai: bool = False
    near_ai: bool = False
    cites: list[Cited] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    """Of the English text: every act it prints, in order."""
    softeners: dict[str, Governs] = field(default_factory=dict)
    """Of a sub-paragraph that no act of its own opens: what softens its chapeau's."""
    negated: bool = False
    """Of such a sub-paragraph: it names something not to do."""
    time_limits: list[str] = field(default_factory=list)
    """Of an operative or annex paragraph: the years and sessions it sets."""
    fingerprint: Fingerprint | None = None
    """None in a language in which none are taken, and where the paragraph has no word."""


def read_paragraphs(
    root: Element,
    symbol: str,
    language: str,
    near: OtherWords | None = None,
    findings: Findings | None = None,
) -> list[ReadParagraph]:
    """Every preambular, operative, sub- and annex paragraph, in order.

    `near` says which speak of AI in other words only; without it none is said to.

    Raises `RefusedError` as `placed_paragraphs` does.
    """
    placed = placed_paragraphs(root, findings)
    if language != "en":
        return [_translated(each, language) for each in placed]
    last: dict[str, str | None] = {}
    found = []
    for each in placed:
        read = _read(each, symbol, last.get(each.parent or ""), near or OtherWords())
        down = [act.verb for act in read.acts if not act.closing]
        last[read.id] = down[-1] if down else last.get(each.parent or "")
        found.append(read)
    return found


def placed_paragraphs(root: Element, findings: Findings | None = None) -> list[Placed]:
    """The same paragraphs with their ids and the units that make them up.

    What is odd in the structure is read all the same, and said among the findings; without a list
    for them `RefusedError` is raised, and always where there is no paragraph.
    """
    statements = list(root.iter("{*}statement"))
    paragraphs = [
        placed
        for order, statement in enumerate(statements, start=1)
        for placed in _statement(
            statement, _scope(statement, order, len(statements), findings), findings
        )
    ]
    if not paragraphs:
        raise RefusedError("<statement>", "no paragraph found")
    twice = [name for name, count in Counter(p.id for p in paragraphs).items() if count > 1]
    if twice:
        raise RefusedError("<statement>", f"paragraph {twice[0]} stands twice")
    return paragraphs


def unplaced_paragraphs(root: Element) -> list[str]:
    """The words of every paragraph in order, where their numbers give no clear places.

    Raises `RefusedError` where the structure is not understood, and where there is none.
    """
    found = []
    for statement in root.iter("{*}statement"):
        preamble, operative = _bodies(statement)
        for unit in chain(preamble, operative, *_annexes(statement)):
            if unit.kind != "heading":
                printed = f"{unit.label.printed} " if unit.label else ""
                found.append(tidy(f"{printed}{unit.text}"))
    if not found:
        raise RefusedError("<statement>", "no paragraph found")
    return found


def _scope(statement: Element, order: int, count: int, findings: Findings | None) -> str:
    """The letter of a part (`A.`) of a text adopted in parts; empty for a single text."""
    if count == 1:
        return ""
    number = statement.find("{*}preface//{*}docNumber")
    letter = text_of(number).strip(".") if number is not None else ""
    if len(letter) != 1 or not letter.isalpha():
        refusal = RefusedError(f"line {line_of(statement)} <preface>", f"part named {letter!r}")
        if findings is None:
            raise refusal
        findings.add(refusal, f"counted as part {order}")
        return f"s{order}."
    return f"{letter.upper().translate(str.maketrans('АВС', 'ABC'))}."


def _statement(statement: Element, scope: str, findings: Findings | None) -> Iterator[Placed]:
    preamble, operative = _bodies(statement)
    yield from place(preamble, "preambular", f"{scope}pp", findings=findings)
    yield from place(operative, "operative", f"{scope}op", findings=findings)
    annexes = list(_annexes(statement))
    for order, annex in enumerate(annexes, start=1):
        base = f"{scope}annex{order if len(annexes) > 1 else ''}"
        yield from place(annex, "annex", base, join=".", findings=findings)


def _bodies(statement: Element) -> tuple[list[Unit], list[Unit]]:
    """Units of the preamble and of the operative part.

    An adopted declaration can have a preamble of its own after the first operative words
    (A/RES/80/173); the last of it may stand at the head of the body that follows.
    """
    preamble: list[Unit] = []
    operative: list[Unit] = []
    second = False
    for child in statement:
        if local(child) == "preamble":
            second = bool(operative)
            preamble += [unit for unit in units(child) if unit.kind != "heading"]
        elif local(child) == "mainBody":
            for unit in units(child):
                second = second and unit.label is None and unit.mark is not None
                (preamble if second else operative).append(unit)
    return preamble, operative


def _annexes(statement: Element) -> Iterator[list[Unit]]:
    """The units of each annex: an attachment may hold several, each under its own heading."""
    for body in statement.iterfind("{*}attachments/{*}attachment/{*}doc/{*}mainBody"):
        current: list[Unit] = []
        for unit in units(body):
            if _opens_annex(unit) and any(u.kind == "paragraph" for u in current):
                yield current
                current = []
            current.append(unit)
        yield current


def _opens_annex(unit: Unit) -> bool:
    words = unit.text.casefold().split()
    first = words[0] if words else ""
    named = first in _ANNEX_WORDS or first.startswith("附件")
    return unit.kind == "heading" and named and len(unit.text) < 20


def _translated(placed: Placed, language: str) -> ReadParagraph:
    """A paragraph of another language than English: where it stands and how it opens."""
    unit = placed.units[0]
    verb = unit.mark.strip(" ,;:.،؛，；：") if unit.mark else None
    if verb is not None and not 0 < len(verb) <= _LONGEST_PHRASE:
        verb = None
    # Items of a list name tasks with the same words: only a paragraph itself speaks.
    in_body = placed.part != "annex" and placed.parent is None
    if language == "zh" and unit.mark is None and in_body:
        verb = chinese_opening(unit.text)
    taken = fingerprint(wording_of(placed), language) if language in LANGUAGES else None
    return ReadParagraph(
        placed.id, placed.part, placed.number, placed.parent, verb, fingerprint=taken
    )


def _read(placed: Placed, symbol: str, under: str | None, near: OtherWords) -> ReadParagraph:
    """A paragraph of the English text; `under` is the last verb of its chapeau."""
    unit = placed.units[0]
    elements = [element for unit in placed.units for element in unit.elements]
    words = " ".join(text_of(element, notes=True) for element in elements)
    verb = opening_verb(unit.mark, unit.rest, unit.text, placed.part)
    if verb is None and unit.late and placed.part == "operative":
        verb = late_verb(unit.late)
    heads = verb is None and (placed.parent or placed.part == "annex")
    head = own_head(unit.text, under) if heads else None
    named = mentions_ai(words)
    printed = tidy(wording_of(placed))
    found = acts(printed, placed.part, verb or head, under, own=bool(head and placed.parent))
    if found and verb is None and head is None:
        verb = introduced(printed, found[0])
    found = _closing(found, placed.units)
    inherits = placed.part != "preambular" and not (verb or head) and under is not None
    return ReadParagraph(
        placed.id,
        placed.part,
        placed.number,
        placed.parent,
        verb or head,
        named,
        not named and near(words),
        cited(elements, symbol),
        found,
        softened(printed, found) if inherits else {},
        inherits and refrains(printed),
        [] if placed.part == "preambular" else time_limits(printed),
        fingerprint(printed, "en"),
    )


def _closing(found: list[Act], parts: list[Unit]) -> list[Act]:
    """The acts, those marked that stand after a list: "Condemns, in: (a) …; and demands …"."""
    introduces = [n for n, unit in enumerate(parts, start=1) if unit.text.rstrip().endswith(":")]
    if not introduces:
        return found
    end = len(tidy(" ".join(unit.text for unit in parts[: introduces[-1]])))
    return [replace(act, closing=True) if act.at > end else act for act in found]


def wording_of(placed: Placed) -> str:
    """A paragraph's words without its number and footnotes: what the places of acts count in."""
    return " ".join(unit.text for unit in placed.units)
