"""The same drafts as Word and LibreOffice lay them out."""

from __future__ import annotations

import io
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.sources.drafts.built import Plan

_FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LEVELS = (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)"))


def as_docx(draft: Plan, way: str) -> bytes:
    """`word`: one list of several levels, its style on the paragraphs; `libreoffice`: each run of
    letters a list of its own, at its first level; `typed`: numbers typed as text."""
    document = docx.Document()
    notes: list[str] = []
    if way != "typed":
        _define_lists(document, way, sum(p.level == 1 for p in draft.paragraphs))
    heading = document.add_paragraph()
    heading.add_run(f"{draft.number}. {draft.title}").bold = True
    document.add_paragraph(draft.formula)
    counted, letters, lists = 0, 0, 1
    for built in draft.paragraphs:
        paragraph = document.add_paragraph()
        counted += built.level == 0
        letters = letters + 1 if built.level == 1 else 0
        if way == "typed" and built.level >= 0:
            number = f"{counted}." if built.level == 0 else f"({'abc'[letters - 1]})"
            paragraph.add_run(f"{number}\t")
        elif way == "word" and built.level >= 0:
            _number(paragraph, 1, built.level)
        elif built.level >= 0:
            lists += letters == 1
            _number(paragraph, 1 if built.level == 0 else lists, 0)
        opening = paragraph.add_run(built.verb)
        opening.italic, opening.bold = draft.language == "en", draft.language == "zh"
        paragraph.add_run(built.words)
        if built.note:
            notes.append(built.note)
            reference = OxmlElement("w:footnoteReference")
            reference.set(qn("w:id"), str(len(notes) + 1))
            paragraph.add_run()._r.append(reference)
    for line in draft.closing:
        document.add_paragraph(line)
    _add_footnotes(document, notes)
    document.sections[0].header.paragraphs[0].text = f"A/RES/{draft.number}"
    raw = io.BytesIO()
    document.save(raw)
    return raw.getvalue()


def _define_lists(document: Any, way: str, lists: int) -> None:
    root = document.part.numbering_part.element
    for old in list(root):
        root.remove(old)
    shapes = [_LEVELS] if way == "word" else [_LEVELS[:1], *[(("lowerLetter", "(%1)"),)] * lists]
    for order, levels in enumerate(shapes):
        inner = "".join(
            f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for at, (form, text) in enumerate(levels)
        )
        root.append(
            parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{order}">{inner}</w:abstractNum>'
            )
        )
    for order in range(len(shapes)):
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{order + 1}">'
                f'<w:abstractNumId w:val="{order}"/></w:num>'
            )
        )


def _number(paragraph: Any, number: int, level: int) -> None:
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = number


def _add_footnotes(document: Any, notes: list[str]) -> None:
    inner = "".join(
        f'<w:footnote w:id="{order + 2}"><w:p><w:r><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(note)}</w:t></w:r></w:p></w:footnote>'
        for order, note in enumerate(notes)
    )
    rule = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    xml = f"<w:footnotes {nsdecls('w')}>{rule}{inner}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), _CONTENT, xml.encode(), document.part.package)
    document.part.relate_to(part, _FOOTNOTES)
