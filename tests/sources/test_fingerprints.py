"""Fingerprints: equal for equal wordings, different for others, and nothing to read in them."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.sources.fingerprints import (
    Fingerprint,
    TextFingerprints,
    fingerprint,
    from_text,
    to_text,
)

SAID = "Urges the “makers” of machines – all of them – to name, by spring, the owner’s keys;"
SHA = "0" * 64


def taken(text: str, language: str = "en") -> Fingerprint:
    found = fingerprint(text, language)
    assert found is not None
    return found


def runs(text: str, language: str = "en") -> set[int]:
    return set(np.frombuffer(taken(text, language).runs, "<u4").tolist())


@pytest.mark.parametrize("text", ["", " ", "—", "...", "\n", "（）"])
def test_what_has_no_word_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text, "en") is None
    assert fingerprint(text, "zh") is None


@pytest.mark.parametrize(
    "other",
    [
        SAID.removesuffix(";") + ".",
        SAID.replace("“makers”", '"makers"').replace("’", "'"),
        SAID.replace("–", "—"),
        SAID.replace(" ", "\N{NO-BREAK SPACE}"),
        "  ".join(SAID.split(" ")),
    ],
)
def test_spaces_forms_of_signs_and_the_last_sign_make_no_difference(other: str) -> None:
    assert taken(other) == taken(SAID)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (SAID, SAID.replace("name, by spring,", "name by spring")),
        (SAID, SAID.replace("the owner", "an owner")),
        (SAID, SAID.replace("of machines", "for the machines")),
        (SAID, SAID.replace("Urges", "urges")),
        ("请各国和各方说明，其所有者", "请各国与各方说明其所有者"),
    ],
)
def test_joining_words_commas_and_capitals_are_an_editor_s(text: str, other: str) -> None:
    language = "en" if text.isascii() or text == SAID else "zh"
    one, two = taken(text, language), taken(other, language)
    assert one.words != two.words
    assert one.content == two.content


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("Urges", "Invites"),
        SAID.replace("to name", "not to name"),
        SAID.replace("all of them", "all or some of them"),
        SAID.replace("to name", "to consider naming"),
        SAID.replace("by spring", "by 2 May"),
        "Urges all of them, the makers of machines, to name by spring the owner's keys",
    ],
)
def test_words_that_ask_limit_or_deny_are_never_an_editor_s(other: str) -> None:
    assert taken(other).content != taken(SAID).content


def test_runs_are_of_three_words_or_of_two_chinese_signs() -> None:
    assert runs("One two three four") == runs("one two three") | runs("two, three – four")
    assert not runs("one two three") & runs("three two one")
    assert runs("甲乙丙", "zh") == runs("甲乙", "zh") | runs("乙丙", "zh")
    assert runs("one") != runs("two")
    assert len(runs("one two three one two three")) == 3


def test_runs_rise_in_little_endian_on_any_machine() -> None:
    found = np.frombuffer(taken(SAID).runs, "<u4")
    assert (np.diff(found.astype(np.int64)) > 0).all()
    assert taken("alder birch cedar").runs.hex() == "ce88b668"


@given(st.text(min_size=1), st.sampled_from(["en", "zh"]))
def test_whatever_is_said_is_not_in_the_file(text: str, language: str) -> None:
    if (found := fingerprint(text, language)) is None:
        return
    whole = to_text("A/RES/90/1", {language: TextFingerprints(SHA, {"op1": found})})
    assert whole.isascii()
    symbol, read = from_text(whole.encode())
    assert (symbol, [*read], read[language].sha256) == ("A/RES/90/1", [language], SHA)
    assert read[language].paragraphs == {"op1": found}
    packed = base64.b64encode(found.runs).decode()
    line = rf"op1 [0-9a-f]{{16}} [0-9a-f]{{16}} {len(found.runs) // 4}\nruns {re.escape(packed)}"
    assert re.fullmatch(line, "\n".join(whole.split("\n")[2:4]))


GOOD = to_text("A/RES/79/93 A-B", {"en": TextFingerprints(SHA, {"A.op1": taken(SAID)})})


ONE = base64.b64encode(bytes(4)).decode()


def signed(body: str) -> str:
    """A body with the last line that fits it, as nobody but the import writes one."""
    from dashboard.sources.fingerprints import _hash

    return f"{body}end {_hash(body)}\n"


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "x",
        GOOD[:-1],
        GOOD + "\n",
        GOOD.replace("A.op1", "A.op2"),
        GOOD[: len(GOOD) // 2],
        GOOD.replace("en 0", "en \N{CJK UNIFIED IDEOGRAPH-4E00}"),
        signed("fingerprints 0 A/RES/90/1\n"),
        signed(f"fingerprints 1 A/RES/90/1\nfr {SHA}\nop1 a b 1\nruns {ONE}\n"),
        signed(f"fingerprints 1 A/RES/90/1\nen {SHA}\n"),
        signed("fingerprints 1 A/RES/90/1\n" + 2 * f"en {SHA}\nop1 a b 1\nruns {ONE}\n"),
    ],
)
def test_what_the_import_did_not_write_is_refused(raw: str) -> None:
    assert from_text(GOOD.encode())[0] == "A/RES/79/93 A-B"
    with pytest.raises(ValueError, match=r"damaged|again|twice"):
        from_text(raw.encode())


def test_the_files_of_the_record_say_no_word() -> None:
    """Besides places, languages and hashes nothing stands in them."""
    words = r"[A-Za-z0-9.]+ [0-9a-f]{16} [0-9a-f]{16} [0-9]+"
    line = re.compile(rf"(en|zh) [0-9a-f]{{64}}|{words}|runs [A-Za-z0-9+/=]+")
    files = sorted((Path(__file__).parents[2] / "data" / "imported").rglob("*.fingerprints"))
    assert len(files) >= 110
    for path in files:
        _, *lines, end, rest = path.read_text(encoding="ascii").split("\n")
        assert all(map(line.fullmatch, lines)), path.name
        assert (end[:4], rest) == ("end ", "")
