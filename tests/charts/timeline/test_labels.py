"""Labels: beside their marks, covering nothing, left out where there is no room."""

from __future__ import annotations

from itertools import combinations

from dashboard.charts.date_axis import day_number
from dashboard.charts.style import text_width
from dashboard.charts.timeline.labels import LINE, TEXT, Box, place_labels, space_beside_marks
from dashboard.charts.timeline.lanes import place, scale_of
from tests.charts.timeline.records import TODAY, frame_of, record

SIZE = 10.0


def labelled(frame, texts, width=600, levels=4):
    scale = scale_of(frame, width, SIZE, TODAY)
    given = {"lanes": ["north"], "scale": scale, "size": SIZE}
    placed = place(frame, **given, show_mentions=False)
    taken = space_beside_marks(placed, scale, SIZE, 1, day_number(TODAY))
    return placed, scale, place_labels(placed, texts, taken, scale, SIZE, levels)


def box_of(label):
    width = text_width(label.text, TEXT)
    left = label.x - {"left": 0, "center": width / 2, "right": width}[label.anchor]
    return Box(left, left + width, label.y - LINE / 2 + 1, label.y + LINE / 2 - 1)


def test_no_wish_no_label():
    assert labelled(frame_of(), [])[2][0] == []


def test_a_lone_mark_is_labelled_at_its_right():
    frame = frame_of(record("a", "2024-01-01"), record("b", "2026-01-01"))
    (label,) = labelled(frame, [(0, "A text")])[2][0]
    assert (label.anchor, label.leader) == ("left", None)


def test_the_last_mark_is_labelled_inside_the_plot():
    frame = frame_of(record("a", "2024-01-01"), record("b", "2026-01-01"))
    (label,) = labelled(frame, [(1, "A text with a long name")])[2][0]
    assert label.anchor == "right"


def test_labels_cover_neither_marks_nor_each_other():
    rows = [record(f"r{n}", f"2025-{1 + n % 12:02}-{1 + n * 7 % 28:02}") for n in range(60)]
    frame = frame_of(*rows)
    texts = [(n, f"Name {n}") for n in range(0, 60, 3)]
    placed, scale, (found, grown) = labelled(frame, texts)
    assert 3 < len(found) <= 20
    boxes = [box_of(label) for label in found]
    for one, other in combinations(boxes, 2):
        assert not one.meets(other)
    today = scale.pixels(day_number(TODAY))
    assert not any(box.left < today < box.right for box in boxes)
    for place_ in placed.to_dict("records"):
        x, y = scale.pixels(place_["day"]), place_["offset"]
        mark = Box(x - SIZE / 2, x + SIZE / 2, y - SIZE / 2, y + SIZE / 2)
        assert not any(mark.meets(box) for box in boxes)
    assert grown[0].top >= max(box.high for box in boxes)


def test_a_label_without_room_is_left_out():
    frame = frame_of(record("a", "2024-01-01"), record("b", "2026-01-01"))
    assert (
        labelled(frame, [(0, "A name far too long for a plot this narrow")], width=90)[2][0] == []
    )
