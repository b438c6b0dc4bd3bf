"""Faults a data folder can have: each changes the small record and says what check answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tests.invented.builders import (
    CONSENSUS,
    EVENTS,
    OVERLAY,
    REPORT,
    RESOLUTION,
    dump,
    event,
    resolution,
)

Edit = Callable[[bytes], bytes]
STATES = "states.yaml"
SUMMIT = EVENTS.format("grove-summit")
FAR = "9" * 5000
END = b"(end)"


@dataclass(frozen=True)
class Fault:
    """`edit` applied to `file` must be reported there, at the line where `mark` now stands."""

    name: str
    file: str
    edit: Edit
    says: str
    mark: bytes | None = None
    """None: the first line; END: after the last."""
    severity: Literal["error", "warning"] = "error"

    def apply(self, data: Path) -> tuple[str, int]:
        """Spoil the folder; gives the file and line check should name."""
        path = data / self.file
        raw = self.edit(path.read_bytes() if path.exists() else b"")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        place = {None: 0, END: len(raw)}.get(self.mark)
        if place is None:
            place = raw.index(self.mark or b"")
        return self.file, raw.count(b"\n", 0, place) + 1


def put(old: str, new: str) -> Edit:
    """Replace the one place where `old` stands."""

    def edit(raw: bytes) -> bytes:
        assert raw.count(old.encode()) >= 1, f"{old!r} is not in the file"
        return raw.replace(old.encode(), new.encode(), 1)

    return edit


def add(lines: str) -> Edit:
    """Put lines before the closing `...`."""
    return lambda raw: raw.removesuffix(b"...\n") + lines.encode() + b"...\n"


def whole(raw: bytes) -> Edit:
    return lambda _: raw


def cut_after(mark: bytes, extra: int = 0) -> Edit:
    return lambda raw: raw[: raw.index(mark) + len(mark) + extra]


_LAUGHS = b"a: &a [x, x, x, x, x, x, x, x, x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 107)
)
_MERGES = b"a: &a {x: 1}\n" + b"".join(
    b"%c: &%c\n  <<: [%s]\n" % (n, n, b", ".join([b"*%c" % (n - 1)] * 9)) for n in range(98, 107)
)
_EVENT = dump(event("third-summit", "2036")).encode()
_COPY = dump(resolution()).encode()
_TWO = "A/RES/90/1 stands in imported/90/A-RES-90-1.yaml already"

FAULTS = [
    Fault("unknown key", REPORT, add("colour: red\n"), "unknown key; found 'colour'", b"colour"),
    Fault("misspelt key", RESOLUTION, put("session:", "sesion:"), "did you mean 'session'", b"ses"),
    Fault("wrong State", RESOLUTION, put("- XDD", "- XDE"), "no such State: found 'XDE'", b"- XDE"),
    Fault("State in words", SUMMIT, put("- XAA", "- Alder"), "three capitals", b"- Alder"),
    Fault("unquoted NO", STATES, put("iso2: XA", "iso2: NO"), "read by YAML as true", b"iso2: NO"),
    Fault("repeated key", OVERLAY, add("weight: core\n"), "stands twice", b"weight: core\n..."),
    Fault("30 February", SUMMIT, put("2035-03", "2035-02-30"), "no such day", b"date: "),
    Fault("a time", RESOLUTION, put("number: '98'", "number: 12:30"), "another number", b"12:30"),
    Fault("cut in the middle", RESOLUTION, cut_after(b"outcome", 2), "cut short", END),
    Fault("cut at a line end", RESOLUTION, cut_after(b"XFF\n"), "cut short", END),
    Fault("empty file", CONSENSUS, whole(b""), "the file is empty"),
    Fault("only a null", CONSENSUS, whole(b"null\n...\n"), "holds no record"),
    Fault("a list", CONSENSUS, whole(b"- 1\n...\n"), "needs a mapping"),
    Fault(
        "conflict markers", REPORT,
        put("weight: related\n", "<<<<<<< a\nweight: core\n=======\nweight: related\n>>>>>>> b\n"),
        "unresolved merge conflict", b"<<<<<<<",
    ),
    Fault(
        "not UTF-8", RESOLUTION, lambda raw: raw.replace(b"Alder", b"\xc5lder", 1),
        "not UTF-8: byte 0xc5", b"\xc5lder",
    ),
    Fault(
        "dangling symbol", REPORT, put("- A/RES/90/1", "- A/RES/90/11"),
        "no such record: found 'A/RES/90/11'", b"- A/RES/90/11",
    ),
    Fault(
        "dangling id", EVENTS.format("second-summit"), put("- grove-summit", "- grov-summit"),
        "did you mean 'grove-summit'", b"- grov-summit",
    ),
    Fault(
        "total off by one", RESOLUTION, put("'yes': 3", "'yes': 4"),
        "4 published, list names 3", b"'yes': 4", "warning",
    ),
    Fault(
        "a State twice", RESOLUTION, put("    - XEE\n", "    - XEE\n    - XDD\n"),
        "XDD stands under no and again under abstain", b"- XDD\n    not_voting",
    ),
    Fault(
        "a member nowhere", RESOLUTION, put("    not_voting:\n    - XFF\n", ""),
        "members of 2035-12-01 in no list: XFF", b"roll_call",
    ),
    Fault("unknown code", OVERLAY, put("- data", "- datta"), "did you mean 'data'", b"- datta"),
    Fault("alias bomb", CONSENSUS, whole(_LAUGHS), "anchors ('&name') are not allowed"),
    Fault("merge bomb", CONSENSUS, whole(_MERGES), "anchors ('&name') are not allowed"),
    Fault("merge key", OVERLAY, add("<<: {}\n"), "the key '<<'", b"<<"),
    Fault("brackets", CONSENSUS, whole(b"[" * 200_000), "nested deeper"),
    Fault("NUL byte", REPORT, put("Invented", "Inv\0nted"), "U+0000", b"Inv\0nted"),
    Fault("bidi override", REPORT, put("Invented", "Inv\u202ented"), "U+202E", b"en: Inv"),
    Fault("two documents", REPORT, lambda raw: raw + b"---\n" + raw, "a second document", b"---"),
    Fault("a tab", REPORT, add("session:\n\t91\n"), "not readable", b"\t91"),
    Fault("huge integer", RESOLUTION, put("session: 90", f"session: {FAR}"), "number", b"session"),
    Fault("a float", RESOLUTION, put("'yes': 3", "'yes': 3.0"), "another number", b"'yes': 3.0"),
    Fault("a tag", REPORT, add("session: !!python/name:os.system\n"), "the tag", b"session"),
    Fault("wrong name", EVENTS.format("other-id"), whole(_EVENT), "is named third-summit.yaml"),
    Fault("two of one id", "imported/91/A-RES-90-1.yaml", whole(_COPY), _TWO),
    Fault("no such paragraph", REPORT, put("op3", "op4"), "no such paragraph", b"paragraph: op4"),
    Fault("cited from nowhere", RESOLUTION, put("h: pp1", "h: pp9"), "found 'pp9'", b"h: pp9"),
    Fault("too large", CONSENSUS, whole(b"# " + b"x" * 2_000_000), "at most 2000000 bytes"),
    Fault("other suffix", "curated/events/more.yml", whole(b"id: more\n...\n"), "ends in .yaml"),
    Fault("script link", REPORT, put("https://", "javascript:"), "http or https", b"- url"),
    Fault("no date", REPORT, put("date: 2036-07\n", ""), "is needed"),
]  # fmt: skip
