"""What tests of pages and of the store set up, for both are attacked here."""

from __future__ import annotations

from tests.app_pages.conftest import small
from tests.corpus.conftest import no_waiting

__all__ = ["no_waiting", "small"]
