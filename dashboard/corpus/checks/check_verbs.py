"""Opening phrases that no head of the vocabulary covers: shown as `unknown`, and listed here."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.corpus.checks.findings import Finding
from dashboard.corpus.reading.problems import nearest, quoted
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.verbs import UNKNOWN, VerbRule

_JUDGED = ("operative", "annex")


def verb_findings(record: ImportedDocument, rule: VerbRule) -> Iterator[Finding]:
    """A warning for each operative or annex paragraph whose opening verb no rule recognises.

    Without a vocabulary of verbs nothing is judged.
    """
    if not rule.heads:
        return
    for number, paragraph in enumerate(record.paragraphs):
        verb, verb_zh = paragraph.verb, paragraph.verbs.get("zh")
        if paragraph.part not in _JUDGED:
            continue
        if verb is not None and rule.read(verb).head == UNKNOWN:
            yield _finding(("paragraphs", number, "verb"), verb, rule.heads)
        if verb_zh is not None and rule.heads_zh and rule.read_zh(verb_zh) == UNKNOWN:
            yield _finding(("paragraphs", number, "verbs", "zh"), verb_zh, rule.heads_zh)


def _finding(path: tuple[str | int, ...], phrase: str, heads: list[str]) -> Finding:
    near = nearest(phrase.casefold(), heads)
    hint = f"; the nearest is {quoted(near)}" if near else ""
    message = f"no head of vocabulary/verbs.yaml opens {quoted(phrase)}: shown as unknown{hint}"
    return Finding(path, message, "warning")
