"""How each language writes dates, numbers and lists, and chooses a plural form."""

from __future__ import annotations

import re
from typing import Any

import pytest

from dashboard import words as module
from dashboard.words import words


@pytest.mark.parametrize(
    ("partial", "en", "zh"),
    [
        (None, "", ""),
        ("", "", ""),
        ("2024", "2024", "2024年"),
        ("2024-03", "March 2024", "2024年3月"),
        ("2024-03-01", "1 March 2024", "2024年3月1日"),
        ("2024-02-29", "29 February 2024", "2024年2月29日"),
        ("0999", "999", "999年"),
    ],
)
def test_a_date_is_as_precise_as_it_is(partial: str | None, en: str, zh: str):
    assert (words("en").date(partial), words("zh").date(partial)) == (en, zh)


@pytest.mark.parametrize(
    ("start", "end", "en", "zh"),
    [
        (None, None, "", ""),
        ("2024", None, "2024", "2024年"),
        ("2024-03", "2024-03", "March 2024", "2024年3月"),
        ("2024-03-01", "2024-04", "1 March 2024 – April 2024", "2024年3月1日至2024年4月"),
    ],
)
def test_a_span_of_dates(start: str | None, end: str | None, en: str, zh: str):
    assert (words("en").dates(start, end), words("zh").dates(start, end)) == (en, zh)


@pytest.mark.parametrize("bad", ["2024-1", "2024-02-30", "yesterday", "２０２４-03-0"])
def test_what_is_no_date_is_refused(bad: str):
    with pytest.raises((ValueError, KeyError)):
        words("en").date(bad)


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [(0, "0", "0"), (999, "999", "999"), (9714, "9,714", "9,714"), (-1234, "-1,234", "-1,234")],
)
def test_a_number_is_grouped(value: int, en: str, zh: str):
    assert (words("en").number(value), words("zh").number(value)) == (en, zh)


@pytest.mark.parametrize(
    ("items", "en", "zh"),
    [
        ([], "", ""),
        (["a"], "a", "a"),
        (["a", "b"], "a and b", "a和b"),
        (["a", "b", "c"], "a, b and c", "a、b和c"),
        (["{0}", "{1}", "{x}"], "{0}, {1} and {x}", "{0}、{1}和{x}"),
    ],
)
def test_a_list(items: list[str], en: str, zh: str):
    assert (words("en").listed(items), words("zh").listed(items)) == (en, zh)


@pytest.mark.parametrize(
    ("n", "en", "zh"),
    [
        (0, "0 of 1,110 records", "符合条件0条（共1,110条记录）"),
        (1, "One of 1,110 records", "符合条件1条（共1,110条记录）"),
        (2, "2 of 1,110 records", "符合条件2条（共1,110条记录）"),
        (1001, "1,001 of 1,110 records", "符合条件1,001条（共1,110条记录）"),
    ],
)
def test_a_number_chooses_the_form(n: int, en: str, zh: str):
    found = (words(code)("count.timeline", n=n, total="1,110") for code in ("en", "zh"))
    assert tuple(found) == (en, zh)


def test_values_are_filled_in_as_they_are():
    text = words("en")("filters.stated", name="{value}", value="{0} {__class__} %s")
    assert text == "{value}: {0} {__class__} %s"


@pytest.mark.parametrize("key", ["app", "app.titel", "count.timeline", "count.timeline.two"])
def test_an_unknown_key_is_refused_by_name(key: str):
    with pytest.raises(KeyError, match=re.escape(key)):
        words("en")(key)


def test_a_word_missing_in_one_language_is_shown_in_the_other(monkeypatch: pytest.MonkeyPatch):
    texts = {"en": {"only": "English only", "many.other": "{n} things"}, "zh": {}}
    monkeypatch.setattr(module, "entries", texts.__getitem__)
    chinese = module.Words("zh")
    assert (chinese("only"), chinese("many", n=2)) == ("English only", "2 things")
    assert (chinese.has("only"), chinese.has("none")) == (True, False)


@pytest.mark.parametrize(
    ("texts", "english", "chinese"),
    [
        ({}, "", ""),
        ({"en": None, "zh": ""}, "", ""),
        ({"en": "Trees", "zh": float("nan")}, "Trees", "Trees（英文）"),
        ({"en": "Trees", "zh": "树"}, "Trees", "树"),
        ({"zh": "树"}, "树 (Chinese)", "树"),
        ({"en": "{text} & <b>"}, "{text} & <b>", "{text} & <b>（英文）"),
    ],
)
def test_a_text_of_another_language_says_so(texts: Any, english: str, chinese: str):
    assert (words("en").marked(texts), words("zh").marked(texts)) == (english, chinese)
    row = {f"title_{code}": text for code, text in texts.items()}
    assert words("zh").field(row, "title") == chinese
    assert words("zh").own(row, "title") == ("" if "英文" in chinese else chinese)
