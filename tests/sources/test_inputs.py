from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from dashboard.sources import inputs as bundle
from dashboard.sources.errors import RefusedError
from dashboard.sources.inputs import inputs


def archive(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, raw in members.items():
            file.writestr(name, raw)
    return path


def outcomes(*paths: Path) -> dict[str, bytes | str]:
    found: dict[str, bytes | str] = {}
    for item in inputs(paths):
        try:
            found[item.name.rpartition("/")[2]] = item.read()
        except RefusedError as refused:
            found[item.name.rpartition("/")[2]] = refused.found
    return found


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert outcomes(tmp_path) == {}


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("sheep")
    (tmp_path / "cut.zip").write_bytes(b"PK\x03\x04 cut")
    found = outcomes(tmp_path / "none", tmp_path / "a.txt", tmp_path / "cut.zip")
    assert found["none"] == "no such file or folder"
    assert "neither an XML file" in str(found["a.txt"])
    assert "not a readable zip archive" in str(found["cut.zip"])


def test_a_bomb_is_refused_by_what_it_declares(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive(tmp_path / "bomb.zip", {"a.xml": b" " * 1_000_000, "b.xml": b"<b/>"})
    found = outcomes(path)
    assert "packed over 200 times" in str(found["bomb.zip!a.xml"])
    assert found["bomb.zip!b.xml"] == b"<b/>"
    monkeypatch.setattr(bundle, "MAX_FILE", 1000)
    assert "at most 1000" in str(outcomes(path)["bomb.zip!a.xml"])
    monkeypatch.setattr(bundle, "MAX_ARCHIVE", 1000)
    assert outcomes(path) == {"bomb.zip": "1000004 bytes unpacked; at most 1000"}
    monkeypatch.setattr(bundle, "MAX_MEMBERS", 1)
    assert outcomes(path) == {"bomb.zip": "2 members; at most 1"}


def test_a_member_longer_than_declared_is_refused(tmp_path: Path) -> None:
    path = archive(tmp_path / "lies.zip", {"a.xml": b"<a>12345678</a>"})
    raw = bytearray(path.read_bytes())
    at = raw.find(b"PK\x01\x02") + 24
    raw[at : at + 4] = (4).to_bytes(4, "little")
    path.write_bytes(raw)
    assert isinstance(outcomes(path)["lies.zip!a.xml"], str)


def test_an_archive_inside_an_archive_is_refused(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as file:
        file.writestr("a.xml", "<a/>")
    path = archive(tmp_path / "outer.zip", {"inner.zip": inner.getvalue(), "note.txt": b"sheep"})
    assert outcomes(path) == {
        "outer.zip!inner.zip": "an archive inside an archive; unpack it first"
    }


def test_a_folder_gives_its_files_in_order_and_no_archive(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.xml").write_bytes(b"<z/>")
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    archive(tmp_path / "c.zip", {"c.xml": b"<c/>"})
    assert list(outcomes(tmp_path).values()) == [b"<a/>", b"<z/>"]


def test_a_file_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.xml").write_bytes(b"<a>12345678</a>")
    monkeypatch.setattr(bundle, "MAX_FILE", 4)
    assert "over 4 bytes" in str(outcomes(tmp_path / "a.xml")["a.xml"])


@pytest.mark.parametrize("name", ["one.xml", "TWO.XML", "Three.Xml"])
def test_capitals_of_an_ending_do_not_count(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "folder" / "deeper"
    folder.mkdir(parents=True)
    (folder / name).write_text("<a/>")
    (folder / "notes.txt").write_text("<a/>")
    for given in (tmp_path / "folder", folder / name):
        assert [item.read() for item in inputs([given])] == [b"<a/>"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_is_refused_and_the_others_go_on(tmp_path: Path, method: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.writestr("one.xml", "".join(f"<p>{n * 7919 % 10007}</p>" for n in range(3000)))
        archive.writestr("two.xml", "<a/>")
    raw = bytearray(path.read_bytes())
    raw[60:90] = b"\xff" * 30
    path.write_bytes(raw)
    damaged, whole = inputs([path])
    with pytest.raises(RefusedError, match="cannot be unpacked"):
        damaged.read()
    assert whole.read() == b"<a/>"


def test_a_pipe_is_not_waited_for_and_a_device_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xml")
    (tmp_path / "endless.zip").symlink_to("/dev/zero")
    found = outcomes(tmp_path / "pipe.xml", tmp_path / "endless.zip")
    assert found == {"pipe.xml": "no regular file", "endless.zip": "no regular file"}


def test_an_archive_is_opened_once_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    class Counted(zipfile.ZipFile):
        def __init__(self, path: Path) -> None:
            opened.append(path)
            super().__init__(path)

    path = archive(tmp_path / "many.zip", {f"{n}.xml": b"<a/>" for n in range(20)})
    monkeypatch.setattr(bundle.zipfile, "ZipFile", Counted)
    assert len(outcomes(path)) == 20
    assert opened == [path]
