"""A file of an older text store is whole and its own, or refused with the reason."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.official_text.text_file import (
    FORMAT,
    MAX_BYTES,
    OfficialText,
    from_json,
    read_stored,
)
from dashboard.sources.plain_text import tidy

SYMBOL = "A/RES/79/500"


def stored(**changes: object) -> dict[str, object]:
    text = {
        "format": FORMAT, "symbol": SYMBOL, "language": "en", "name": "a.xml",
        "sha256": "a" * 64, "paragraphs": {"op1": "Asks for sheep;"}, "unplaced": [],
    }  # fmt: skip
    return {**text, **changes}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b'{"format": "official-text-1", "format": "official-text-1"}', "a key stands twice"),
        (b"x" * (MAX_BYTES + 1), "over 5000000 bytes"),
        (b"[]", "format 'None'; allowed: 'official-text-1'"),
        (stored(format="official-text-9"), "format 'official-text-9'"),
        (stored(sha256="unknown"), "sha256"),
        (stored(sha256=None), "sha256"),
        (stored(language="xx"), "language 'xx'; allowed"),
        (stored(symbol="\u202e"), "not a document symbol"),
        (stored(paragraphs={"op1": "a\u202eb"}), "invisible characters"),
        (stored(paragraphs={"../op1": "a"}), "paragraphs"),
        (stored(paragraphs={"op1": ["a"]}), "paragraphs"),
        (stored(extra="a"), "extra"),
    ],
)
def test_a_stored_file_that_is_not_whole_is_refused(raw: object, said: str) -> None:
    with pytest.raises(ValueError, match=r".") as refused:
        from_json(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    assert said in str(refused.value)


def test_a_stored_file_under_another_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "A-RES-79-1.en.json").write_text(json.dumps(stored()), encoding="utf-8")
    with pytest.raises(ValueError, match="belongs elsewhere"):
        read_stored(tmp_path / "A-RES-79-1.en.json")


@given(st.dictionaries(st.from_regex(r"[a-z]{2}[0-9]{1,3}(\.[a-z])?", fullmatch=True), st.text()))
def test_what_is_written_is_read_again(words: dict[str, str]) -> None:
    tidied = {key: tidy(written) for key, written in words.items()}
    text = OfficialText(symbol=SYMBOL, language="ar", name="a", sha256="b" * 64, paragraphs=tidied)
    assert from_json(json.dumps(text.model_dump()).encode()) == text


@given(st.binary(max_size=300))
def test_no_bytes_get_further_than_a_refusal(raw: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        from_json(raw)
