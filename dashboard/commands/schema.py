"""`dashboard schema`: JSON Schema of every kind of file, for completion in editors."""

from __future__ import annotations

import json
from pathlib import Path

import click

from dashboard.commands.arguments import PATH, data_option, existing
from dashboard.corpus.reading.loading import load
from dashboard.corpus.reading.schema import schemas


@click.command
@click.option(
    "--out", type=PATH, default=Path("build/schema"), show_default=True, help="folder to write to"
)
@data_option
def schema(data: Path, out: Path) -> int:
    """Write the JSON Schema of each kind of file, for completion in editors."""
    corpus = load(existing(data))
    out.mkdir(parents=True, exist_ok=True)
    for name, described in schemas(corpus).items():
        path = out / f"{name}.schema.json"
        text = json.dumps(described, ensure_ascii=False, indent=2)
        path.write_text(f"{text}\n", encoding="utf-8")
        print(path)
    return 0
