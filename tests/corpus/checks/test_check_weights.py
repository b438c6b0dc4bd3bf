"""Weights and tracks by the codebook: each way in which one may be wrong is told, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from dashboard.corpus.snapshot import examine
from tests.invented.builders import (
    CONSENSUS,
    OVERLAY,
    RESOLUTION,
    change,
    overlay,
    paragraph,
    write,
)

SECOND = "curated/documents/A-RES-90-2.yaml"


def spoken(data: Path, file: str, speaking: int, of: int) -> None:
    """Give a text paragraphs, so many of which speak of AI, by name and otherwise in turn."""
    flags = [{"mentions_ai": n % 2 == 0, "near_ai": n % 2 == 1} for n in range(speaking)]
    flags += [{}] * (of - speaking)
    places = [paragraph(f"op{n}", "Notes", number=str(n), **f) for n, f in enumerate(flags, 1)]
    change(data / file, paragraphs=places, cites=[])


def found(data: Path) -> list[tuple[str, str, str]]:
    """Name, field and message of each warning on a weight or track."""
    problems = examine(data)[1]
    return [
        (p.file.rsplit("/", 1)[1].removesuffix(".yaml"), p.field, p.message)
        for p in problems
        if p.field in ("weight", "track")
    ]


def second(data: Path, **changes: str) -> None:
    """What people add to the younger text, which has the title of the older one."""
    names = {"id": "A/RES/90/2", "symbol": "A/RES/90/2", "answers": [], "votes": []}
    write(data / SECOND, overlay(**names, **changes))


def alone(data: Path) -> None:
    """Take what else rests on the paragraphs of the older text out of the record."""
    for name in ("requests/A-RES-90-1", "paragraphs/A-RES-90-1"):
        (data / f"curated/{name}.yaml").unlink(missing_ok=True)


def test_without_an_official_text_nothing_is_counted(data_dir: Path) -> None:
    (data_dir / RESOLUTION).unlink()
    assert found(data_dir) == []


@pytest.mark.parametrize(
    ("speaking", "of", "weight", "told"),
    [
        (0, 12, "mention", None),
        (0, 12, "related", None),  # by subject: nobody can count it
        (1, 13, "mention", None),
        (1, 12, "mention", "found mention, but 1 of 12 paragraphs speak of AI: related"),
        (1, 12, "related", None),
        (5, 11, "core", "found core, but 5 of 11 paragraphs speak of AI: related"),
        (0, 11, "core", "found core, but 0 of 11 paragraphs speak of AI: mention"),
        (6, 12, "core", None),
        (6, 12, "related", "found related, but 6 of 12 paragraphs speak of AI: core"),
        (12, 12, "mention", "found mention, but 12 of 12 paragraphs speak of AI: core"),
    ],
)
def test_a_weight_is_held_to_the_share(
    data_dir: Path, speaking: int, of: int, weight: str, told: str | None
) -> None:
    alone(data_dir)
    spoken(data_dir, RESOLUTION, speaking, of)
    change(data_dir / OVERLAY, weight=weight)
    wanted = [("A-RES-90-1", "weight", told)] if told else []
    assert found(data_dir) == wanted


@pytest.mark.parametrize(
    ("older", "younger", "told"),
    [
        (("related", 0), ("related", 0), None),
        (
            ("related", 0),
            ("mention", 0),
            "found mention, but A/RES/90/1 of the same title: related",
        ),
        (
            ("mention", 0),
            ("related", 0),
            "found related, but A/RES/90/1 of the same title: mention",
        ),
        (("mention", 0), ("related", 2), None),  # its own share is the reason
        (("related", 2), ("mention", 0), None),
    ],
)
def test_texts_of_one_title_differ_in_weight_by_share_alone(
    data_dir: Path, older: tuple[str, int], younger: tuple[str, int], told: str | None
) -> None:
    alone(data_dir)
    spoken(data_dir, RESOLUTION, older[1], 12)
    spoken(data_dir, CONSENSUS, younger[1], 12)
    change(data_dir / OVERLAY, weight=older[0])
    second(data_dir, weight=younger[0])
    assert found(data_dir) == ([("A-RES-90-2", "weight", told)] if told else [])
    change(data_dir / CONSENSUS, titles={"en": "Another question", "zh": "另一问题"})
    assert found(data_dir) == []


def test_texts_of_one_title_have_one_track(data_dir: Path) -> None:
    alone(data_dir)
    for file in (RESOLUTION, CONSENSUS):
        spoken(data_dir, file, 0, 12)
    change(data_dir / OVERLAY, weight="mention")
    second(data_dir, weight="mention", track="military")
    message = "found military, but A/RES/90/1 of the same title: civilian"
    assert found(data_dir) == [("A-RES-90-2", "track", message)]
    change(data_dir / CONSENSUS, titles={"en": "invented question of Machines", "zh": "机器"})
    assert found(data_dir)  # capitals make no other title
    second(data_dir, weight="mention", track="civilian")
    assert found(data_dir) == []
