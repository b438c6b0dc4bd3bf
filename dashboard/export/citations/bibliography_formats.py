"""How reference files are written: values no reader of BibTeX or RIS can take for markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "$&#_%"},
        "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones as well
        "}": r"\textbraceright{}",
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_IN_LINK = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "<": "%3C", ">": "%3E"})


def one_line(text: str) -> str:
    """Text on one line, without signs that cannot be shown."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def latex(text: str) -> str:
    """Text on one line with every sign escaped that LaTeX would act on."""
    return one_line(text).translate(_LATEX)


def latex_link(address: str) -> str:
    """An address for a BibTeX field, which packages print as it is."""
    return one_line(address).translate(_IN_LINK)


def bibtex_entry(key: str, fields: Mapping[str, str]) -> str:
    """One `@misc` entry of fields already escaped; empty ones are left out."""
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{key},", *lines, "}", ""])


def ris_record(tags: Iterable[tuple[str, str]]) -> str:
    """One RIS record, a tag a line, ended by `ER`; empty ones are left out."""
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags if one_line(value)]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"
