"""Codes and States of the small invented record."""

from __future__ import annotations

from tests.invented.builders_curated import CHECKED, SOURCES, Values

MEMBERS = ("XAA", "XBB", "XCC", "XDD", "XEE", "XFF")
NAMES = ("Alder", "Birch and Beech", "Cedar", "Dogwood (Republic of)", "Elm", "Fir")

VOCABULARIES: dict[str, dict[str, Values]] = {
    "bodies": {
        "general_assembly": {"lane": "assembly"},
        "secretariat": {"lane": "assembly"},
        "summits": {"lane": "outside"},
    },
    "groups": {"western": {}, "grove": {}, "signatories": {}},
    "joining": {"signed": {}, "ratified": {}, "endorsed": {}},
    "lanes": {"assembly": {}, "outside": {}},
    **{
        name: {"invented": {}}
        for name in (
            "absences", "act_places", "actions", "addressees", "outcomes", "parts", "positions",
            "softeners", "sponsor_roles", "submitters", "tiers", "verb_families", "weights",
            "name_coverage",
            "vote_results", "statement_types", "stances", "deliverables", "due_bases",
            "frequencies", "request_statuses", "answer_scopes", "established_by", "ai_relations",
            "search_places", "unknowable",
        )
    },
    "searches": {"found": {}, "later_resolutions": {}, "not_searched": {}},
    "kinds": {"resolution": {}, "report": {}, "summit": {}, "law": {}},
    "tracks": {"civilian": {}, "military": {}},
    "topics": {"safety": {}, "capacity_building": {}, "data": {}},
    "verification": {"verified_primary": {}, "reported": {}},
    "committees": {"plenary": {}, "first": {}},
    "stages": {"plenary": {}, "committee": {}},
    "verbs": {
        "recall": {"family": "background", "tier": 0, "phrases": ["recalling", "recalls"]},
        "mindful": {"family": "background", "tier": 0, "phrases": ["mindful", "mindful of"]},
        "note": {"family": "note", "tier": 1, "phrases": ["notes", "takes note of"]},
        "note_with_appreciation": {
            "family": "note", "tier": 2, "phrases": ["notes with appreciation"],
        },
        "encourage": {"family": "ask", "tier": 3, "phrases": ["encourages"]},
        "request": {"family": "ask", "tier": 5, "phrases": ["requests"]},
    },
}  # fmt: skip


def vocabulary(name: str, terms: dict[str, Values]) -> Values:
    labelled = {
        code: {"labels": {"en": code.replace("_", " "), "zh": "词"}, **more}
        for code, more in terms.items()
    }
    return {"name": name, "about": {"en": f"invented {name}"}, "version": 1, "terms": labelled}


def state(iso3: str, name: str, status: str = "member", since: str | None = "1945-10-24") -> Values:
    number = ord(iso3[1]) - ord("A") + 901
    return {
        "iso3": iso3, "iso2": iso3[:2], "m49": str(number), "names": {"en": name, "zh": "国"},
        "status": status, "regional_group": "western", "member_since": since,
        "groups": [{"group": "grove", "since": "1964"}],
    }  # fmt: skip


def states() -> Values:
    listed = [state(iso3, name) for iso3, name in zip(MEMBERS, NAMES, strict=True)]
    listed.append(state("XGG", "Ginkgo", since="2036-07-01"))
    listed.append(state("XHH", "Hazel", status="observer", since=None))
    return {"checked": CHECKED, "sources": SOURCES, "states": listed}
