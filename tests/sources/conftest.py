"""Small invented Akoma Ntoso documents: their shape is the official one, their words are ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.sources.names import StateNames
from dashboard.sources.plain_text import OtherWords

KNOWN = {
    "ATG": ["Antigua and Barbuda"],
    "BIH": ["Bosnia and Herzegovina"],
    "CIV": ["Côte d'Ivoire"],
    "COD": ["Democratic Republic of the Congo"],
    "COG": ["Congo"],
    "DMA": ["Dominica"],
    "DOM": ["Dominican Republic"],
    "GBR": ["United Kingdom of Great Britain and Northern Ireland", "United Kingdom"],
    "GIN": ["Guinea"],
    "GNB": ["Guinea-Bissau"],
    "IRL": ["Ireland"],
    "IRN": ["Iran (Islamic Republic of)"],
    "KOR": ["Republic of Korea"],
    "NER": ["Niger"],
    "NGA": ["Nigeria"],
    "NLD": ["Netherlands (Kingdom of the)", "Netherlands"],
    "PNG": ["Papua New Guinea"],
    "PRK": ["Democratic People's Republic of Korea"],
    "SLB": ["Solomon Islands"],
    "SWZ": ["Eswatini", "Swaziland"],
    "TTO": ["Trinidad and Tobago"],
    "TUR": ["Türkiye", "Turkey"],
    "UGA": ["Uganda"],
    "VCT": ["Saint Vincent and the Grenadines"],
}
NEAR = OtherWords(["thinking machines"], ["no thinking machines"])
NAMESPACES = (
    'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:akn4un="http://un.org/akn4un"'
)
WITHOUT_VOTE = '<voting outcome="adoptedWithoutVote"><quorum value=""/></voting>'
PREAMBLE = """
<formula><p><span class="italic">The General Assembly</span>,</p></formula>
<container><p>	<span class="italic">Noting</span> that machines count,</p></container>
"""
BODY = """
<paragraph><num>1.</num><content><p>	<span class="italic">Asks</span> for artificial
intelligence that counts sheep;</p></content></paragraph>
"""


def akn(
    *,
    symbol: str = "A/RES/79/500",
    language: str = "eng",
    by: str = "Uganda",
    added: str = "",
    voting: str = WITHOUT_VOTE,
    preamble: str = PREAMBLE,
    body: str = BODY,
    after: str = "",
    item: str = "13 (a)",
    item_names: tuple[str, ...] = ("Counting",),
    proponent: str = "#firstCommittee",
    adopted_as: str = "A/79/PV.9",
    keywords: str = "",
    title: str = "Sheep and machines",
    adopted: str = "2024-12-24",
) -> bytes:
    """One document; every argument replaces what is ordinary."""
    names = "".join(f'<p><inline name="agenda item name">{n}</inline></p>' for n in item_names)
    return f"""<akomaNtoso {NAMESPACES}>
<statement name="resolution"><meta><identification>
<FRBRWork><FRBRdate date="{adopted}" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression></identification>
<classification source="DHLAUTH">{keywords}</classification>
<workflow>
<step date="2024-10-16" outcome="draftResolution" as="A/C.1/79/L.99" by="{by}"/>
<step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="{added}"/>
<step date="2024-11-15" outcome="recommendedForAdoption" as="A/79/999" refersTo="7"/>
<step date="{adopted}" outcome="adopted" as="{adopted_as}"/>
</workflow><analysis><parliamentary>{voting}</parliamentary></analysis></meta>
<coverPage><p><docNumber>{symbol}</docNumber></p>
<p><docDate date="2024-12-31">31 December 2024</docDate></p>
<p><inline name="agenda item" title="{item}">Agenda item {item}</inline></p>{names}
<p><docProponent refersTo="{proponent}">[on the report]</docProponent></p></coverPage>
<preface><p><docNumber>79/500.</docNumber><docTitle>{title}</docTitle></p></preface>
<preamble>{preamble}</preamble><mainBody>{body}</mainBody>
<conclusions><p><location title="9th">9th plenary meeting</location></p></conclusions>{after}
</statement></akomaNtoso>""".encode()


def paragraph(number: str, words: str, *, css: str = "SingleTxt") -> str:
    """One body paragraph; without a number it has none."""
    num = f"<num>{number}</num>" if number else ""
    return f'<paragraph class="{css}">{num}<content><p>	{words}</p></content></paragraph>'


def annex(*paragraphs: str) -> str:
    """An attachment that holds these paragraphs."""
    body = "".join(paragraphs)
    doc = f"<attachment><doc><mainBody>{body}</mainBody></doc></attachment>"
    return f"<attachments>{doc}</attachments>"


def heading(words: str, number: str = "") -> str:
    """A heading as the official files set it."""
    num = f"<num>{number}</num>" if number else ""
    return f'<paragraph class="H23">{num}<subheading>{words}</subheading></paragraph>'


def vote(total: int, position: str, *names: str) -> str:
    """One `count` of a roll call."""
    voters = "".join(f'<organization refersTo="memberState">{n}</organization>' for n in names)
    return (
        f'<count value="{total}" refersTo="{position}">'
        f"<akn4un:voters>{voters}</akn4un:voters></count>"
    )


def recorded(*counts: str) -> str:
    """A recorded vote of these counts."""
    return f'<voting outcome="adoptedRecordedVote">{"".join(counts)}</voting>'


def everyone(day: str) -> set[str]:
    """All known States are members on every day, save one that joined late."""
    return set(KNOWN) - ({"TUR"} if day < "2000-01-01" else set())


@pytest.fixture(scope="session")
def names() -> StateNames:
    return StateNames(KNOWN)


@pytest.fixture
def save(tmp_path: Path) -> Callable[[str, bytes], Path]:
    def write(name: str, raw: bytes) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)
        return path

    return write
