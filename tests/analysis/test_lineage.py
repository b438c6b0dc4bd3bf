from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dashboard.analysis.lineage import cited_by, links, predecessors, related, steps
from dashboard.corpus.snapshot import Snapshot, take_snapshot
from tests.invented.builders import EVENTS, RESOLUTION, change, event, write
from tests.invented.synthetic import snapshot as synthetic

DELIVERED = {
    "step": "delivered", "date": "2036-07", "symbol": "A/91/7", "detail": "A/RES/90/1#op3",
}  # fmt: skip


def told(snapshot: Snapshot, record_id: str) -> list[tuple[str, str]]:
    found = links(snapshot, record_id)
    assert list(found) == ["from", "to", "relation"]
    assert set(found["from"]) <= {record_id}
    return [(str(row.relation), str(row.to)) for row in found.itertuples()]


def test_an_unknown_id_hangs_on_nothing(snapshot: Snapshot):
    assert told(snapshot, "nothing") == []
    assert told(snapshot, "") == []


def test_a_record_nobody_answers(snapshot: Snapshot):
    assert told(snapshot, "machine-law") == []


def test_what_a_record_answers_and_what_answers_it(snapshot: Snapshot):
    assert told(snapshot, "second-summit") == [
        ("answers", "grove-summit"),
        ("answers", "A/RES/90/1"),
    ]
    assert told(snapshot, "grove-summit") == [("answered_by", "second-summit")]


def test_what_was_asked_for_is_not_told_again_as_an_answer(snapshot: Snapshot):
    assert told(snapshot, "A/RES/90/1") == [
        ("answered_by", "second-summit"),
        ("delivered", "A/91/7"),
    ]
    assert told(snapshot, "A/91/7") == [("requested", "A/RES/90/1")]


def test_an_event_leads_to_a_text(data_dir: Path):
    change(data_dir / EVENTS.format("grove-summit"), leads_to=["A/RES/90/1", "A/RES/90/2"])
    found = told(take_snapshot(data_dir), "grove-summit")
    assert found == [
        ("answered_by", name) for name in ("second-summit", "A/RES/90/1", "A/RES/90/2")
    ]


def test_two_records_of_one_matter_name_each_other_and_hang_together_alike(data_dir: Path):
    ours = {"same_as": "A/91/7", "leads_to": ["A/RES/90/2"], "answers": ["machine-law"]}
    write(data_dir / EVENTS.format("report-out"), event("report-out", "2036-07", **ours))
    change(data_dir / EVENTS.format("second-summit"), answers=["report-out"])
    snapshot = take_snapshot(data_dir)
    rest = [
        ("answers", "machine-law"),
        ("answered_by", "second-summit"),
        ("answered_by", "A/RES/90/2"),
        ("requested", "A/RES/90/1"),
    ]
    assert told(snapshot, "A/91/7") == [("same_as", "report-out"), *rest]
    assert links(snapshot, "report-out")[["relation", "to"]].to_numpy().tolist() == [
        ["same_as", "A/91/7"], *map(list, rest)
    ]  # fmt: skip


def test_an_event_and_what_was_said_at_it_name_each_other(data_dir: Path):
    said = event("alder-said", "2035-12-01", same_as="alder-explains")
    write(data_dir / EVENTS.format("alder-said"), said)
    snapshot = take_snapshot(data_dir)
    assert told(snapshot, "alder-said") == [("same_as", "alder-explains")]
    assert links(snapshot, "alder-explains")["to"].tolist() == ["alder-said"]


def test_two_that_answer_each_other_are_told_both_ways_once(data_dir: Path):
    for one, other in (("aaa", "bbb"), ("bbb", "aaa")):
        write(data_dir / EVENTS.format(one), event(one, "2035", answers=[other]))
    found = told(take_snapshot(data_dir), "aaa")
    assert found == [("answers", "bbb"), ("answered_by", "bbb")]


def test_who_cites_a_symbol(snapshot: Snapshot):
    documents = snapshot.tables["documents"]
    assert cited_by(documents, "A/RES/89/9")["id"].tolist() == ["A/RES/90/1"]
    assert cited_by(documents, "A/RES/89").empty
    assert cited_by(documents.iloc[:0], "A/RES/89/9").empty


