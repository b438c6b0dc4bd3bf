"""The figure: every record once, by id, safely written, in colours a filter never changes."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter

import pandas as pd
import plotly.io as pio
import pytest

from dashboard.charts import palette
from dashboard.charts.timeline.timeline_figure import alt_text
from tests.charts.timeline.records import LANES, TRACKS, draw, frame_of, record

HOSTILE = '<a href="javascript:alert(1)">now</a> & <b>bold</b> %{customdata} <br>'


def traces(figure, name):
    return [trace for trace in figure.data if trace.name == name]


def marks(figure):
    """Ids of all marks and ticks with the drawn attributes."""
    found = {}
    for trace in [*traces(figure, "marks"), *traces(figure, "rug")]:
        for index, name in enumerate(trace.customdata):
            marker = trace.marker
            found[name] = {
                key: value[index] if isinstance(value, tuple | list) else value
                for key, value in (("symbol", marker.symbol), ("color", marker.color))
            } | {"x": trace.x[index], "y": trace.y[index], "trace": trace.name}
    return found


def strings(value):
    """Every string of a figure's JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each)


@pytest.fixture
def mixed() -> pd.DataFrame:
    return frame_of(
        record("A/RES/99/1", "2024-03-21", short_en="First text"),
        record("A/RES/99/2", "2024-03-21", weight="mention"),
        record("month", "2024-05", lane="south", track="military", kind="report"),
        record("year", "2025", lane="south", track="cross_cutting", kind="law"),
        record("long", "2024-01-10", end_date="2025-06-30", lane="west", kind="negotiation"),
        record("vague", "2023", end_date="2026", lane="west", kind="initiative"),
        record("coming", "2027-02-01", lane="west", kind="summit", answers=("A/RES/99/1",)),
    )


def test_an_empty_frame_keeps_its_lanes_and_says_so():
    figure = draw(frame_of())
    said = [note.text for note in figure.layout.annotations]
    assert "Nothing matches." in said
    assert {label for _, label in LANES} <= {text.replace("<br>", " ") for text in said}
    assert not marks(figure)
    assert figure.layout.height > 100


def test_hostile_text_is_drawn_letter_by_letter():
    row = record(HOSTILE, "2024-03-21", title_en=HOSTILE, title_zh=HOSTILE, short_en=HOSTILE)
    row |= {"body": HOSTILE, "verification": HOSTILE, "kind": HOSTILE}
    figure = draw(
        frame_of(row, record("other", "2025-01-01")),
        lanes=[("north", HOSTILE)],
        selected="other",
        links=pd.DataFrame([{"from": "other", "to": HOSTILE, "relation": HOSTILE}]),
    )
    ids = {HOSTILE}
    shown = [text for text in strings(json.loads(figure.to_json())) if text not in ids]
    allowed = ("<br>", "<b>", "</b>", "<extra></extra>")
    for text in shown:
        bare = text
        for tag in allowed:
            bare = bare.replace(tag, "")
        assert "<" not in bare, text
    assert any(
        "&lt;a href" in text and "&lt;b&gt;bold" in text.replace("<br>", " ") for text in shown
    )


def test_every_record_is_drawn_exactly_once_and_carries_its_id(mixed):
    figure = draw(mixed)
    drawn = Counter(
        name
        for trace in [*traces(figure, "marks"), *traces(figure, "rug")]
        for name in trace.customdata
    )
    assert drawn == Counter(mixed["id"].tolist())
    assert [trace.customdata for trace in traces(figure, "rug")] == [("A/RES/99/2",)]
    assert {n for bar in traces(figure, "bars") for n in bar.customdata if n} == {"long", "vague"}


def test_asked_for_mentions_are_marks(mixed):
    figure = draw(mixed, show_mentions=True)
    assert not traces(figure, "rug")
    assert set(marks(figure)) == set(mixed["id"])


def test_bars_run_over_the_days_that_are_sure(mixed):
    figure = draw(mixed)
    ends = {}
    for trace in traces(figure, "bars"):
        for index, name in enumerate(trace.customdata):
            if name:
                ends.setdefault(name, []).append((trace.x[index], trace.marker.size[index]))
    assert [x for x, _ in ends["long"]] == ["2024-01-10", "2025-06-30"]
    assert ends["long"][1][1] > 0, "an end known to the day has a cap"
    assert [x for x, _ in ends["vague"]] == ["2023-12-31", "2026-01-01"]
    assert ends["vague"][1][1] == 0


def test_imprecise_dates_have_whiskers_over_all_they_may_mean(mixed):
    (whiskers,) = traces(draw(mixed), "imprecise")
    pairs = {(whiskers.x[n], whiskers.x[n + 1]) for n in range(0, len(whiskers.x), 3)}
    assert ("2024-05-01", "2024-06-01") in pairs
    assert ("2025-01-01", "2026-01-01") in pairs
    assert len(pairs) == 4


def test_what_was_not_read_is_hollow():
    rows = frame_of(record("known", "2025-03-01", weight="not_read"), record("read", "2025-03-02"))
    symbols = {name: mark["symbol"] for name, mark in marks(draw(rows)).items()}
    assert {name: symbol.endswith("-open") for name, symbol in symbols.items()} == {
        "known": True,
        "read": False,
    }


def test_what_lies_ahead_is_hollow(mixed):
    symbols = {name: mark["symbol"] for name, mark in marks(draw(mixed)).items()}
    assert symbols.pop("coming").endswith("-open")
    symbols.pop("A/RES/99/2")
    assert not any(symbol.endswith("-open") for symbol in symbols.values())


