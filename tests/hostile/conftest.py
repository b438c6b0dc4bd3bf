"""What tests of pages and of the store set up, for both are attacked here."""

from __future__ import annotations

from tests.app_pages.conftest import editable, later, small, unchanged
from tests.corpus.conftest import no_waiting

__all__ = ["editable", "later", "no_waiting", "small", "unchanged"]
