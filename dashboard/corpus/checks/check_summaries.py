"""Whether a summary says what its paragraph does: its verbs, what softens it, when it is due.

The wording is not held. What the import recorded is looked for in both summaries, by the words that
the vocabularies list for each verb and softener (`said`); what they list nothing for is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from dashboard.corpus.checks.findings import Finding
from dashboard.corpus.reading.loading import Corpus
from dashboard.corpus.records.codings import DocumentCoding, Summary
from dashboard.corpus.records.documents import ImportedDocument, Paragraph
from dashboard.corpus.records.fields import Language
from dashboard.corpus.tables.act_rows import Act, acts_by_paragraph, governing
from dashboard.corpus.verbs import VerbRule
from dashboard.sources.acts.time_limits import NEXT_REPORT

_LANGUAGES: tuple[Language, ...] = ("en", "zh")
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_DIGITS = "一二三四五六七八九"
_SAID: Mapping[Language, Mapping[str, Sequence[str]]] = {
    "en": {NEXT_REPORT: ["next"]},
    "zh": {NEXT_REPORT: ["下一", "下次", "下份"]},
}
_IF_APPLICABLE = "where_applicable"
_OTHERS: Mapping[Language, tuple[str, ...]] = {
    "en": ("others", "other stakeholders"),
    "zh": ("其他各方", "其他利益攸关方", "其他方"),
}
"""Whom a chapeau asks “where applicable”; a sub-paragraph that names them asks them so, too."""
_MODALITIES = (("must", ("必须", "须", "不得", "不能", "务必")), ("should", ("应", "宜")))
"""English modal verbs, and the Chinese words of their strength, as the codebook has them."""
_WEAK = "宜"
_NO_MODAL = "适事便权时因制"
"""What stands before that sign where it is no modal verb: 适宜, 事宜, 因地制宜."""


def summary_findings(coding: DocumentCoding, corpus: Corpus, rule: VerbRule) -> Iterator[Finding]:
    """A warning for each verb, softener or time limit of a paragraph that a summary leaves out,
    and where the two languages differ in what they oblige to."""
    text = corpus.imported.get(coding.symbol)
    if text is None:
        return
    paragraphs = _with_chapeaux(text, coding)
    acts = acts_by_paragraph(text.model_copy(update={"paragraphs": [*paragraphs.values()]}), rule)
    verbs, softeners = corpus.terms("verbs"), corpus.terms("softeners")
    for place, coded in coding.paragraphs.items():
        if place not in paragraphs:
            continue
        own, paragraph = acts[place], paragraphs[place]
        named = [("verb", verbs.get(act.reading.head), act.verb) for act in _to_name(own)]
        for language in _LANGUAGES:
            path = ("paragraphs", place, "summary", language)
            said = str(getattr(coded.summary, language))
            codes = dict.fromkeys([*_softeners(paragraph), *_let_off(own, said, language)])
            kept = [("softener", softeners.get(code), code) for code in codes]
            for what, term, name in [*named, *kept]:
                words: Sequence[str] = term.said.get(language, []) if term else []
                if words and not _has(said, tuple(words), language):
                    yield Finding(path, _message(what, name, words), "warning")
            for limit in _limits(paragraph, own, paragraphs):
                words = _said_of(limit, language)
                if not _has(said, tuple(words), language):
                    yield Finding(path, _message("time limit", limit, words), "warning")
        yield from _modality(coded.summary, ("paragraphs", place, "summary", "zh"))


def _message(what: str, name: str, words: Sequence[str]) -> str:
    return f"leaves out the {what} {name!r}; allowed: {', '.join(words)}"


def _with_chapeaux(text: ImportedDocument, coding: DocumentCoding) -> dict[str, Paragraph]:
    """The coded paragraphs of a text and those they hang on, in its order."""
    by_place = {paragraph.id: paragraph for paragraph in text.paragraphs}
    wanted: set[str] = set()
    for start in coding.paragraphs.keys() & by_place.keys():
        place: str | None = start
        while place is not None and place not in wanted and place in by_place:
            wanted.add(place)
            place = by_place[place].parent
    return {place: paragraph for place, paragraph in by_place.items() if place in wanted}


def _to_name(acts: Sequence[Act]) -> Iterator[Act]:
    """The act a paragraph is read by, and each that it prints and that asks or promises."""
    first = governing(acts)
    for act in acts:
        if act is first or (act.asks and act.place != "chapeau"):
            yield act


def _softeners(paragraph: Paragraph) -> Iterator[str]:
    """Those the paragraph prints; a chapeau's stand in the chapeau's summary."""
    printed = [code for act in paragraph.acts for code in act.softeners]
    yield from dict.fromkeys([*printed, *paragraph.softeners])


def _let_off(acts: Sequence[Act], said: str, language: Language) -> list[str]:
    """What a chapeau says of others, where a sub-paragraph's summary names these."""
    names = _has(said, _OTHERS[language], language)
    return [code for act in acts for code in act.softeners if names and code == _IF_APPLICABLE]


def _limits(
    paragraph: Paragraph, acts: Sequence[Act], paragraphs: Mapping[str, Paragraph]
) -> Iterator[str]:
    """What it sets itself, and what its chapeau sets for an act that it hands down."""
    if not any(act.asks for act in acts):
        return
    yield from paragraph.time_limits
    above = paragraphs.get(paragraph.parent or "")
    if above and any(act.place == "chapeau" for act in acts):
        yield from above.time_limits


def _said_of(limit: str, language: Language) -> Sequence[str]:
    """How a summary says a year, a session or the next report."""
    session = language == "zh" and limit != NEXT_REPORT and not limit.isdigit()
    listed = _SAID[language].get(limit, [limit])
    return [f"{_hanzi(limit)}届"] if session else listed


def _hanzi(ordinal: str) -> str:
    """An English ordinal from 20 to 99 in Chinese figures: 八十一 of eighty-first."""
    tens = next(n for n, stem in enumerate(_TENS, start=1) if ordinal.startswith(stem))
    _, _, unit = ordinal.partition("-")
    return f"{_DIGITS[tens]}十{_DIGITS[_UNITS.index(unit)] if unit else ''}"


def _modality(summary: Summary, path: tuple[str, ...]) -> Iterator[Finding]:
    """Where the Chinese is stronger or weaker than an English "must" or "should"."""
    for english, chinese in _MODALITIES:
        said = re.search(rf"\b{english}\b", summary.en, re.IGNORECASE)
        if said and not _has(summary.zh, chinese, "zh"):
            yield Finding(path, _message("modal verb", english, chinese), "warning")
    weak = re.search(f"(?<![{_NO_MODAL}]){_WEAK}", summary.zh)
    if weak and not re.search(r"\bshould\b", summary.en, re.IGNORECASE):
        message = f"{_WEAK!r} is “should”, which the English summary does not say"
        yield Finding(path, message, "warning")


def _has(text: str, words: tuple[str, ...], language: Language) -> bool:
    """Whether one of these words stands in a text: an English one at the beginning of a word."""
    return bool(_pattern(words, language).search(text))


@lru_cache(maxsize=512)
def _pattern(words: tuple[str, ...], language: Language) -> re.Pattern[str]:
    any_of = "|".join(map(re.escape, words))
    return re.compile(rf"\b(?:{any_of})" if language == "en" else any_of, re.IGNORECASE)
