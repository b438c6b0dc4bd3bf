"""The columns of every table, documented beside their names.

This is the contract that pages, routes and exports share: the data dictionary in the
README, `/api/schema.json` and the dtype tests are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "codes", "code", "date", "partial_date", "count", "flag", "link"]


@dataclass(frozen=True)
class Column:
    """One column: its kind, what it means, and the vocabulary its codes come from.

    `codes` columns hold tuples of strings in frames, lists in JSON and `;`-joined text
    in CSV. `count` is a nullable integer, `flag` a nullable boolean. A null is
    *unknown* unless the text says otherwise.
    """

    kind: Kind
    about: str
    vocabulary: str | None = None


TIMELINE: dict[str, Column] = {
    "id": Column("text", "symbol, or kebab-case id of an event"),
    "date": Column("partial_date", "first day, as precise as is known: YYYY, YYYY-MM, YYYY-MM-DD"),
    "date_precision": Column("code", "day, month or year: what `date` leaves out is not known"),
    "end_date": Column("partial_date", "last day of what lasts longer; null: one date only"),
    "kind": Column("code", "what it is", "kinds"),
    "body": Column("code", "the body or forum it belongs to", "bodies"),
    "lane": Column("code", "group of bodies, a lane of the timeline", "lanes"),
    "track": Column("code", "civilian, military or cross-cutting", "tracks"),
    "weight": Column("code", "core, related or mention: how central AI is", "weights"),
    "topics": Column("codes", "subjects", "topics"),
    "title_en": Column("text", "title in English"),
    "title_zh": Column("text", "title in Chinese; null where none is known"),
    "short_en": Column("text", "what people call it, for labels; null where it needs none"),
    "short_zh": Column("text", "the same in Chinese"),
    "summary_en": Column("text", "summary in our own words"),
    "summary_zh": Column("text", "the same in Chinese"),
    "symbol": Column("text", "document symbol; null where there is none or none was found"),
    "states": Column("codes", "ISO3 of States that led, sponsored or took part, as far as named"),
    "answers": Column("codes", "ids of records this one responds to; no proof of cause"),
    "verification": Column("code", "how well the facts are established", "verification"),
    "checked": Column("date", "the day the facts were last checked"),
    "source": Column("link", "first source"),
    "url": Column("link", "path of the record in this dashboard"),
}

DOCUMENTS: dict[str, Column] = {
    "id": Column("text", "symbol, or kebab-case id where there is none"),
    "symbol": Column("text", "document symbol; null where there is none or none was found"),
    "kind": Column("code", "resolution, report, meeting …", "kinds"),
    "body": Column("code", "the body that adopted, issued or held it", "bodies"),
    "committee": Column("code", "Main Committee; `plenary`: without one", "committees"),
    "session": Column("count", "session of the body"),
    "date": Column("partial_date", "adopted, issued or held, as precise as is known"),
    "issued": Column("date", "day of issue printed on the official file"),
    "meeting": Column("text", "symbol of the record of the meeting that adopted it"),
    "agenda_item": Column("text", "agenda item as printed"),
    "drafts": Column("codes", "symbols of the drafts"),
    "committee_report": Column("text", "symbol of the report that recommended it"),
    "weight": Column("code", "core, related or mention", "weights"),
    "track": Column("code", "civilian, military or cross-cutting", "tracks"),
    "topics": Column("codes", "subjects", "topics"),
    "title_en": Column("text", "official title in English, or ours where none exists"),
    "title_zh": Column("text", "official title in Chinese; null where none is known"),
    "short_en": Column("text", "what people call it; null where it needs no short name"),
    "short_zh": Column("text", "the same in Chinese"),
    "outcome": Column("code", "how it was decided", "outcomes"),
    "yes": Column("count", "plenary votes in favour as published; null without a recorded vote"),
    "no": Column("count", "plenary votes against as published"),
    "abstain": Column("count", "plenary abstentions as published"),
    "not_voting": Column("count", "members of the day named in no list; absent or silent"),
    "sponsors": Column("count", "States on the draft and added later; null: see sponsors_absence"),
    "sponsors_draft": Column("count", "States printed on the draft"),
    "sponsors_added": Column("count", "States that joined later"),
    "sponsors_absence": Column("code", "why `sponsors` is null", "absences"),
    "preambular": Column("count", "preambular paragraphs, top level"),
    "operative": Column("count", "operative paragraphs, top level"),
    "mentions_ai": Column("count", "paragraphs, of every level and annex, that mention AI"),
    "requests": Column("count", "requested reports on record; null until they are"),
    "languages": Column("codes", "languages of the official files read"),
    "subjects": Column("codes", "UNBIS Thesaurus subjects"),
    "cites": Column("codes", "symbols it cites"),
    "mandated_by": Column("text", "paragraph that asked for it"),
    "answers": Column("codes", "ids of records this one responds to"),
    "conflicts": Column("count", "facts on which sources disagree"),
    "verification": Column("code", "how well the facts are established", "verification"),
    "checked": Column("date", "the day the facts were last checked"),
    "source": Column("link", "first source"),
    "url": Column("link", "path of the record in this dashboard"),
}

PARAGRAPHS: dict[str, Column] = {
    "id": Column("text", "symbol and place: A/RES/79/239#op6.e"),
    "symbol": Column("text", "the document"),
    "date": Column("partial_date", "adoption of the document"),
    "body": Column("code", "the body that adopted it", "bodies"),
    "track": Column("code", "of the document", "tracks"),
    "weight": Column("code", "of the document", "weights"),
    "part": Column("code", "preambular, operative or annex", "parts"),
    "number": Column("text", "as printed, with its parent's: 6 (e); null where none is printed"),
    "position": Column("count", "place in the document, from 1"),
    "parent": Column("text", "id of the paragraph it is part of"),
    "verb": Column("text", "opening words in English as printed; null where no verb opens it"),
    "verb_zh": Column("text", "the same in the Chinese text"),
    "governed_by": Column("text", "paragraph whose verb governs it: itself, or its chapeau"),
    "head": Column("code", "the governing verb by rule; `unknown`: no rule matches", "verbs"),
    "family": Column("code", "the kind of speech act, by rule", "verb_families"),
    "tier": Column("count", "how directive, 6 the most, 0 asks nobody to act; our convention"),
    "intensifier": Column("text", "strongly, urgently … as printed, by rule"),
    "softeners": Column("codes", "phrases that soften the request; empty until coded", "softeners"),
    "addressees": Column("codes", "who is asked; empty until coded", "addressees"),
    "actions": Column("codes", "what is asked; empty until coded", "actions"),
    "topics": Column("codes", "subjects of the paragraph; empty until coded", "topics"),
    "mentions_ai": Column("flag", "whether it mentions artificial intelligence"),
    "cites": Column("codes", "symbols it cites"),
    "summary_en": Column("text", "summary in our own words; null until written"),
    "summary_zh": Column("text", "the same in Chinese"),
    "coded_by": Column("code", "rule, model or human"),
    "reviewed": Column("flag", "whether a person reviewed the coding"),
    "url": Column("link", "path of the paragraph in this dashboard"),
}

RECORDED_VOTES: dict[str, Column] = {
    "id": Column("text", "document, stage and what was voted on: A/RES/79/239@committee"),
    "symbol": Column("text", "the document voted on"),
    "stage": Column("code", "committee, plenary …", "stages"),
    "level": Column("code", "where a paragraph, amendment or motion was voted on", "stages"),
    "paragraphs": Column("codes", "ids of the paragraphs voted on; empty: the text as a whole"),
    "date": Column("partial_date", "day of the vote"),
    "meeting": Column("text", "the meeting that took it"),
    "yes": Column("count", "in favour as published; null: not known"),
    "no": Column("count", "against as published"),
    "abstain": Column("count", "abstaining as published"),
    "not_voting": Column("count", "members of the day in no list; null unless every list is known"),
    "eligible": Column("count", "States that could vote: members of the body on that day"),
    "names": Column("code", "whether every State is named, some, or none", "name_coverage"),
    "complete": Column("codes", "positions whose list of names is complete", "positions"),
    "result": Column("code", "of a paragraph, an amendment or a motion", "vote_results"),
    "subject_en": Column("text", "what an amendment or a motion was about, in our own words"),
    "subject_zh": Column("text", "the same in Chinese"),
    "note_en": Column("text", "what is to be known about the numbers or names"),
    "note_zh": Column("text", "the same in Chinese"),
    "track": Column("code", "of the document", "tracks"),
    "topics": Column("codes", "of the document", "topics"),
    "weight": Column("code", "of the document", "weights"),
    "title_en": Column("text", "of the document"),
    "title_zh": Column("text", "the same in Chinese"),
    "verification": Column("code", "how well the facts are established", "verification"),
    "source": Column("link", "first source"),
    "url": Column("link", "path of the vote in this dashboard"),
}

VOTES: dict[str, Column] = {
    "vote": Column("text", "id of the vote in the table of recorded votes"),
    "symbol": Column("text", "the document voted on"),
    "stage": Column("code", "committee, plenary …", "stages"),
    "date": Column("partial_date", "day of the vote"),
    "iso3": Column("code", "the State"),
    "position": Column("code", "yes, no, abstain, not_voting or not_member", "positions"),
    "intended": Column("code", "position it later said it had meant; null: none known"),
    "track": Column("code", "of the document", "tracks"),
    "topics": Column("codes", "of the document", "topics"),
    "weight": Column("code", "of the document", "weights"),
}

SPONSORS: dict[str, Column] = {
    "symbol": Column("text", "the document sponsored"),
    "iso3": Column("code", "the State"),
    "role": Column("code", "on the draft, or added later", "sponsor_roles"),
    "date": Column("date", "day printed for the draft or the addition; null where none is"),
    "as_named": Column("text", "the State's name as printed"),
    "track": Column("code", "of the document", "tracks"),
    "topics": Column("codes", "of the document", "topics"),
    "weight": Column("code", "of the document", "weights"),
}

STATEMENTS: dict[str, Column] = {
    "id": Column("text", "kebab-case id"),
    "date": Column("partial_date", "day spoken or written, as precise as is known"),
    "date_precision": Column("code", "day, month or year: what `date` leaves out is not known"),
    "speaker_iso3": Column("codes", "the delegation that spoke; several where joint"),
    "group": Column("code", "group spoken for, where it is one of the vocabulary", "groups"),
    "on_behalf_of": Column("text", "group spoken for, by name in English; null: for itself"),
    "on_behalf_of_zh": Column("text", "the same in Chinese"),
    "aligned": Column("codes", "ISO3 of others that aligned themselves"),
    "type": Column("code", "introduction, explanation of vote …", "statement_types"),
    "stance": Column("code", "our reading of the words; no vote", "stances"),
    "vote_stated": Column("code", "vote the speaker said it cast or would cast", "positions"),
    "symbol": Column("codes", "symbols or ids of the texts and meetings it is about"),
    "paragraphs": Column("codes", "ids of the paragraphs it names, in the adopted text"),
    "named": Column("codes", "the paragraphs as the speaker numbered them"),
    "forum_en": Column("text", "where it was made"),
    "forum_zh": Column("text", "the same in Chinese"),
    "meeting": Column("text", "symbol or number of the meeting"),
    "person": Column("text", "who spoke"),
    "weight": Column("code", "core or related, of its subject", "weights"),
    "point_en": Column("text", "what was said, in our own words"),
    "point_zh": Column("text", "the same in Chinese"),
    "verification": Column("code", "how well it is established", "verification"),
    "checked": Column("date", "the day the facts were last checked"),
    "source": Column("link", "first source"),
    "url": Column("link", "path of the statement in this dashboard"),
}

REQUESTS: dict[str, Column] = {
    "id": Column("text", "session, number and paragraph: 79-239-7"),
    "symbol": Column("text", "the resolution that asks"),
    "paragraph": Column("text", "id of the paragraph; null where its numbering names none"),
    "place": Column("text", "the paragraph as printed"),
    "date": Column("partial_date", "adoption of the resolution"),
    "addressee": Column("code", "class of whom is asked", "addressees"),
    "entity_en": Column("text", "who is asked, by name"),
    "entity_zh": Column("text", "the same in Chinese"),
    "deliverable": Column("code", "report, meeting, appointment …", "deliverables"),
    "subject_en": Column("text", "what it is about, in our own words"),
    "subject_zh": Column("text", "the same in Chinese"),
    "due": Column("text", "as asked: a session or a date; null where none is stated"),
    "due_from": Column("date", "first day on which an answer is expected"),
    "due_to": Column("date", "last day on which an answer is on time; null: no due date"),
    "due_basis": Column("code", "how the due date is known", "due_bases"),
    "frequency": Column("code", "once, yearly …", "frequencies"),
    "about_ai": Column("flag", "whether the request itself concerns AI"),
    "status": Column("code", "computed from dates, answers and the day asked", "request_statuses"),
    "answered_by": Column("codes", "symbols, or ids of events, that answer it"),
    "answered_on": Column("partial_date", "day of the first answer; null: not known or none"),
    "answered_before": Column("date", "it was out by this day, when a later text cites it"),
    "days_late": Column("count", "days after `due_to`; negative: early; null: not computable"),
    "answer_scope": Column("code", "direct, or only its series", "answer_scopes"),
    "established_by": Column("codes", "how the answer is known", "established_by"),
    "search": Column("code", "what was searched for an answer", "searches"),
    "superseded_by": Column("text", "id of the request that took its place"),
    "note_en": Column("text", "limits, candidates not accepted, repeats"),
    "note_zh": Column("text", "the same in Chinese"),
    "track": Column("code", "of the resolution", "tracks"),
    "topics": Column("codes", "of the resolution", "topics"),
    "weight": Column("code", "of the resolution", "weights"),
    "title_en": Column("text", "of the resolution"),
    "title_zh": Column("text", "the same in Chinese"),
    "checked": Column("date", "the day the facts were last checked"),
    "source": Column("link", "the official text of the resolution"),
    "url": Column("link", "path of the request in this dashboard"),
}

COUNTRIES: dict[str, Column] = {
    "iso3": Column("code", "the State"),
    "name_en": Column("text", "its name"),
    "name_zh": Column("text", "the same in Chinese"),
    "status": Column("text", "member or observer"),
    "regional_group": Column("code", "its regional group", "groups"),
    "groups": Column("codes", "groups it is in today", "groups"),
    "sponsored": Column("count", "texts on record it sponsored"),
    "yes": Column("count", "plenary votes on whole texts, every State named: in favour"),
    "no": Column("count", "of the same votes: against"),
    "abstain": Column("count", "of the same votes: abstaining"),
    "not_voting": Column("count", "of the same votes: in no list"),
    "eligible": Column("count", "of the same votes: member on that day"),
    "statements": Column("count", "statements on record it made, alone or with others"),
    "events": Column("count", "events on record it led, or is named as taking part in"),
    "url": Column("link", "path of the State in this dashboard"),
}

TABLES: dict[str, dict[str, Column]] = {
    "timeline": TIMELINE,
    "documents": DOCUMENTS,
    "paragraphs": PARAGRAPHS,
    "recorded_votes": RECORDED_VOTES,
    "votes": VOTES,
    "sponsors": SPONSORS,
    "statements": STATEMENTS,
    "requests": REQUESTS,
    "countries": COUNTRIES,
}
"""Every table by the name its route has."""

DTYPES: dict[Kind, str] = {
    "text": "str",
    "code": "str",
    "partial_date": "str",
    "link": "str",
    "date": "str",
    "codes": "object",
    "count": "Int64",
    "flag": "boolean",
}
"""The pandas dtype of each kind. Dates stay text, because many are partial."""
