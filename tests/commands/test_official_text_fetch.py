"""`dashboard texts fetch` as a person runs it, from a server of the test that may do anything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus.official_text import OfficialTextStore, official_text_folder
from dashboard.sources.fingerprints import TextFingerprints, fingerprint, to_text
from dashboard.sources.inputs import Input
from dashboard.sources.network import exchange
from dashboard.sources.official_text.fetching import OFFICIAL, checked_base
from dashboard.sources.official_text.text_store import sources_of
from tests.invented.builders import change
from tests.invented.builders import paragraph as skeleton
from tests.sources.conftest import akn, paragraph
from tests.sources.network.loopback import Answer, Loopback, dropped, loopback

COMMAND = "dashboard.commands.official_text"
SYMBOL = "A/RES/90/1"
ENGLISH = "90session/English/A_RES_90_1-1E.xml"
CHINESE = "90session/Chinese/A_RES_90_1-1C.xml"
Out = pytest.CaptureFixture[str]


def english(words: str = "Asks for sheep;") -> bytes:
    return akn(symbol=SYMBOL, body=paragraph("1.", words))


@pytest.fixture(autouse=True)
def record(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small record, its first resolution with a skeleton the invented files have."""
    change(
        data_dir / "imported" / "90" / "A-RES-90-1.yaml",
        paragraphs=[skeleton("pp1", "Noting"), skeleton("op1", "Requests", number="1")],
        cites=[],
    )
    monkeypatch.setattr(f"{COMMAND}.official_stems", lambda: {SYMBOL: "A_RES_90_1-1"})
    return data_dir


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loopback]:
    monkeypatch.setattr(exchange, "PAUSES", (0.0, 0.0))
    with loopback() as running:
        yield running


def paragraphs(language: str = "en") -> dict[str, str]:
    return dict(OfficialTextStore(official_text_folder()).paragraphs(SYMBOL, language))


@pytest.mark.parametrize(
    "base",
    [
        "", "file:///etc", "ftp://127.0.0.1/", "http://example.org/", "http://localhost/",
        "http://127.0.0.1.example.org/", "https://", "https://a@example.org/",
        "https://example.org/?q", "https://example.org/#q", "https://[", "https://example.org:x/",
        "https://exa mple.org/", "https://example.org/\n",
    ],
)  # fmt: skip
def test_an_address_that_is_not_allowed_is_refused(base: str, capsys: Out) -> None:
    assert main(["texts", "fetch", "--base", base]) == 2
    said = capsys.readouterr().err
    assert said.startswith("--base: address ")
    assert said.count("\n") == 1


def test_an_unknown_symbol_is_refused_with_the_nearest(capsys: Out) -> None:
    assert main(["texts", "fetch", "--base", "http://127.0.0.1:9/", "90/11"]) == 2
    assert "A/RES/90/11: not in the record; did you mean A/RES/90/1?" in capsys.readouterr().err


def test_a_text_is_fetched_and_one_that_is_not_there_is_named(
    served: Loopback, capsys: Out
) -> None:
    served.answers[f"copy/{ENGLISH}"] = [english()]
    assert main(["texts", "fetch", "--base", f"{served.base}/copy", "90/1"]) == 0
    said = capsys.readouterr()
    assert said.err.endswith("\nnot attached: A/RES/90/1 zh: not at this address\n")
    assert "1 texts, 1 of them new or changed" in said.out
    assert paragraphs()["op1"] == "Asks for sheep;"
    assert sorted(served.asked) == [f"/copy/{CHINESE}", f"/copy/{ENGLISH}"]


def test_nothing_there_at_all_is_a_failure(served: Loopback, capsys: Out) -> None:
    assert main(["texts", "fetch", "--base", served.base, "90/1"]) == 1
    assert capsys.readouterr().err.count("not at this address") == 2


def test_a_document_of_unknown_place_is_refused(served: Loopback, capsys: Out) -> None:
    assert main(["texts", "fetch", "--base", served.base, "90/2", "--language", "fr"]) == 1
    assert (
        "not attached: A/RES/90/2 fr: its place at the source is not known"
        in capsys.readouterr().err
    )
    assert served.asked == []


def test_the_file_of_the_record_is_not_fetched_twice(
    record: Path, served: Loopback, capsys: Out
) -> None:
    served.answers[ENGLISH] = [english()]
    fetch = ["texts", "fetch", "--base", served.base, "90/1", "--language", "en"]
    assert main(fetch) == 0
    sha256 = sources_of(official_text_folder())[SYMBOL, "en"]
    file = {"language": "en", "name": "a.xml", "sha256": sha256}
    change(record / "imported" / "90" / "A-RES-90-1.yaml", files=[file])
    assert main(fetch) == 0
    assert len(served.asked) == 1
    assert "1 attached already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (500, "not attached: A/RES/90/1 en: the server answers 500; asked 3 times"),
        (dropped, "not attached: A/RES/90/1 en: cannot be fetched: peer closed"),
        ("http://localhost/x", "not attached: A/RES/90/1 en: the server sends on to another host"),
        (b" " * 5_000_001, "not attached: A/RES/90/1 en: over 5000000 bytes"),
        (b"<html><body>Sign in</body></html>", "not an <akomaNtoso> document"),
        (english()[:-40], "not well-formed"),
        (akn(symbol="A/RES/90/2"), "holds A/RES/90/2 in en, not what was asked for"),
        (akn(symbol=SYMBOL, language="fra"), "holds A/RES/90/1 in fr, not what was asked for"),
    ],
)
def test_a_hostile_server_attaches_nothing(
    served: Loopback, found: Answer, said: str, capsys: Out
) -> None:
    served.answers[ENGLISH] = [found]
    assert main(["texts", "fetch", "--base", served.base, "90/1", "--language", "en"]) == 1
    assert said in capsys.readouterr().err
    assert not OfficialTextStore(official_text_folder()).has_any()


