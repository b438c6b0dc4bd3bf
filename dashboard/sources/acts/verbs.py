"""The verbs by which a resolution acts, and the patterns that find them after the opening."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.sources.acts.opening_verbs import (
    ADVERB,
    CALL_ON,
    COMPLEMENT,
    TRAILING,
    WE_ARE,
    any_of,
    participle,
    third,
)

_STRONG = """
acknowledge affirm agree applaud appoint appreciate approve ask authorize commend concur condemn
confirm congratulate decide declare demand deplore designate emphasize encourage endorse entrust
exhort express insist instruct invite note proclaim re-emphasize reaffirm recall recognize recommend
recommit reconfirm regret reiterate reject remind renew request resolve stress suggest thank
underline underscore urge warn welcome
"""
"""Verbs that in a resolution are hardly ever anybody's but the organ's."""
_WEAK = """
accept adopt aim anticipate believe commit consider direct establish extend highlight honour
hope insist intend mandate observe pledge promote propose repeat respect salute strive support
trust undertake value
"""
"""Verbs that others have in a relative clause, or that are nouns as well."""
_PHRASES = (
    ("call", r"(?:(?:once )?again )?(?:upon|on|for|(?:the )?attention)"),
    ("continue", rf"to (?:{any_of(_STRONG.split())}|call (?:upon|on|for)|support)"),
    ("appeal", r"(?=to\b|for\b)"),
    ("look", "forward"),
    ("take", r"(?:(?:also|further) )?(?:note|into account|into consideration)"),
    ("draw", "(?:the )?attention"),
    ("bring", "to the attention"),
    ("pay", "tribute"),
    ("remain", r"(?:\w+ly )?(?:seized|concerned|convinced|committed|determined)"),
)
"""Verbs that are an act with these words only."""
ASKING = "call (?:upon|on|for)|urge|request|invite|encourage|recommend|appeal"
PLANS = re.compile(
    r"we\b.*\b(?:will|shall|must|should|commit|recommit|decide|resolve|agree|pledge|undertake|strive"
    r"|aim|intend|continue)$",
    re.IGNORECASE,
)
"""Sentences whose verb governs infinitives: what "and" adds to them is one more task."""
OURS = re.compile(
    r"\b(?:decides?|resolves?|agrees?|recommits?|commits?|we|will|shall|must)$", re.IGNORECASE
)
"""Under these a sub-paragraph's verb is the text's own: "Decides: (a) To request …"."""
INTRODUCED = (
    r"(?:regard|respect|context|connection|ends?|effect|purpose|spirit|vein|sense|basis|therefore"
    r"|thus|accordingly|consequently|hence|addition|particular|such|likewise)"
)
_BEFORE = (
    r"(?:(?<=[,;:.–—])\s+|(?<=[,;:.][”’)])\s+|(?<=[a-z)])–|\b(?:and|but|or|as well as)\s+"
    rf"|\b{INTRODUCED},?\s+)"
)
RELATIVE = re.compile(r"\b(?:that|which|who|whose|whom|how|what|it|they)\b", re.IGNORECASE)
OTHERS = re.compile(r"\b(?:which|who)\b(?:, [^,;.]{1,30},)?[^,;.]*$", re.IGNORECASE)
"""A relative clause still open, also past an aside: "which, inter alia, calls for"."""
AS_SAID = re.compile(
    r", as (?:outlined|reflected|set out|noted|recognized|described|highlighted|stated)\b[^,;]*,"
    r"\s*(?:and )?$"
)
"""What another text says ends with it: "Recognizes that …, as outlined in …, and supports …"."""
NOUN_AFTER = re.compile(
    r"\s*(?:[;.)]|$)|,"
    r"|\s+(?:of|from|by|made|received|submitted|and|or|are|were|is|have|which|such|under|as)\b"
)
ASIDE = re.compile(r",(?: and)? (?:in|as|inter|where|within|through|to|on|for|with|by)\b")
"""After "requests" a comma may open an aside: "and requests, in this regard, …"."""
NOUNS = frozenset(
    [
        *("requests", "demands", "calls", "stresses", "supports", "notes", "mandates"),
        *("highlights", "hopes", "values"),
    ]
)
"""Plural nouns, too, where `NOUN_AFTER` follows."""
TASK = re.compile(r"\bto\s+(?:\w+ly\s+)?[\w-]+(?:,\s+[\w-]+)*,?\s+$", re.IGNORECASE)
INFINITIVE = re.compile(r"\bto\s+(?!the\b|this\b|that\b|all\b|its\b|our\b|an?\b|these\b)[a-z]")
_END = rf"{COMPLEMENT}{TRAILING}{CALL_ON}"
WHOM = re.compile(
    r"(?: [\w’'-]+){0,6} (?:States|Governments|[Cc]ountries|stakeholders|organizations|[Pp]arties"
    r"|donors|entities|contributors|partners|bodies|agencies),? and (?:also |further )?| and "
)
"""Between two verbs: whom the first asks, and nothing of what."""
AGAINST = re.compile(r"(?:\bnot to|\bto not|\bto (?:cease and )?refrain)\b")
NOT_TO_DO = re.compile(
    r"(?:to )?(?:cease and )?refrain(?:ing)?\b|(?:to )?not (?:to )?\w+", re.IGNORECASE
)
"""At the head of a sub-paragraph: "To refrain from …" under "Calls upon States:"."""
SAYS_WE = re.compile(r"we\b|(?:is|are)\b", re.IGNORECASE)
LIMIT = 90


def _alternatives(words: Iterable[str], *, finite: bool, head: bool = False) -> str:
    """The verbs of a list and of `_PHRASES`; "Continue to …" at the head of a line is a task."""
    form = third if finite else str
    phrases = (
        rf"{form(base)}\s+{rest}" for base, rest in _PHRASES if not (head and base == "continue")
    )
    parted = rf"{form('call')}, (?:therefore|accordingly|once again), (?:upon|on|for)"
    return "|".join([any_of(map(form, words)), *phrases, parted])


_KNOWN = [*_STRONG.split(), *_WEAK.split()]
THIRD = re.compile(
    rf"{_BEFORE}(?P<act>{ADVERB}(?:{_alternatives(_KNOWN, finite=True)})\b{_END})", re.IGNORECASE
)
WE = re.compile(
    rf"(?:^|(?<=[.;:!?,–])\s+|(?<=[.;:!?,][”’)])\s+|\b(?:and|but|{INTRODUCED},?)\s+)"
    rf"(?P<act>we,?\s+(?:(?:therefore|hereby|thus|nevertheless)\s+)?{ADVERB}"
    rf"(?:{_alternatives([*_KNOWN, 'will', 'shall', 'must', 'should'], finite=False)})\b{_END})",
    re.IGNORECASE,
)
TWO_IN_ONE = re.compile(
    rf",? and (?={ADVERB}(?:{_alternatives(_KNOWN, finite=True)}"
    rf"|{_alternatives(_KNOWN, finite=False)})\b)"
)
"""An opening marked as one that is two verbs: "Welcomes and encourages"."""
WE_NAMED = re.compile(
    r"\bwe, (?:the |[A-Z])[^.;:]{1,300}?, "
    rf"(?P<act>{ADVERB}(?:{_alternatives(_KNOWN, finite=False)})\b{_END})"
)
"""A declaration that says who "we" are before its verb."""
WE_FEEL = re.compile(
    r"(?:(?<=[.;:!?,])\s+|\b(?:and|but)\s+)(?P<act>" + WE_ARE.pattern.removeprefix("^") + ")",
    re.IGNORECASE,
)
JOINED = re.compile(
    rf"{_BEFORE}(?P<act>{ADVERB}(?P<verb>{_alternatives([*_KNOWN, 'will'], finite=False)})\b{_END})"
)
SUBJECT = re.compile(
    r"\b(?:that|which|who|whose|what|how|it|they|this|these|will|would|can|could|is|are|has|have)\b"
)
"""With one of these in between, another than "we" may be what "and will" is said of."""
SAYING = re.compile(r"(?!encourage|request|urge|invite|recommend)\w+\s+that\b", re.IGNORECASE)
"""What follows is said and not done: "… and affirm that", also after "we will"."""
PASSIVE = re.compile(
    rf"\b(?P<act>(?:is|are)\s+{ADVERB}(?:encouraged|invited|urged|requested|called (?:up)?on)"
    r"\s+to)\b"
)
HEADS = {
    "To ": re.compile(rf"To (?:{_alternatives(_STRONG.split(), finite=False, head=True)})\b{_END}"),
    "": re.compile(
        rf"{ADVERB}(?:{_alternatives(_STRONG.split(), finite=False, head=True)})\b{_END}", re.I
    ),
}
ASKING_HEAD = re.compile(
    rf"(?:{ASKING}"
    rf"|{any_of(map(participle, ('urge', 'request', 'invite', 'encourage', 'recommend')))}"
    rf"|calling (?:upon|on|for))\b{TRAILING}",
    re.IGNORECASE,
)


WEAK_FORMS = frozenset([*map(third, _WEAK.split()), *_WEAK.split()])
