"""The verb phrase a paragraph opens with, in English.

Editors set it in italics, but not always, not always wholly, and in annexes never; so a rule
knows the verbs of General Assembly resolutions and the words that complete them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_BASES = """
acknowledge address adopt advise affirm agree aim anticipate appeal applaud appoint appreciate
appropriate approve ask aspire assess assure attach authorize await believe bring call caution
celebrate commemorate commend commit compliment concur condemn confirm congratulate consider
continue declare decide dedicate demand denounce deplore designate determine direct draw elect
emphasize encourage endorse ensure entrust envisage establish exhort expect express extend hail
highlight honour identify implore insist instruct intend invite join look mandate mark nominate
note observe oppose pay pledge proclaim promote propose protest re-emphasize reaffirm realize
reassure recall recognize recommend recommit reconfirm regret reiterate reject rejoice rely
remain remind renew repeat request resolve respect restate salute see set share stand stress
strive suggest support take thank treat trust underline underscore understand urge value view
warn welcome wish
"""
_ADJECTIVES = """
alarmed appalled aware cognizant committed concerned confident conscious convinced desirous
desiring determined disappointed dismayed distressed disturbed encouraged eager gratified guided
indignant inspired mindful motivated outraged resolved seized troubled being having
"""
# Speech acts a sub-paragraph may repeat in the infinitive; "To ensure" is a task, not one.
_INFINITIVES = """
acknowledge affirm appeal call commend consider decide emphasize encourage endorse express
invite note reaffirm recall recognize recommend reiterate request stress underline underscore
urge welcome
"""


def _third(base: str) -> str:
    return f"{base}es" if base.endswith(("s", "sh", "ch", "x")) else f"{base}s"


def _participle(base: str) -> str:
    if base in ("see", "re-emphasize", "agree"):
        return {"see": "seeing", "re-emphasize": "re-emphasizing", "agree": "agreeing"}[base]
    doubled = {"commit": "committing", "recommit": "recommitting", "regret": "regretting"}
    return doubled.get(base) or (f"{base[:-1]}ing" if base.endswith("e") else f"{base}ing")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_ADVERB = r"(?:(?:also|again|once again|once more|further|furthermore|equally|ever|\w{3,}ly)\s+)*"
# "expresses concern", "reiterates its call", but "notes the call" is a verb and its object.
_WHOSE = r"(?:(?:its|our)\s|(?<=express\s)|(?<=expresses\s)|(?<=expressing\s))"
_DEGREES = (
    r"(?:(?:its|our|very|deep|deepest|grave|great|serious|strong|profound|sincere|"
    r"particular|continued|utmost|full|high|firm|renewed|unwavering|growing|special|warm|"
    r"extreme|increasing|unequivocal|strongest|continuing|solemn)\s+)*"
)
_FEELING = (
    "alarm|appreciation|approval|concerns?|condemnation|confidence|conviction|"
    "commendation|commitment|determination|disappointment|gratitude|hope|intention|interest|"
    "readiness|regret|resolve|satisfaction|solidarity|support|sympathy|thanks|view|belief|"
    "condolences|outrage|dismay|call|request|invitation|recommendation|decision|appeal|respect"
)
_COMPLEMENT = (
    r"(?:\s+(?:note|into account|into consideration|in mind|forward|tribute|"
    r"(?:the\s+)?attention|once again upon|once again for|once again|upon|on(?=\s)|for(?=\s)|"
    rf"{_WHOSE}{_DEGREES}(?:{_FEELING})(?:\s+(?:upon|for))?|considered|examined|received|adopted|reviewed|"
    r"concerned|convinced|seized|committed)\b)?"
)
_TRAILING = (
    r"(?:\s+(?:also|further|again|once again|once more|equally|in particular|in this regard|"
    rf"with\s+{_DEGREES}(?:{_FEELING})|in the strongest (?:possible )?terms|unequivocally))*"
)
_CALL_ON = r"(?:\s+(?:upon|on|for)(?=\s))?"


def _phrase(verbs: str, lead: str = "") -> re.Pattern[str]:
    return re.compile(
        rf"^{lead}{_ADVERB}(?:{verbs})\b{_COMPLEMENT}{_TRAILING}{_CALL_ON}", re.IGNORECASE
    )


_OPERATIVE = _phrase(_any(map(_third, _BASES.split())))
_PREAMBULAR = _phrase(_any([*map(_participle, _BASES.split()), "bearing", *_ADJECTIVES.split()]))
_WE = _phrase(
    _any([*sorted(set(_BASES.split()) - {"remain", "stand"}), "will", "must", "should", "shall"]),
    r"We,?\s+(?:therefore\s+)?",
)
_INFINITIVE = _phrase(_any(_INFINITIVES.split()), r"To\s+")
_WE_ARE = re.compile(
    r"^We,?\s+(?:are|remain|stand)\s+(?:(?:also|further|\w+ly)\s+)*"
    rf"(?:{_any([*_ADJECTIVES.split(), 'resolved', 'united', 'ready', 'called'])})\b",
    re.IGNORECASE,
)
_UNFINISHED = re.compile(
    r"\b(?:calls?|calling|takes?|taking|express(?:es|ing)?|looks?|looking|draws?|drawing|pays?|"
    r"paying|bearing|having|continues|remains|remaining)$",
    re.IGNORECASE,
)
_WORD_START = re.compile(r"^[\w’'-]+")
_LONGEST_MARK = 90


def opening_verb(mark: str | None, rest: str, text: str, part: str) -> str | None:
    """The opening verb phrase as printed, or None where none opens the paragraph.

    `mark` is the italic span at the start, `rest` what follows it, `text` the whole paragraph
    and `part` where it stands (`preambular`, `operative`, `annex`).
    """
    ruled = _by_rule(text, part)
    if mark is None or part == "annex":
        return ruled
    phrase = mark.strip(" ,;:.")
    if rest and mark[-1:].isalnum() and (tail := _WORD_START.match(rest)):
        phrase += tail[0]
        rest = rest[tail.end() :]
    trailing = re.match(_TRAILING, rest if rest[:1].isspace() else f" {rest}")
    if trailing and trailing[0].strip():
        phrase = f"{phrase} {' '.join(trailing[0].split())}"
    unfinished = _by_rule(phrase, part) is None or _UNFINISHED.search(phrase)
    if ruled and ruled.startswith(phrase) and unfinished:
        return ruled
    if len(phrase) > _LONGEST_MARK or not phrase[:1].isupper():
        return ruled
    return phrase


def late_verb(span: str) -> str | None:
    """A verb phrase that an introductory clause precedes, as printed (lower case), or None."""
    phrase = span.strip(" ,;:.")
    return phrase if _OPERATIVE.fullmatch(phrase) else None


def _by_rule(text: str, part: str) -> str | None:
    patterns = {
        "preambular": (_PREAMBULAR, _WE_ARE, _WE),
        "operative": (_OPERATIVE, _WE_ARE, _WE, _INFINITIVE),
        "annex": (_WE_ARE, _WE, _OPERATIVE, _INFINITIVE),
    }[part]
    for pattern in patterns:
        if text[:1].isupper() and (match := pattern.match(text)):
            return " ".join(match[0].split())
    return None