@pytest.mark.parametrize("first", [500, dropped, "/moved.xml"])
def test_a_fault_that_passes_and_a_redirect_within_the_server_are_got_over(
    served: Loopback, first: Answer
) -> None:
    served.answers |= {ENGLISH: [first, english()], "moved.xml": [english()]}
    assert main(["texts", "fetch", "--base", served.base, "90/1", "--language", "en"]) == 0
    assert paragraphs()["op1"] == "Asks for sheep;"


def test_what_is_stopped_keeps_what_came_and_goes_on_from_there(
    record: Path, served: Loopback, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    def stopping(paths: Iterator[Input], *_: object) -> Iterator[Input]:
        yield next(paths)
        raise KeyboardInterrupt

    chinese = akn(symbol=SYMBOL, language="zho", body=paragraph("1.", "羊。"))
    listed = [
        {"language": language, "name": "a.xml", "sha256": hashlib.sha256(raw).hexdigest()}
        for language, raw in (("en", english()), ("zh", chinese))
    ]
    change(record / "imported" / "90" / "A-RES-90-1.yaml", files=listed)
    served.answers |= {ENGLISH: [english()], CHINESE: [chinese]}
    fetch = ["texts", "fetch", "--base", served.base, "90/1"]
    with monkeypatch.context() as patch:
        patch.setattr(f"{COMMAND}.shown", stopping)
        assert main(fetch) == 130
    assert "the same command goes on from there" in capsys.readouterr().err
    assert (set(paragraphs()), paragraphs("zh")) == ({"pp1", "op1"}, {})
    served.asked.clear()
    assert main(fetch) == 0
    assert served.asked == [f"/{CHINESE}"]
    assert paragraphs("zh")["op1"] == "羊。"
    assert "1 attached already" in capsys.readouterr().out


def test_other_words_than_the_record_s_are_named_or_refused(
    record: Path, served: Loopback, capsys: Out
) -> None:
    """Four paragraphs: one that differs is named, two are another text."""
    places = ["op1", "op2", "op3", "op4"]
    said = [f"Asks for {count} sheep" for count in ("one", "two", "three", "four")]
    taken = {p: f for p, words in zip(places, said, strict=True) if (f := fingerprint(words, "en"))}
    file = record / "imported" / "90" / "A-RES-90-1.yaml"
    change(file, paragraphs=[skeleton(p, "Requests", number=p[2:]) for p in places])
    prints = to_text(SYMBOL, {"en": TextFingerprints("0" * 64, taken)})
    file.with_suffix(".fingerprints").write_text(prints, encoding="ascii")

    def fetched(*words: str) -> tuple[int, str]:
        body = "".join(paragraph(f"{n}.", f"{line};") for n, line in enumerate(words, 1))
        served.answers[ENGLISH] = [akn(symbol=SYMBOL, body=body, preamble="")]
        code = main(["texts", "fetch", "--base", served.base, "90/1", "--language", "en"])
        return code, capsys.readouterr().err

    code, warned = fetched(*said[:2], "Asks for no sheep", "ASKS for four sheep")
    assert (code, "2 of 4 paragraphs are worded otherwise" in warned) == (1, True)
    assert paragraphs() == {}
    code, warned = fetched(*said[:2], "Asks for no sheep", said[3])
    assert code == 0
    assert "1 of 4 paragraphs are worded otherwise in the record: op3\n" in warned
    assert paragraphs()["op3"] == "Asks for no sheep;"
    assert "worded otherwise" not in fetched(*said)[1]


def test_a_server_that_does_not_answer_is_left_after_three_files(
    served: Loopback, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setattr(f"{COMMAND}.official_stems", lambda: {SYMBOL: "a", "A/RES/90/2": "b"})
    every = [word for code in ("ar", "en", "fr", "zh") for word in ("--language", code)]
    assert main(["texts", "fetch", "--base", "http://127.0.0.1:9", *every]) == 1
    said = capsys.readouterr().err
    assert said.count("cannot be fetched") == 3
    assert "texts not asked for, after 3 in a row without an answer" in said


def test_the_official_address_is_allowed() -> None:
    assert checked_base(OFFICIAL) == OFFICIAL