def test_the_life_of_a_text(snapshot: Snapshot):
    found = steps(snapshot.imported["A/RES/90/1"], snapshot.tables["documents"])
    assert found[["step", "date", "symbol"]].to_numpy().tolist() == [
        ["draft", "2035-10-15", "A/C.1/90/L.4"],
        ["committee_report", "2035-11-20", "A/90/400"],
        ["adopted", "2035-12-01", "A/90/PV.50"],
        ["issued", "2035-12-05", "A/RES/90/1"],
        ["delivered", "2036-07", "A/91/7"],
    ]
    assert found.iloc[-1].to_dict() == DELIVERED
    assert found["detail"].iloc[1] == "12"


def test_a_text_without_draft_report_or_issue(snapshot: Snapshot):
    found = steps(snapshot.imported["A/RES/90/2"], snapshot.tables["documents"])
    assert found["step"].tolist() == ["adopted"]


def test_what_was_delivered_before_the_text_was_issued_comes_before_it(data_dir: Path):
    """A report may be out while the text that asked for it is still being edited."""
    change(data_dir / RESOLUTION, issued="2036-08-01")
    found = take_snapshot(data_dir)
    life = steps(found.imported["A/RES/90/1"], found.tables["documents"])
    assert life["step"].tolist() == ["draft", "committee_report", "adopted", "delivered", "issued"]


def test_a_draft_without_a_date_stays_where_it_is_told(data_dir: Path):
    drafts = [{"symbol": "A/C.1/90/L.4", "date": "2035-10-15"}, {"symbol": "A/C.1/90/L.4/Rev.1"}]
    change(data_dir / RESOLUTION, drafts=drafts)
    found = take_snapshot(data_dir)
    life = steps(found.imported["A/RES/90/1"], found.tables["documents"])
    assert life["symbol"].tolist()[:3] == ["A/C.1/90/L.4", "A/C.1/90/L.4/Rev.1", "A/90/400"]


def test_no_life_on_record_runs_backwards(real_record: Snapshot):
    for record in real_record.imported.values():
        days = steps(record, real_record.tables["documents"])["date"].dropna().tolist()
        assert days == sorted(days), record.symbol


def dated(name: str, date: str | None, title: str | None, *answers: str) -> dict[str, Any]:
    return {"id": name, "date": date, "title_en": title, "answers": answers}


def series(*documents: dict[str, Any], held: Sequence[str]) -> Snapshot:
    return synthetic(
        documents=documents,
        paragraphs=[{"id": f"{s}#op1", "symbol": s, "position": 1} for s in held],
    )


def test_without_texts_nothing_precedes_and_nothing_is_related():
    assert predecessors(synthetic()) == {}
    assert related(synthetic(), "<b>none</b>") == []


def test_a_text_continues_the_latest_of_its_title_and_is_related_to_what_it_answers():
    record = series(
        dated("A/1", "2030-01-01", "Lamps"),
        dated("A/2", "2031-01-01", "LAMPS"),
        dated("A/3", "2032-01-01", "Oars", "A/1", "A/2", "A/9", "A/5"),
        dated("A/4", "2033-01-01", "Lamps", "A/1", "A/2", "A/3"),
        dated("A/5", "2034-01-01", "Nets", "A/5"),
        dated("A/6", None, "Lamps", "A/1"),
        held=["A/1", "A/2", "A/3", "A/4", "A/5", "A/6"],
    )
    assert predecessors(record) == {"A/2": "A/1", "A/4": "A/2"}
    found = {name: related(record, f"A/{name}") for name in range(1, 7)}
    assert found == {1: [], 2: [], 3: ["A/2", "A/1"], 4: ["A/3"], 5: [], 6: []}


def test_a_text_without_paragraphs_on_record_is_no_predecessor_and_not_related():
    record = series(
        dated("A/1", "2030-01-01", "Lamps"),
        dated("A/2", "2031-01-01", "Lamps", "A/1"),
        dated("A/3", "2031-02-01", "Oars", "A/1"),
        held=["A/2", "A/3"],
    )
    assert predecessors(record) == {}
    assert related(record, "A/3") == []


def test_what_only_answers_a_text_does_not_continue_it(real_record: Snapshot):
    before = predecessors(real_record)
    for later, earlier in {
        "A/RES/80/147": ["A/RES/79/325"],
        "A/RES/79/239": ["A/RES/79/1"],
        "A/RES/80/260": ["A/RES/79/322"],
        "A/RES/79/325": ["A/RES/79/1"],
        "A/RES/78/311": ["A/RES/78/265"],
    }.items():
        assert later not in before
        assert set(earlier) <= set(related(real_record, later))
    assert before["A/RES/80/58"] == "A/RES/79/239"
    assert before["A/RES/80/57"] == "A/RES/79/62"
    assert related(real_record, "A/RES/80/57") == []
    assert all(other != name for name, other in before.items())
