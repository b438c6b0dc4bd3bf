"""`dashboard import PATH…`: official files into data/imported."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any, TypeVar

import click
from pydantic import ValidationError

from dashboard.commands.arguments import Stop, data_option, paths_argument, shown, warn
from dashboard.commands.draft import write_draft
from dashboard.corpus.checks.vote_import_diff import UnreadableRecordError, record_at
from dashboard.corpus.membership import members_on
from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.problems import dotted
from dashboard.corpus.reading.yaml_reader import MAX_BYTES
from dashboard.corpus.records.documents import ImportedDocument
from dashboard.corpus.records.fields import Record
from dashboard.corpus.records.vocabularies import StateList, Vocabulary
from dashboard.sources.importing import import_documents
from dashboard.sources.inputs import inputs
from dashboard.sources.names import StateNames
from dashboard.sources.plain_text import OtherWords

M = TypeVar("M", bound=Record)
_OWN = Path(__file__).resolve().parents[2] / "data"
_OFFICIAL = (".xml", ".zip")


@click.command("import")
@paths_argument
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="also documents whose English text does not mention artificial intelligence",
)
@data_option
def import_(paths: tuple[Path, ...], everything: bool, data: Path) -> int:
    """Read official Akoma Ntoso files into the record.

    Resolutions as the United Nations publishes them in Akoma Ntoso XML become
    data/imported/SESSION/SYMBOL.yaml. No text of a paragraph is kept. A folder gives its .xml
    files at any depth; a zip archive must be named itself. What one file has wrong or lacks is
    kept as unknown and told as a warning. Any other file (DOCX, PDF, plain text) is read as
    `dashboard draft` reads it, and gives a record in data/curated/drafts for review. A folder that
    does not exist yet or is empty is begun with the vocabularies and the list of States of the
    project. Exit code 1 where a file was refused (the others are still imported), 2 where those
    lists cannot be read.
    """
    if not data.exists() or (data.is_dir() and not any(data.iterdir())):
        _begin(data)
    drafts = [path for path in paths if path.is_file() and path.suffix.lower() not in _OFFICIAL]
    refused = _drafts(drafts, data) if drafts else 0
    paths = tuple(path for path in paths if path not in drafts)
    if not paths:
        return 1 if refused else 0
    states = {state.iso3: state for state in _listed(data, "states.yaml", StateList).states}
    near = _listed(data, "vocabulary/near_ai.yaml", Vocabulary).terms.values()
    report = import_documents(
        shown(list(inputs(paths)), "Reading", sys.stderr),
        StateNames({s.iso3: [*s.names.values(), *s.other_names] for s in states.values()}),
        partial(members_on, states),
        OtherWords((p for t in near for p in t.phrases), (p for t in near for p in t.not_in)),
        data / "imported",
        mentioning_only=not everything,
        fault=_fault,
    )
    warn("refused", report.refusals)
    warn("warning", report.warnings)
    print(
        f"{report.read} files read, {len(report.refusals)} refused, "
        f"{len(report.warnings)} warnings; {report.documents} documents, "
        f"{report.changed} of them new or changed, {report.left_out} not about AI and left out"
    )
    return 1 if report.refusals or refused else 0


def _fault(document: dict[str, Any], text: str) -> str | None:
    """Why the record would refuse what was read, in one sentence."""
    if len(text.encode()) > MAX_BYTES:
        return f"over {MAX_BYTES} bytes as a record"
    try:
        ImportedDocument.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        return f"{dotted(first['loc'])}: {first['msg']}"
    return None


def _drafts(files: list[Path], data: Path) -> int:
    """Write the draft record of each file; how many were refused."""
    corpus = load(data)
    refused = 0
    for file in files:
        try:
            print(write_draft(file, corpus, data))
        except Stop as refusal:
            warn("refused", [str(refusal)])
            refused += 1
    return refused


def _begin(data: Path) -> None:
    """A new record: the project's own vocabularies and States, and nothing else of it."""
    copytree(_OWN / "vocabulary", data / "vocabulary")
    copyfile(_OWN / "states.yaml", data / "states.yaml")


def _listed(data: Path, name: str, model: type[M]) -> M:
    """A list of this folder, or else of the project's own. Raises `Stop` without it."""
    for path in (data / name, _OWN / name):
        try:
            listed = record_at(path, model)
        except UnreadableRecordError as error:
            raise Stop(error) from None
        if listed is not None:
            return listed
    raise Stop(f"{data / name}: no such list; official files cannot be read without it")
