"""Documents made to harm: each is refused in one sentence, in time, and without much memory."""

from __future__ import annotations

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable

import docx
import psutil
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from dashboard.sources.drafts.draft import DraftRefused
from dashboard.sources.drafts.formats import apart
from dashboard.sources.drafts.reading import read_draft
from tests.sources.drafts.built import as_pdf, plan
from tests.sources.drafts.built_word import as_docx

MAIN = "word/document.xml"


def docx_with(parts: dict[str, bytes]) -> bytes:
    """A Word document some of whose parts are others, or come on top."""
    raw = io.BytesIO(as_docx(plan("en", 3), "word"))
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def pdf_of(stream: bytes, pages: int = 1, declared: int | None = None) -> bytes:
    """A PDF by hand: pages that share one packed stream."""
    return pdf_around(zlib.compress(stream, 9), pages, declared)


def pdf_around(packed: bytes, pages: int = 1, declared: int | None = None) -> bytes:
    """The same around a stream that is packed."""
    kids = b" ".join(b"3 0 R" for _ in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % (declared or pages),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
        b" >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\nendstream",
    ]
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 5\n0000000000 65535 f \n"
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % start
    return bytes(out)


def pdf_of_zeros(megabytes: int) -> bytes:
    """A PDF whose one page unpacks to so many million zeros, packed once for all of them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    million = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    checked = (megabytes * 1_000_000 % 65_521 << 16) + 1
    packed = b"\x78\xda" + million * megabytes + b"\x03\x00" + struct.pack(">I", checked)
    return pdf_around(packed)


def ole(stream: str) -> bytes:
    """What begins as the old kind of Word document and names a stream."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + stream.encode("utf-16-le")


def locked_pdf() -> bytes:
    return as_pdf(plan("en", 3), encrypt=StandardEncryption("secret", canPrint=0))


def lying_zip() -> bytes:
    """An entry that unpacks to far more than the archive says."""
    raw = bytearray(docx_with({MAIN: b"<a>" + b" " * 9_000_000 + b"</a>"}))
    real, said = struct.pack("<I", 9_000_007), struct.pack("<I", 1_000)
    return bytes(raw).replace(real, said)


def text_drawn(times: int) -> bytes:
    return b"BT /F1 9 Tf 9 9 Td " + b"(sheep and more sheep) Tj " * times + b"ET"


XXE = (
    b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&x;'
    b"</w:document>"
)
LAUGHS = XXE.replace(b'SYSTEM "file:///etc/hostname"', b'"ha">' + b'<!ENTITY y "&x;&x;&x;&x;"')

HARMFUL: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "zip bomb in one part": (lambda: docx_with({MAIN: b" " * 120_000_000}), {"bomb"}),
    "zip bomb in a picture": (
        lambda: docx_with({"word/media/a.png": bytes(120_000_000)}),
        {"bomb"},
    ),
    "zip bomb in many parts": (
        lambda: docx_with({f"word/p{n}.xml": b" " * 5_000_000 for n in range(9)}),
        {"bomb"},
    ),
    "a zip that lies of its size": (lying_zip, {"bomb", "damaged"}),
    "too many entries": (
        lambda: docx_with({f"word/media/{n}.bin": b"x" for n in range(3_000)}),
        {"too_many_entries"},
    ),
    "external entity": (lambda: docx_with({MAIN: XXE}), {"entities"}),
    "external entity in footnotes": (
        lambda: docx_with({"word/footnotes.xml": XXE}),
        {"entities"},
    ),
    "many laughs": (lambda: docx_with({MAIN: LAUGHS}), {"entities"}),
    "nested too deep": (lambda: docx_with({MAIN: b"<a>" * 9_000 + b"</a>" * 9_000}), {"too_deep"}),
    "a zip that is no document": (
        lambda: docx_with({MAIN: b""})[:0] + _other_zip(),
        {"not_a_document"},
    ),
    "cut short": (lambda: as_docx(plan("en", 3), "word")[:9_000], {"damaged"}),
    "a locked PDF": (locked_pdf, {"password"}),
    "a locked Word document": (lambda: ole("EncryptedPackage"), {"password"}),
    "an old Word document": (lambda: ole("WordDocument"), {"old_word"}),
    "a PDF that unpacks to a gigabyte": (
        lambda: pdf_of_zeros(1_000),
        {"too_much_memory", "too_long", "damaged", "no_text"},
    ),
    "a PDF that draws without end": (
        lambda: pdf_of(text_drawn(3_000_000)),
        {"too_much_memory", "too_long", "too_many_words"},
    ),
    "a PDF of too many pages": (lambda: pdf_of(text_drawn(1), 5_000), {"too_many_pages"}),
    "a PDF of pictures": (lambda: pdf_of(b"0 0 9 9 re f"), {"no_text"}),
    "a PDF cut short": (lambda: b"%PDF-1.7\n" + b"1 0 obj", {"damaged"}),
    "100 MB of text": (lambda: b"sheep " * 17_000_000, {"too_large"}),
    "text beyond bounds": (lambda: b"sheep " * 200_000, {"too_many_words"}),
    "a picture called a draft": (
        lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        {"not_a_document", "encoding"},
    ),
}


def _other_zip() -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("sheep.txt", "sheep")
    return raw.getvalue()


@pytest.mark.parametrize("name", HARMFUL)
def test_what_would_harm_is_refused_in_a_sentence(name: str) -> None:
    make, codes = HARMFUL[name]
    content = make()
    process = psutil.Process()
    before, used = process.memory_info().rss, time.process_time()
    children = process.cpu_times().children_user + process.cpu_times().children_system
    with pytest.raises(DraftRefused) as refusal:
        read_draft(content)
    spent = time.process_time() - used
    spent += process.cpu_times().children_user + process.cpu_times().children_system - children
    assert refusal.value.code in codes
    assert "\n" not in str(refusal.value)
    assert process.memory_info().rss - before < 100_000_000
    assert spent < 3.5  # of the processor; a busy machine may take longer by the clock


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda: as_docx(plan("en", 3), "word"), "docx"),
        (lambda: as_pdf(plan("en", 3)), "pdf"),
    ],
)
def test_a_wrong_name_does_not_matter_for_content_decides(make: Callable[[], bytes], kind: str):
    assert read_draft(make(), "draft.txt").format == kind


def test_a_document_without_words_is_refused() -> None:
    raw = io.BytesIO()
    docx.Document().save(raw)
    with pytest.raises(DraftRefused, match="no words"):
        read_draft(raw.getvalue())
    blank = io.BytesIO()
    canvas = Canvas(blank)
    canvas.showPage()
    canvas.save()
    with pytest.raises(DraftRefused, match="scan"):
        read_draft(blank.getvalue())


def test_a_reader_that_stalls_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "import time; time.sleep(60)")
    monkeypatch.setattr(apart, "_STALLED", 0.2)
    with pytest.raises(DraftRefused) as refusal:
        apart.pdf_lines(b"%PDF-")
    assert refusal.value.code == "too_long"


def test_a_reader_that_takes_too_much_of_the_processor_is_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    endless = f"from {apart.__name__} import _bound; _bound()\nwhile True: pass"
    start = apart._START.partition("; from")[0]
    monkeypatch.setattr(apart, "_START", f"{start}\n{endless}")
    with pytest.raises(DraftRefused) as refusal:
        apart.pdf_lines(b"%PDF-")
    assert refusal.value.code == "too_long"
