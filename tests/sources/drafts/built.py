"""Drafts with invented words, laid out as plain text and PDF are."""

from __future__ import annotations

import io
import re
import textwrap
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

CHINESE_FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(CHINESE_FONT))


@dataclass(frozen=True)
class Built:
    """A paragraph as it is to be read: level 0 is numbered, 1 lettered; -1 has no number."""

    place: str
    verb: str
    words: str
    level: int = -1
    note: str = ""

    @property
    def text(self) -> str:
        """The whole paragraph without its number."""
        return f"{self.verb}{self.words}"


@dataclass(frozen=True)
class Plan:
    """A draft to be laid out."""

    language: str
    title: str
    number: str
    paragraphs: list[Built] = field(default_factory=list)

    @property
    def formula(self) -> str:
        return "大会，" if self.language == "zh" else "The General Assembly,"

    @property
    def closing(self) -> list[str]:
        if self.language == "zh":
            return ["2025年5月3日", "第5次全体会议"]
        return ["5th plenary meeting", "3 May 2025"]


def plan(language: str, seed: int) -> Plan:
    """One of many drafts: preamble, operative paragraphs, letters under every fourth."""
    chinese = language == "zh"
    preamble = [_paragraph(chinese, f"pp{n}", n + seed, -1) for n in range(1, 8)]
    operative: list[Built] = []
    for n in range(1, 12):
        operative.append(_paragraph(chinese, f"op{n}", 3 * n + seed, 0))
        if n % 4 == 0:
            letters = "abc"
            operative += [
                _paragraph(chinese, f"op{n}.{x}", 5 * n + i + seed, 1)
                for i, x in enumerate(letters)
            ]
    number = f"79/{500 + seed}"
    title = f"羊群与机器的第{seed}项合作" if chinese else f"Sheep and machines in year {seed}"
    return Plan(language, title, number, [*preamble, *operative])


_NOUNS = ["flocks", "shepherds", "meadows", "shears", "wool markets", "counting machines", "barns"]
_NOUNS_ZH = ["羊群", "牧人", "草地", "剪刀", "羊毛市场", "计数机器", "谷仓"]
_PREAMBLE = ["Recalling", "Noting", "Recognizing", "Reaffirming", "Welcoming"]
_OPERATIVE = ["Requests", "Encourages", "Calls upon", "Invites", "Decides"]
_PREAMBLE_ZH = ["回顾", "注意到", "认识到", "重申", "欢迎"]
_OPERATIVE_ZH = ["请", "鼓励", "促请", "邀请", "决定"]


def _paragraph(chinese: bool, place: str, seed: int, level: int) -> Built:
    nouns = _NOUNS_ZH if chinese else _NOUNS
    several = [nouns[(seed * k + k) % len(nouns)] for k in range(1, 4 + seed % 9)]
    operative = place.startswith("op")
    verbs = (
        (_OPERATIVE_ZH if operative else _PREAMBLE_ZH)
        if chinese
        else (_OPERATIVE if operative else _PREAMBLE)
    )
    verb = verbs[seed % len(verbs)]
    note = ""
    if place in ("pp2", "pp5", "op3"):
        note = f"A/79/{100 + seed}" + ("。" if chinese else ".")
    if chinese:
        if level == 1:
            return Built(place, "", f"让{'、'.join(several)}在第{seed}天休息；", level)
        end = "；" if operative else "，"
        words = f"{'、'.join(several)}在2025年第{seed}次牧人大会上所作的贡献，包括数数和休息{end}"
        return Built(place, verb, words, level, note)
    if level == 1:
        return Built(place, "", f"To let {', '.join(several)} rest on day {seed};", level)
    end = ";" if operative else ","
    fair = f"in the well-known fair of {1990 + seed}, year by year"
    words = f" the part of {', '.join(several)} {fair}{end}"
    return Built(place, verb, words, level, note)


def as_pages(draft: Plan, columns: int = 70, rows: int = 30) -> list[list[str]]:
    """The pages of the draft as lines of text: broken, with running heads and footnotes."""
    body = [[f"{draft.number}. {draft.title}"], [draft.formula]]
    counted = letters = marks = 0
    notes: dict[int, list[str]] = {}
    for order, built in enumerate(draft.paragraphs, start=2):
        counted += built.level == 0
        letters = letters + 1 if built.level == 1 else 0
        number = ["", f"{counted}. ", f"({'abc'[letters - 1]}) "][built.level + 1]
        text = f"{number}{built.text}"
        if built.note:
            marks += 1
            notes[order] = [f"{marks} {built.note}"]
        body.append(wrapped(text, columns, draft.language))
        if built.note:
            body[-1][-1] += str(marks)
    pages: list[list[str]] = [[]]
    at_foot: list[str] = []
    for order, lines in enumerate([*body, *([line] for line in draft.closing)]):
        if len(pages[-1]) + len(lines) + len(at_foot) > rows:
            _end_page(pages, at_foot, draft)
            at_foot = []
            pages.append([f"A/RES/{draft.number}"])
        pages[-1] += [f"    {lines[0]}" if order > 1 else lines[0], *lines[1:]]
        at_foot += notes.get(order, [])
    _end_page(pages, at_foot, draft)
    return pages


def _end_page(pages: list[list[str]], notes: list[str], draft: Plan) -> None:
    pages[-1] += ["_" * 18, *notes] if notes else []
    pages[-1].append(f"25-0{len(pages)}391 {len(pages)}/9")


def wrapped(text: str, columns: int, language: str) -> list[str]:
    """A text in lines of a width, four columns left free."""
    if language == "en":
        return textwrap.wrap(text, columns - 4, break_on_hyphens=True)
    lines, line = [], ""
    for piece in re.findall(r"[A-Za-z0-9/.() ]+|.[，。；、：]?", text):
        if sum(1 + (sign > "\u2e80") for sign in line + piece) > columns - 4:
            lines.append(line)
            line = ""
        line += piece
    return [*lines, line]


def as_text(draft: Plan) -> str:
    """The pages one after the other, as a program takes them out of a PDF."""
    return "\n\n".join("\n".join(page) for page in as_pages(draft))


def as_pdf(draft: Plan, **encryption: Any) -> bytes:
    """The pages drawn line by line, footnotes smaller and their marks raised."""
    raw = io.BytesIO()
    canvas = Canvas(raw, **encryption)
    font = CHINESE_FONT if draft.language == "zh" else "Times-Roman"
    for page in as_pages(draft):
        y, foot = 800, False
        for line in page:
            foot = foot or line.startswith("____")
            size = 8 if foot else 11
            plain = line.lstrip()
            x = 60 + 5.5 * (len(line) - len(plain))
            marked = None if foot else re.search(r"(?<=[,;，；])\d$", plain)
            canvas.setFont(font, size)
            canvas.drawString(x, y, plain[: marked.start()] if marked else plain)
            if marked:
                wide = pdfmetrics.stringWidth(plain[: marked.start()], font, size)
                canvas.setFont(font, 6)
                canvas.drawString(x + wide, y + 4, marked[0])
            y -= 14
        canvas.showPage()
    canvas.save()
    return raw.getvalue()