def test_a_filter_never_recolours(mixed):
    def look(figure):
        return {name: (mark["color"], mark["symbol"]) for name, mark in marks(figure).items()}

    whole = look(draw(mixed))
    for track in TRACKS:
        part = look(draw(mixed[mixed["track"] == track]))
        assert part == {name: whole[name] for name in part}
    assert whole["month"][0] == palette.TRACKS["military"]
    keys = [[t.name for t in draw(f).data if t.showlegend] for f in (mixed, mixed[:2])]
    assert keys[0] == keys[1]


def test_lanes_stand_in_the_order_given(mixed):
    heights = {name: mark["y"] for name, mark in marks(draw(mixed)).items()}
    assert heights["A/RES/99/1"] > heights["month"] > heights["coming"]
    upside_down = {n: m["y"] for n, m in marks(draw(mixed, lanes=LANES[::-1])).items()}
    assert upside_down["coming"] > upside_down["month"] > upside_down["A/RES/99/1"]


def test_tracks_can_be_the_lanes(mixed):
    found = marks(draw(mixed.assign(lane=mixed["track"]), lanes=list(TRACKS.items())))
    assert found["long"]["y"] > found["month"]["y"] > found["year"]["y"]


def test_the_selected_record_has_a_ring_and_only_its_own_links(mixed):
    links = pd.DataFrame(
        [
            ("coming", "A/RES/99/1", "answers"),
            ("month", "year", "answers"),
            ("coming", "gone", "x"),
        ],
        columns=["from", "to", "relation"],
    )
    figure = draw(mixed, selected="coming", links=links)
    (ring,), (arcs,) = traces(figure, "selected"), traces(figure, "chain")
    assert len(ring.x) == 2
    assert arcs.x.count(None) == 1
    assert "Answers" in arcs.hovertext
    assert not traces(draw(mixed, selected="nothing", links=links), "selected")


def test_labels_are_those_of_the_language_or_the_other(mixed):
    mixed.loc[0, "short_zh"] = "第一份"
    said = {code: traces(draw(mixed, language=code), "labels")[0].text[0] for code in ("en", "zh")}
    assert said == {"en": "First text", "zh": "第一份"}


def test_hover_says_title_date_body_track_and_verification(mixed):
    (trace,) = traces(draw(mixed), "marks")
    text = trace.hovertext[trace.customdata.index("month")]
    for part in ("Title of month", "2024-05", "Report", "council", "Military", "verified"):
        assert part in text


def test_today_is_named_only_where_it_is_in_view(mixed):
    assert "Today" in [note.text for note in draw(mixed).layout.annotations]
    early = draw(mixed, today=dt.date(1999, 1, 1))
    assert "Today" not in [note.text for note in early.layout.annotations]


def test_the_theme_decides_the_template_and_the_colour_of_text(mixed, monkeypatch):
    monkeypatch.setattr(pio.templates, "default", "none")
    figure = json.loads(draw(mixed).to_json())
    assert "font" not in figure["layout"].get("template", {}).get("layout", {})
    assert "font" not in figure["layout"]
    assert "paper_bgcolor" not in figure["layout"]
    for note in figure["layout"]["annotations"]:
        assert "color" not in note.get("font", {})


def test_phones_get_lane_names_above_the_lanes(mixed):
    figure = draw(mixed, width_px=360)
    assert figure.layout.margin.l < 20
    names = [note for note in figure.layout.annotations if note.text == "Northern body"]
    assert [(note.yanchor, note.xshift) for note in names] == [("top", 0)]
    assert set(marks(figure)) == set(mixed["id"])


def test_a_record_of_real_size_stays_small():
    rows = [
        record(f"A/RES/{n // 40}/{n}", f"{2014 + n % 13}-{1 + n % 12:02}-{1 + n % 28:02}")
        | {"title_en": f"Invented title number {n} with as many words as titles usually have here"}
        | {"lane": LANES[n % 3][0], "track": list(TRACKS)[n % 3]}
        for n in range(350)
    ]
    figure = draw(frame_of(*rows))
    assert len(figure.to_json()) < 150_000
    assert {trace.type for trace in figure.data} == {"scatter"}


def test_the_alt_text_counts(mixed):
    template = "{n} of {total}, {first} to {last}; {lane} {lane_n}; {year} {year_n}"
    given = {"total": 9, "lanes": dict(LANES), "template": template, "empty": "0 of {total}"}
    said = alt_text(mixed, **given, dates=lambda date, end: date)
    assert said == "7 of 9, 2023 to 2027-02-01; Western body 3; 2024 4"
    assert alt_text(mixed[:0], **given, dates=lambda date, end: date) == "0 of 9"


def test_an_old_mention_is_drawn_and_counted_but_does_not_stretch_the_axis(mixed):
    old = record("A/RES/1/1", "1948-12-10", weight="mention")
    whole = pd.concat([mixed, frame_of(old)], ignore_index=True)
    figure, before = draw(whole), draw(mixed)
    assert figure.layout.xaxis.range == before.layout.xaxis.range
    assert marks(figure)["A/RES/1/1"]["x"] == "1948-12-10"
    assert "← 1 earlier" in [note.text for note in figure.layout.annotations]
    assert not any("earlier" in note.text for note in before.layout.annotations)
