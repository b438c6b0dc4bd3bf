"""Reference data: States and the vocabularies whose codes all records use."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import Field, model_validator

from dashboard.corpus.records.fields import (
    Code,
    Day,
    Iso3,
    Language,
    PartialDate,
    Record,
    Source,
    Text,
)
from dashboard.sources.names import folded

_PINYIN = "[a-z]{1,6}[1-5]"


class Membership(Record):
    """A State's time in a group; null where the day is not in our sources."""

    group: Code
    since: PartialDate | None = None
    until: PartialDate | None = None


class State(Record):
    """A Member State or observer of the United Nations.

    `other_names` are names official files print or printed, each matched whatever its
    capitals, accents and spaces. `aliases` are what people call it besides (short, former,
    abbreviated, in any language): they are searched, and never looked for in official files.
    `sort_keys` say by what a name is sorted in a language whose letters do not say it: of a
    Chinese one, each sign's pinyin with its tone.
    """

    iso3: Iso3
    iso2: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    m49: Annotated[str, Field(pattern=r"^[0-9]{3}$")]
    names: dict[Language, Text]
    other_names: list[Text] = []
    aliases: list[Text] = []
    sort_keys: dict[Language, Text] = {}
    status: Literal["member", "observer"]
    regional_group: Code
    member_since: Day | None = None
    groups: list[Membership] = []

    @model_validator(mode="after")
    def _each_sign_has_its_sound(self) -> State:
        given, name = self.sort_keys.get("zh"), self.names.get("zh", "")
        if given is not None and not re.fullmatch(
            rf"{_PINYIN}(?: {_PINYIN}){{{len(name) - 1}}}", given
        ):
            raise ValueError(
                f"sort_keys.zh: found {given!r}; allowed: for each sign of {name} its pinyin "
                "and tone, as zhong1 guo2"
            )
        return self

    def sort_key(self, language: str) -> str:
        """By what its name is sorted in a language: accents do not count, Côte is Cote."""
        key = next((key for code, key in self.sort_keys.items() if code == language), None)
        own = (name for code, name in self.names.items() if code == language)
        return key or folded(next(own, self.names.get("en", self.iso3)))


class StateList(Record):
    """The file data/states.yaml."""

    checked: Day
    sources: list[Source]
    states: Annotated[list[State], Field(min_length=1)]


class Term(Record):
    """A code and what it is called; codes never change, labels may."""

    labels: dict[Language, Text]
    definition: dict[Language, Text] = {}
    lane: Code | None = None
    """Bodies: the timeline lane they stand in."""
    family: Code | None = None
    """Verbs: the speech act. See peers' section on operative verbs."""
    tier: Annotated[int, Field(ge=0, le=6)] | None = None
    """Verbs: how directive, 6 the most; 0 asks nobody to act."""
    phrases: list[Text] = []
    """Verbs: the heads this term covers, lower case, English. Near AI: what names it, English."""
    not_in: list[Text] = []
    """Near AI: words that hold such a phrase and mean something else."""
    phrases_zh: list[Text] = []
    """Verbs: how Chinese texts begin where they use this term."""
    said: dict[Language, list[Text]] = {}
    """Verbs and softeners: the words by one of which a summary says it."""
    spellings: list[Text] = []
    """Synonyms: what else means the same in search, in any language. Addressees: how texts name
    them."""
    in_capitals: list[Text] = []
    """Synonyms: the same, meant only where it is written in capitals, as LAWS."""
    outside: dict[str, list[Text]] = {}
    """Topics: codes of outside schemes (agora, oecd, mit)."""


class Vocabulary(Record):
    """One file of data/vocabulary: an ordered set of codes."""

    name: Code
    about: dict[Language, Text]
    version: Annotated[int, Field(ge=1)]
    sources: list[Source] = []
    terms: Annotated[dict[Code, Term], Field(min_length=1)]
