"""`dashboard texts` as a person runs it; what is fetched comes from a server of the test."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dashboard.cli import main
from dashboard.corpus.official_text import OfficialTextStore, official_text_folder
from dashboard.sources.official_text.fetching import OFFICIAL, checked_base
from dashboard.sources.official_text.text_store import sources_of, store_path
from tests.invented.builders import change
from tests.invented.builders import paragraph as skeleton
from tests.sources.conftest import akn, paragraph

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


class Served(BaseHTTPRequestHandler):
    files: dict[str, bytes | int | str] = {}
    asked: list[str] = []

    def do_GET(self) -> None:
        type(self).asked.append(self.path)
        found = self.files.get(self.path.lstrip("/"), 404)
        status = {bytes: 200, str: 302}.get(type(found), found)
        self.send_response(int(str(status)))
        if isinstance(found, str):
            self.send_header("Location", found)
        body = found if isinstance(found, bytes) else b""
        cut = body.endswith(b"CUT")
        self.send_header("Content-Length", str(len(body) + cut * 100))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def served() -> Iterator[tuple[str, type[Served]]]:
    handler = type("Handler", (Served,), {"files": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", handler
    server.shutdown()
    thread.join()
    server.server_close()


def paragraphs(language: str = "en") -> dict[str, str]:
    return dict(OfficialTextStore(official_text_folder()).paragraphs(SYMBOL, language))


def test_nothing_attached_is_said(capsys: Out) -> None:
    assert main(["texts", "list"]) == 0
    assert capsys.readouterr().out.startswith("0 texts of 0 documents in ")
    assert main(["texts", "remove", "90/1"]) == 1
    assert capsys.readouterr().err.startswith("A/RES/90/1: not in ")


def test_a_path_that_does_not_exist_is_refused(capsys: Out) -> None:
    assert main(["texts", "add", "/no/such/place"]) == 1
    assert "refused: /no/such/place: file: no such file" in capsys.readouterr().err


def test_official_text_never_goes_into_the_record(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    (tmp_path / "a.xml").write_bytes(english())
    (tmp_path / "link").symlink_to(record)
    for place in (record / "texts", tmp_path / "link" / "texts", record):
        monkeypatch.setenv("DASHBOARD_TEXTS", str(place))
        assert main(["texts", "add", str(tmp_path / "a.xml")]) == 2
        assert "lies inside the record" in capsys.readouterr().err
    assert not list(record.rglob("*.sqlite"))


def test_without_a_record_nothing_is_attached(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "a.xml").write_bytes(english())
    assert main(["texts", "add", str(tmp_path / "a.xml"), "--data", str(tmp_path / "none")]) == 2
    assert "holds no imported document" in capsys.readouterr().err


def test_add_list_add_again_remove(tmp_path: Path, capsys: Out) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.xml").write_bytes(english())
    (folder / "z.xml").write_bytes(akn(symbol=SYMBOL, language="zho", body=paragraph("1.", "羊。")))
    (folder / "bad.xml").write_bytes(b"<a>")
    assert main(["texts", "add", str(folder)]) == 1
    said = capsys.readouterr()
    assert "refused: " in said.err
    assert "2 files read, 1 refused, 0 not in the record and left out; 2 texts, 2 of" in said.out
    assert paragraphs() == {"pp1": "Noting that machines count,", "op1": "Asks for sheep;"}
    assert paragraphs("zh")["op1"] == "羊。"
    (folder / "bad.xml").unlink()
    assert main(["texts", "add", str(folder)]) == 0
    assert "2 texts, 0 of them new or changed" in capsys.readouterr().out
    assert main(["texts", "list"]) == 0
    assert "A/RES/90/1 zh: 2 paragraphs" in capsys.readouterr().out
    (official_text_folder() / "A-RES-90-9.en.json").write_text("{", encoding="utf-8")
    assert main(["texts", "list"]) == 1
    assert "left out: A-RES-90-9.en.json: not JSON" in capsys.readouterr().err
    assert main(["texts", "remove", "ares901"]) == 0
    assert capsys.readouterr().out == "A/RES/90/1: removed in en, zh\n"
    assert paragraphs() == {}


def test_a_damaged_store_is_told_in_one_sentence(capsys: Out) -> None:
    official_text_folder().mkdir()
    store_path(official_text_folder()).write_bytes(b"no store")
    assert main(["texts", "list"]) == 1
    said = capsys.readouterr().err
    assert "cannot be used (file is not a database)" in said


def test_a_file_the_record_was_not_read_from_is_said(tmp_path: Path, capsys: Out) -> None:
    (tmp_path / "a.xml").write_bytes(english("Asks for other sheep;"))
    assert main(["texts", "add", str(tmp_path / "a.xml")]) == 0
    assert "A/RES/90/1 en: not the file the record was read from" in capsys.readouterr().err


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
    served: tuple[str, type[Served]], capsys: Out
) -> None:
    base, handler = served
    handler.files[f"copy/{ENGLISH}"] = english()
    assert main(["texts", "fetch", "--base", f"{base}/copy", "90/1"]) == 0
    said = capsys.readouterr()
    assert "not there: A/RES/90/1 in zh" in said.err
    assert "1 texts, 1 of them new or changed" in said.out
    assert paragraphs()["op1"] == "Asks for sheep;"
    assert handler.asked == [f"/copy/{ENGLISH}", f"/copy/{CHINESE}"]


def test_nothing_there_at_all_is_a_failure(served: tuple[str, type[Served]], capsys: Out) -> None:
    assert main(["texts", "fetch", "--base", served[0], "90/1"]) == 1
    assert capsys.readouterr().err.count("not there: ") == 2


def test_a_document_of_unknown_place_is_refused(
    served: tuple[str, type[Served]], capsys: Out
) -> None:
    assert main(["texts", "fetch", "--base", served[0], "90/2", "--language", "fr"]) == 1
    assert "A/RES/90/2: its place at the source is not known" in capsys.readouterr().err
    assert served[1].asked == []


def test_the_file_of_the_record_is_not_fetched_twice(
    record: Path, served: tuple[str, type[Served]], capsys: Out
) -> None:
    base, handler = served
    handler.files[ENGLISH] = english()
    fetch = ["texts", "fetch", "--base", base, "90/1", "--language", "en"]
    assert main(fetch) == 0
    sha256 = sources_of(official_text_folder())[SYMBOL, "en"]
    file = {"language": "en", "name": "a.xml", "sha256": sha256}
    change(record / "imported" / "90" / "A-RES-90-1.yaml", files=[file])
    assert main(fetch) == 0
    assert len(handler.asked) == 1
    assert "1 attached already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (500, "the server answers 500"),
        (f"/{ENGLISH}", "the server answers 302"),
        ("http://localhost/x", "sends on to another host"),
        ("https://127.0.0.1/x", "sends on to another host"),
        ("file:///etc/passwd", "the server answers 302"),
        (b" " * 5_000_001, "over 5000000 bytes"),
        (b"<a>CUT", "cut off after 6 of 106 bytes"),
        (b"<html/>", "not an <akomaNtoso> document"),
        (akn(symbol="A/RES/90/2"), "holds A/RES/90/2 in en, not what was asked for"),
        (akn(symbol=SYMBOL, language="fra"), "holds A/RES/90/1 in fr, not what was asked for"),
    ],
)
def test_a_hostile_server_attaches_nothing(
    served: tuple[str, type[Served]], found: bytes | int | str, said: str, capsys: Out
) -> None:
    base, handler = served
    handler.files[ENGLISH] = found
    assert main(["texts", "fetch", "--base", base, "90/1", "--language", "en"]) == 1
    assert said in capsys.readouterr().err
    assert not OfficialTextStore(official_text_folder()).has_any()


def test_a_redirect_within_the_server_is_followed(served: tuple[str, type[Served]]) -> None:
    base, handler = served
    handler.files |= {ENGLISH: "/moved.xml", "moved.xml": english()}
    assert main(["texts", "fetch", "--base", base, "90/1", "--language", "en"]) == 0
    assert paragraphs()["op1"] == "Asks for sheep;"


def test_a_server_that_does_not_answer_is_asked_three_times(
    monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    monkeypatch.setattr(f"{COMMAND}.official_stems", lambda: {SYMBOL: "a", "A/RES/90/2": "b"})
    every = [word for code in ("ar", "en", "fr", "zh") for word in ("--language", code)]
    assert main(["texts", "fetch", "--base", "http://127.0.0.1:9", *every]) == 1
    said = capsys.readouterr().err
    assert said.count("cannot be fetched") == 3
    assert "no answer three times in a row" in said


def test_the_official_address_is_allowed() -> None:
    assert checked_base(OFFICIAL) == OFFICIAL
