"""Every screen held to rules; what a broken rule asserted is told in full."""

import pytest

pytest.register_assert_rewrite("tests.browser.every_page.rules")
