"""Every act of a paragraph in order: each finite verb by which the text itself says or asks.

"Notes … and requests …" does two things, and so does each sentence of a declaration. What stands
in a relative clause or in an infinitive is another's doing or a task, and no act. A sub-paragraph
has the acts it prints; what its chapeau hands down, the record's tables add.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from dashboard.sources.acts import verbs as v
from dashboard.sources.acts.softeners import GOVERNS, Governs, Softener, softeners
from dashboard.sources.plain_text import tidy


@dataclass(frozen=True)
class Act:
    """A finite verb as printed and where it stands, in characters of the tidied paragraph.

    `own`: it heads a sub-paragraph that its chapeau governs as well. `negated`: it asks not to do.
    `shared`: what it asks stands after the next, "calls upon States and invites others to …".
    `closing`: it stands after the list that the paragraph introduces, and hands nothing down.
    `softeners`: the codes of those that soften it, each with what it governs.
    """

    at: int
    verb: str
    own: bool = False
    negated: bool = False
    shared: bool = False
    closing: bool = False
    softeners: Mapping[str, Governs] = field(default_factory=dict)


def own_head(text: str, under: str | None) -> str | None:
    """The verb that heads a sub-paragraph without being finite, where it is an act beside its
    chapeau's: "Call on …" anywhere, "To request …" or "Reaffirm …" where the chapeau's last verb
    (`under`) is the organ's own plan. "To consider …" under "Calls upon States:" is a task.
    """
    ours = under is None or bool(v.OURS.search(under))
    found = v.ASKING_HEAD.match(text)
    if found is None and ours:
        found = v.HEADS["To "].match(text) or v.HEADS[""].match(text)
    return " ".join(found[0].split()) if found and text[:1].isupper() else None


def acts(
    words: str, part: str, opening: str | None, under: str | None = None, *, own: bool = False
) -> list[Act]:
    """The acts a paragraph prints, in order.

    `words` is its text without its number; `opening` the verb phrase that opens it, None where
    none does; with `own` it heads a sub-paragraph, and `under` is the last verb of its chapeau.
    A preambular paragraph has none but its opening, and softeners only where that asks.
    """
    text = tidy(words)
    found: list[Act] = []
    if opening is not None:
        at = max(text.casefold().find(tidy(opening).casefold()), 0)
        first = opening if part == "preambular" else v.TWO_IN_ONE.split(opening)[0]
        found.append(Act(at, first, own))
    if part != "preambular":
        speaks = under if own or opening is None else opening
        of_us = speaks is None or v.SAYS_WE.match(speaks) or v.HEADS[""].match(speaks)
        plans = opening is None and under is not None and v.OURS.search(under)
        found += _of_us(text, found, plans=bool(plans)) if of_us else _of_the_organ(text, found)
    if part == "preambular" and not v.ASKING_HEAD.match(opening or ""):
        return found
    whole = under is None or opening or (found and introduced(text, found[0]))
    spans = _spans(text, found, 0 if whole else None)
    judged = [_judged(act, text, span) for act, span in zip(found, spans, strict=True)]
    for place, (act, after) in reversed(list(enumerate(pairwise(judged)))):
        if v.WHOM.fullmatch(text, act.at + len(act.verb), after.at):
            softened_too = {**after.softeners, **act.softeners}
            judged[place] = replace(act, shared=True, softeners=softened_too)
    return judged


def softened(words: str, found: list[Act]) -> dict[str, Governs]:
    """What softens the act that a sub-paragraph takes from its chapeau: in its words before the
    first act found in it, or in all."""
    return _strongest(softeners(tidy(words), 0, found[0].at if found else None, task=True))


def refrains(words: str) -> bool:
    """Whether a sub-paragraph that takes an act from its chapeau names something not to do."""
    return v.NOT_TO_DO.match(tidy(words)) is not None


def introduced(text: str, found: Act) -> str | None:
    """The verb with which a paragraph says "we" after an introduction, "To this end, we commit".

    `found` is its first act. None where a sentence stands before it, or what "and we" joins it to.
    """
    before = tidy(text)[: found.at]
    joined = re.search(r"[.;:]\s|(?:^|,\s*)and\b[^,]*,?\s*$", before)
    return found.verb if found.verb.startswith("we ") and not joined else None


def _spans(text: str, found: list[Act], first: int | None) -> list[tuple[int, int]]:
    """Where the words of each act begin and end; what leads up to the next verb is the next's.

    "…, and, where appropriate, invites": a phrase right before a verb softens that verb. `first`:
    where the first begins, None for its verb, what stands before being its chapeau's.
    """
    starts = [found[0].at if first is None and found else 0]
    for before, act in pairwise(found):
        lead = text[before.at + len(before.verb) : act.at]
        near = [s.at for s in softeners(lead) if not lead[s.end :].strip(" ,")]
        joined = [at for at in near if re.search(r"(?:\band|;),?\s*$", lead[:at])]
        starts.append(before.at + len(before.verb) + joined[0] if joined else act.at)
    return list(pairwise([*starts, len(text)])) if found else []


def _strongest(printed: Iterable[Softener]) -> dict[str, Governs]:
    found: dict[str, Governs] = {}
    for softener in sorted(printed, key=lambda s: GOVERNS.index(s.governs)):
        found.setdefault(softener.code, softener.governs)
    return dict(sorted(found.items()))


def _stretches(found: list[Act], end: int) -> Iterator[tuple[Act, int]]:
    """Each act and where the next begins."""
    for place, act in enumerate(found):
        yield act, found[place + 1].at if place + 1 < len(found) else end


def _judged(act: Act, text: str, span: tuple[int, int]) -> Act:
    """The act with what softens it, and whether it asks not to do."""
    clause = re.split(r"[;:.]", text[act.at : span[1]])[0]
    against = v.AGAINST.search(clause)
    first = v.INFINITIVE.search(clause, len(act.verb))
    negated = against is not None and (first is None or against.start() <= first.start() + 1)
    return replace(act, negated=negated, softeners=_strongest(softeners(text, *span)))


def _printed(match: re.Match[str]) -> Act | None:
    verb = " ".join(match["act"].split())
    return Act(match.start("act"), verb) if len(verb) <= v.LIMIT else None


def _of_the_organ(text: str, opening: list[Act]) -> Iterator[Act]:
    """Later verbs of a paragraph in the third person: "…, and also requests …"."""
    start = opening[0].at + len(opening[0].verb) if opening else 0
    for match in v.THIRD.finditer(text, start):
        act = _printed(match)
        if act is None:
            continue
        since = text[start : match.start("act")]
        words = act.verb.casefold().replace(",", "").split()
        verb = next(word for word in words if word.endswith("s"))
        weak = verb in v.WEAK_FORMS and not _clear(match, since)
        noun = (
            verb in v.NOUNS
            and words[-1] == verb
            and v.NOUN_AFTER.match(text[match.end() :])
            and not (verb == "requests" and v.ASIDE.match(text, match.end()))
        )
        if noun or v.OTHERS.search(since) or (weak and v.RELATIVE.search(since)):
            continue
        yield act
        start = match.end()


def _clear(match: re.Match[str], since: str) -> bool:
    """Whether a semicolon, an adverb or an introduction shows that the organ goes on speaking."""
    before = match[0][: match.start("act") - match.start()]
    return (
        bool(re.search(v.INTRODUCED, before))
        or since.rstrip().endswith(";")
        or bool(v.AS_SAID.search(since))
        or match["act"].startswith(("also ", "further "))
    )


def _of_us(text: str, opening: list[Act], *, plans: bool) -> Iterator[Act]:
    """Later verbs of sentences that say "we", and what a sentence asks in the passive.

    `plans`: the chapeau's "We decide to" governs the first sentence.
    """
    skip = opening[0].at + len(opening[0].verb) if opening else 0
    firsts = [
        act
        for pattern in (v.WE, v.WE_NAMED, v.WE_FEEL)
        for match in pattern.finditer(text)
        if match.start("act") >= skip and (act := _printed(match))
    ]
    firsts += [
        Act(m.start("act"), m["act"])
        for m in v.PASSIVE.finditer(text)
        if not v.RELATIVE.search(re.split(r"[.;]\s", text[: m.start()])[-1])
    ]
    once = {act.at: act for act in reversed(firsts)}  # two patterns may find the same verb
    above = [*opening, *([Act(0, "")] if plans and not opening else [])]
    for act, end in _stretches([*above, *(once[at] for at in sorted(once))], len(text)):
        if act not in above:
            yield act
        if not act.verb.startswith(("is ", "are ")):
            yield from _joined(text, act, end)


def _joined(text: str, governing: Act, end: int) -> Iterator[Act]:
    """Verbs that "and" joins to one after "we": "We note … and call upon …"."""
    start = governing.at + len(governing.verb)
    plans = not governing.verb or bool(v.PLANS.match(governing.verb))
    for match in v.JOINED.finditer(text, start, end):
        since = text[start : match.start("act")]
        if re.search(r"\.\s", since):
            return  # a sentence in between has another subject
        act = _printed(match)
        if match["verb"] == "will":
            if act is not None and match[0].startswith("and ") and not v.SUBJECT.search(since):
                yield act
            continue
        asks = re.match(v.ASKING, match["verb"], re.IGNORECASE)
        calls = match["verb"].startswith("call") or v.SAYING.match(text, match.start("verb"))
        task = v.TASK.search(since) or (v.INFINITIVE.search(since) and not (asks and not plans))
        again = governing.verb.casefold().endswith(match["verb"])
        weak = match["verb"] in v.WEAK_FORMS and since.strip() != "and" and not again
        resumed = (
            calls
            or (again and match["verb"] != "will")
            or _clear(match, since)
            or not (plans or task)
        )
        if act is not None and resumed and not weak:
            yield act
