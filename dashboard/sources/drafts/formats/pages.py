"""The pages of a PDF as lines: their words, where they stand, how large and in which style."""

from __future__ import annotations

import ctypes
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_low
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from dashboard.sources.drafts.formats.lines import MARK, Line, cleaned, first_word
from dashboard.sources.drafts.formats.refusals import DraftRefused

MAX_PAGES = 300
MAX_SIGNS = 1_000_000
_RAISED = 0.8
"""Figures smaller than this share of their line's letters are marks of footnotes."""
_SMALL = 0.93
_MORE_ROOM = 1.25
_SAME = 1.5
"""Points by which lines of one column or one baseline may differ."""
_ITALIC = 1 << 6
_FORCE_BOLD = 1 << 18
_BOLD_WEIGHT = 600
_SPACES = 3
"""Widths of a letter between two runs at most that are one line."""
_A_SPACE = 0.12
_LEAST_IN = 30
_NAME_BYTES = 128
_BLANK, _ZERO, _NINE = 32, ord("0"), ord("9")
_PRIVATE = range(0xE000, 0xE020)


@dataclass(frozen=True)
class _Printed:
    """A line as it lies on its page: baseline from the top, ends, and the size of its letters."""

    text: str
    left: float
    right: float
    base: float
    size: float
    style: str
    mark: str


def read_pdf(content: bytes) -> list[Line]:
    """The lines of every page in order. Raises `DraftRefused`."""
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise DraftRefused("password" if locked else "damaged") from None
    if len(pdf) > MAX_PAGES:
        raise DraftRefused("too_many_pages", MAX_PAGES)
    pages = []
    signs = 0
    for number in range(len(pdf)):
        try:
            pages.append(list(_page(pdf[number])))
        except pypdfium2.PdfiumError:
            raise DraftRefused("damaged") from None
        signs += sum(len(line.text) for line in pages[-1])
        if signs > MAX_SIGNS:
            raise DraftRefused("too_many_words", MAX_SIGNS)
    if not signs:
        raise DraftRefused("no_text")
    return list(_lines(pages))


def _lines(pages: Sequence[Sequence[_Printed]]) -> Iterator[Line]:
    """The lines of all pages, laid out against what is usual in the document."""
    everything = [line for page in pages for line in page]
    sizes = Counter[float]()
    for line in everything:
        sizes[round(line.size, 1)] += len(line.text)
    size = sizes.most_common(1)[0][0]
    steps = Counter(
        round(b.base - a.base, 1)
        for page in pages
        for a, b in itertools.pairwise(page)
        if 0 < b.base - a.base < 3 * size and abs(a.size - size) < 1 and abs(b.size - size) < 1
    )
    pitch = _pitch(steps, size)
    left = min(line.left for line in everything)
    right = max(line.right for line in everything)
    column = size / 2
    for number, page in enumerate(pages):
        before: _Printed | None = None
        for line in page:
            step = line.base - before.base if before is not None else 0
            small = line.size < _SMALL * size
            yield Line(
                text=line.text,
                indent=round((line.left - left) / column),
                width=round((line.right - left) / column),
                page=number,
                gap=before is None or step > _MORE_ROOM * pitch or step < -size,
                seam=before is None and number > 0,
                small=small,
                heading=_is_heading(line, left, right),
                mark=line.mark,
                style=line.style,
                first=first_word(line.text),
            )
            before = line


def _pitch(steps: Counter[float], size: float) -> float:
    """From one baseline to the next within a paragraph: the least of the usual steps."""
    often = [step for step, times in steps.items() if times * 8 >= sum(steps.values())]
    return min(often, default=1.2 * size)


def _is_heading(line: _Printed, left: float, right: float) -> bool:
    """Whether a line is all in bold, or stands in the middle of the page."""
    plain = line.text.strip()
    if "bold" in line.style and line.mark == plain:
        return True
    before, after = line.left - left, right - line.right
    return before > _LEAST_IN and abs(before - after) < 4 * _SAME


def _page(page: pypdfium2.PdfPage) -> Iterator[_Printed]:
    """The lines of a page; what a raised mark parts, as the library gives it, is one again."""
    before: _Printed | None = None
    for line in _runs(page):
        if before is not None and _on_one_line(before, line):
            before = _one_line(before, line)
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _on_one_line(a: _Printed, b: _Printed) -> bool:
    raised = any(
        each.text.isdigit() and each.size < _RAISED * max(a.size, b.size) for each in (a, b)
    )
    near = abs(a.base - b.base) < max(a.size, b.size) * (_RAISED if raised else 0.5)
    return near and -_SAME < b.left - a.right < _SPACES * a.size


