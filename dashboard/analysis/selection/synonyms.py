"""Words that mean one thing in search: those of the vocabulary `synonyms`, and names of States."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from dashboard.analysis.snapshot_cache import SnapshotCache
from dashboard.corpus.records.vocabularies import State, Term
from dashboard.corpus.snapshot import Snapshot
from dashboard.sources.official_text.folding import fold, folded_words, is_han

_ABBREVIATED = 3
_MARK = "\x02"
"""Begins a mark, which no text and no search can hold, for it is folded away."""


@dataclass(frozen=True)
class Meaning:
    """One thing that has several names.

    `names` are the chief ones, as people write them; `needles` what to look for in folded
    text; `apart` longer names of other things that hold one of these.
    """

    names: tuple[str, ...]
    needles: tuple[str, ...]
    apart: tuple[str, ...] = ()


class Synonyms:
    """What words mean, looked up by the folded words."""

    def __init__(self, terms: Mapping[str, Term], states: Mapping[str, State]) -> None:
        self._meanings: dict[tuple[str, ...], Meaning] = {}
        self._states: dict[tuple[str, ...], str] = {}
        self._in_capitals: dict[str, Meaning] = {}
        self._abbreviated: set[tuple[str, ...]] = set()
        self.marks: Mapping[str, str] = MappingProxyType(
            {word: mark(code) for code, term in terms.items() for word in term.in_capitals}
        )
        """What is written in capitals only, with the mark of its meaning."""
        for code, term in terms.items():
            self._add_term(code, term)
        self._add_states(states)

    def meaning(self, words: tuple[str, ...], written: str, alone: bool) -> Meaning | None:
        """What words mean besides themselves, if anything.

        Codes and abbreviations of States that may be words (IN, CAN, us) are meant where they
        are written in capitals, or are all that is searched.
        """
        if written in self._in_capitals:
            return self._in_capitals[written]
        if words in self._abbreviated and not alone and not written.isupper():
            return None
        return self._meanings.get(words) or self._meanings.get(_without_article(words))

    def state(self, text: str) -> str | None:
        """The ISO3 of the State that a text names, by any of its names and codes."""
        words = folded_words(text)
        return self._states.get(words) or self._states.get(_without_article(words))

    def _add_term(self, code: str, term: Term) -> None:
        names = [*term.labels.values(), *term.spellings]
        chief = [*(term.labels[language] for language in ("en", "zh") if language in term.labels)]
        meaning = Meaning((*chief, *term.spellings[:1]), (mark(code), *_needles(names)))
        self._meanings |= dict.fromkeys(map(folded_words, names), meaning)
        self._in_capitals |= dict.fromkeys(term.in_capitals, meaning)

    def _add_states(self, states: Mapping[str, State]) -> None:
        known = {
            iso3: [*state.names.values(), *state.other_names, *state.aliases]
            for iso3, state in states.items()
        }
        longer = _Longer((fold(name), iso3) for iso3, names in known.items() for name in names)
        for iso3, state in states.items():
            needles = _needles(name for name in known[iso3] if name != state.iso2)
            chief = (state.names[key] for key in ("en", "zh") if key in state.names)
            meaning = Meaning(tuple(chief), (mark(iso3), *needles), longer.than(needles, iso3))
            codes = [iso3, state.iso2]
            short = [*codes, *(name for name in known[iso3] if len(name) <= _ABBREVIATED)]
            self._abbreviated |= {w for w in map(folded_words, short) if not any(map(is_han, w))}
            for words in map(folded_words, [*known[iso3], *codes]):
                self._meanings.setdefault(words, meaning)
                self._states.setdefault(words, iso3)


class _Longer:
    """The names of all States, to be searched for those that hold a name of another."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._states = dict(names)
        self._text = "\n" + "\n".join(self._states) + "\n"

    def than(self, needles: Iterable[str], iso3: str) -> tuple[str, ...]:
        """The names of other States in which one of these stands, the longest first."""
        found = set()
        for needle in needles:
            at = self._text.find(needle)
            while at >= 0:
                line = self._text[self._text.rfind("\n", 0, at + 1) + 1 :].partition("\n")[0]
                if self._states.get(line, iso3) != iso3:
                    found.add(line.strip() if is_han(line.strip()) else line)
                at = self._text.find(needle, at + 1)
        return tuple(sorted(found, key=lambda name: (-len(name), name)))


NO_SYNONYMS = Synonyms({}, {})
_kept: SnapshotCache[Synonyms] = SnapshotCache(most=2)


def synonyms_of(snapshot: Snapshot) -> Synonyms:
    """The synonyms of a record, made once for each version of the data."""
    make = lambda: Synonyms(snapshot.terms("synonyms"), snapshot.states)  # noqa: E731
    return _kept.get(snapshot.version, make)


def mark(code: str) -> str:
    """What stands in the searched text of a row that is coded with a synonym or a State."""
    return f"{_MARK}{code}{_MARK}"


def _without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    return words[1:] if words[:1] == ("the",) else words


def has_mark(needles: Sequence[str]) -> bool:
    """Whether these are the needles of something that has a meaning."""
    return bool(needles) and needles[0].startswith(_MARK)


def _needles(names: Iterable[str]) -> tuple[str, ...]:
    """What to look for, the shortest first; none that another finds as well."""
    found: list[str] = []
    for needle in sorted(
        {n.strip() if is_han(n.strip()) else n for n in map(fold, names)}, key=len
    ):
        if not any(shorter in needle for shorter in found):
            found.append(needle)
    return tuple(found)
