"""The columns of the tables of what States did, said and asked for."""

from __future__ import annotations

from dashboard.corpus.tables.column import Column, pair

_OF_DOCUMENT = {
    "track": Column("code", "of the document", "tracks"),
    "topics": Column("codes", "of the document", "topics"),
    "weight": Column("code", "of the document", "weights"),
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
    **pair("subject", "what an amendment or a motion was about, in our own words"),
    **pair("note", "what is to be known about the numbers or names"),
    **_OF_DOCUMENT,
    **pair("title", "of the document"),
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
    **_OF_DOCUMENT,
}

SPONSORS: dict[str, Column] = {
    "symbol": Column("text", "the document sponsored"),
    "iso3": Column("code", "the State"),
    "role": Column("code", "on the draft, or added later", "sponsor_roles"),
    "date": Column("date", "day printed for the draft or the addition; null where none is"),
    "as_named": Column("text", "the State's name as printed"),
    **_OF_DOCUMENT,
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
    **pair("forum", "where it was made"),
    "meeting": Column("text", "symbol or number of the meeting"),
    "person": Column("text", "who spoke"),
    "weight": Column("code", "core or related, of its subject", "weights"),
    **pair("point", "what was said, in our own words"),
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
    **pair("entity", "who is asked, by name"),
    "deliverable": Column("code", "report, meeting, appointment …", "deliverables"),
    **pair("subject", "what it is about, in our own words"),
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
    **pair("note", "limits, candidates not accepted, repeats"),
    "track": Column("code", "of the resolution", "tracks"),
    "topics": Column("codes", "of the resolution", "topics"),
    "weight": Column("code", "of the resolution", "weights"),
    **pair("title", "of the resolution"),
    "checked": Column("date", "the day the facts were last checked"),
    "source": Column("link", "the official text of the resolution"),
    "url": Column("link", "path of the request in this dashboard"),
}

COUNTRIES: dict[str, Column] = {
    "iso3": Column("code", "the State"),
    **pair("name", "its name"),
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