def _one_line(a: _Printed, b: _Printed) -> _Printed:
    """Two runs of one line: a small one that is only figures is a mark."""
    before, words = a.text, b.text
    if b.size < _RAISED * a.size and words.isdigit():
        words = f"{MARK}{words}{MARK}"
    elif a.size < _RAISED * b.size and before.isdigit():
        before = f"{MARK}{before}{MARK}"
    room = " " if b.left - a.right > _A_SPACE * a.size else ""
    first = a if a.size >= b.size else b
    style, mark = (a.style, a.mark) if a.mark else (b.style, b.mark)
    whole = bool(a.mark) and a.style == b.style and (a.mark, b.mark) == (a.text, b.text)
    return _Printed(
        text=cleaned(f"{before}{room}{words}"),
        left=a.left,
        right=b.right,
        base=first.base,
        size=first.size,
        style=style,
        mark=f"{a.text}{room}{words}" if whole else mark,
    )


def _runs(page: pypdfium2.PdfPage) -> Iterator[_Printed]:
    text = page.get_textpage()
    height = page.get_height()
    count = min(text.count_chars(), MAX_SIGNS)
    signs = [pdfium.FPDFText_GetUnicode(text, at) for at in range(count)]
    start = 0
    for at in range(count + 1):
        if at == count or signs[at] in (10, 13):
            if at > start and (line := _printed(text, signs, range(start, at), height)):
                yield line
            start = at + 1


def _printed(text: Any, signs: Sequence[int], span: range, height: float) -> _Printed | None:
    seen = [at for at in span if signs[at] > _BLANK]
    if not seen:
        return None
    some = seen[:: len(seen) // 4 + 1]
    size = median_low(round(pdfium.FPDFText_GetFontSize(text, at), 1) for at in some)
    first, last = _box(text, seen[0]), _box(text, seen[-1])
    style, marked = _opening(text, signs, seen)
    figures = [at for at in seen if _ZERO <= signs[at] <= _NINE]
    raised = {at for at in figures if _is_raised(text, at, size, first)}
    letters = {at: "" if signs[at] in _PRIVATE else chr(signs[at]) for at in span}
    mark = (letters[at] for at in range(marked[0], marked[1] + 1)) if marked else ()
    plain = "".join(
        f"{MARK}{sign}{MARK}" if at in raised else sign for at, sign in letters.items()
    ).replace(MARK * 2, "")
    return _Printed(
        text=cleaned(plain),
        left=first[0],
        right=last[1],
        base=height - first[2],
        size=size,
        style=style,
        mark=" ".join("".join(mark).split()),
    )


def _is_raised(text: Any, at: int, of_line: float, first: tuple[float, float, float]) -> bool:
    """Whether a figure is set as the mark of a footnote: smaller, or higher than its line."""
    small = pdfium.FPDFText_GetFontSize(text, at) < _RAISED * of_line
    return small or _box(text, at)[2] - first[2] > of_line / 5


def _box(text: Any, at: int) -> tuple[float, float, float]:
    """Where a sign begins and ends, and its baseline from the foot of the page."""
    left, right, foot, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, at, left, right, foot, top)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, x, y)
    return x.value, right.value, y.value


def _opening(
    text: Any, signs: Sequence[int], seen: Sequence[int]
) -> tuple[str, tuple[int, int] | None]:
    """The first run of italic or bold signs in a line: its style, from and to."""
    start: int | None = None
    found = ""
    last = seen[0]
    for at in seen:
        if not chr(signs[at]).isalpha() and start is None:
            continue
        style = _style(text, at)
        if start is None and style:
            start, found = at, style
        elif start is not None and style != found:
            return found, (start, last)
        last = at
    return found, (start, last) if start is not None else None


def _style(text: Any, at: int) -> str:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, at, name, _NAME_BYTES, flags)
    called = name.value.decode("utf-8", "replace").casefold()
    heavy = flags.value & _FORCE_BOLD or pdfium.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT
    italic = "italic" in called or "oblique" in called or flags.value & _ITALIC
    bold = "bold" in called or "black" in called or heavy
    return " ".join(["italic"] * bool(italic) + ["bold"] * bool(bold))
