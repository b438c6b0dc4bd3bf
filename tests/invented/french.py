"""A third language as somebody begins one: an entry in the list of languages and five strings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from dashboard import words as module
from dashboard.words.languages import LANGUAGES, read_languages

ENTRY = """fr:
  name: Français
  locale: fr
  direction: ltr
  fallbacks: [en]
  partial: true
...
"""
STRINGS = """app:
  title: La gouvernance de l’IA
documents:
  nav: Documents officiels
  title: Les documents
column:
  title: Titre
notice:
  left_out: Une donnée fait défaut, voir {où}
...
"""
"""Five strings, of which the last names a value it is never given."""


def speak_french(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Serve the words of a copy in `folder`, where French has been added; undone afterwards."""
    shutil.copytree(module.FOLDER, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "languages.yaml").write_text(ENTRY, encoding="utf-8")
    (folder / "fr.yaml").write_text(STRINGS, encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", folder)
    monkeypatch.setitem(LANGUAGES, "fr", read_languages(folder)["fr"])
    _forget()
    yield folder
    _forget()


def _forget() -> None:
    module.words.cache_clear()
    module.entries.cache_clear()
    module.framework.cache_clear()
