"""The colours can be told apart, by everybody, in both modes."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import pytest

CONFIG = Path(__file__).parents[1] / ".streamlit" / "config.toml"
THEME = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"]
MODES = ("light", "dark")

Triple = tuple[float, float, float]

SIGHT: dict[str, tuple[Triple, Triple, Triple]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""Full deficiencies on linear RGB, after Machado, Oliveira and Fernandes (2009)."""


CAPTION, SELECTED = 0.6, 0.1
"""How strongly the framework paints a caption, and the ground of what is selected."""


def blend(colour: str, ground: str, strength: float) -> str:
    """A colour painted on a ground with less than full strength."""
    pairs = [(int(colour[n : n + 2], 16), int(ground[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(c * strength + g * (1 - strength)):02X}" for c, g in pairs)


def linear(colour: str) -> Triple:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    values = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)
    ]
    return (values[0], values[1], values[2])


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2, from 1 to 21."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def lab(rgb: list[float]) -> Triple:
    red, green, blue = (min(1.0, max(0.0, value)) for value in rgb)
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return (116 * y - 16, 500 * (x - y), 200 * (y - z))


def difference(one: str, other: str, sight: str) -> float:
    """Distance in CIE Lab (1976) of two colours as that eye sees them."""
    seen = [
        lab([sum(a * b for a, b in zip(row, linear(colour), strict=True)) for row in SIGHT[sight]])
        for colour in (one, other)
    ]
    return float(sum((a - b) ** 2 for a, b in zip(*seen, strict=True)) ** 0.5)


def test_contrast_of_black_on_white_is_the_known_21():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


@pytest.mark.parametrize("mode", MODES)
def test_text_and_links_are_readable(mode: str):
    theme = THEME[mode]
    for surface in ("backgroundColor", "secondaryBackgroundColor"):
        assert contrast(theme["textColor"], theme[surface]) >= 7
        assert contrast(theme["linkColor"], theme[surface]) >= 4.5
    pale = blend(theme["textColor"], theme["backgroundColor"], CAPTION)
    assert contrast(pale, theme["backgroundColor"]) >= 4.5, "captions"
    tint = blend(theme["primaryColor"], theme["backgroundColor"], SELECTED)
    assert contrast(theme["primaryColor"], tint) >= 4.5, "selected segments"


@pytest.mark.parametrize("mode", MODES)
def test_marks_stand_out_from_the_page(mode: str):
    theme = THEME[mode]
    weak = [
        colour
        for colour in theme["chartCategoricalColors"]
        if contrast(colour, theme["backgroundColor"]) < 3
    ]
    assert weak == []


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("mode", MODES)
def test_no_two_categories_look_alike(mode: str, sight: str):
    pairs = itertools.combinations(THEME[mode]["chartCategoricalColors"], 2)
    close = [pair for pair in pairs if difference(*pair, sight) < 20]
    assert close == []


@pytest.mark.parametrize("mode", MODES)
def test_scales_have_ten_steps_and_run_one_way(mode: str):
    theme = THEME[mode]
    sequence = [luminance(colour) for colour in theme["chartSequentialColors"]]
    assert len(sequence) == len(theme["chartDivergingColors"]) == 10
    assert sequence in (sorted(sequence), sorted(sequence, reverse=True))
    page = luminance(theme["backgroundColor"])
    assert abs(sequence[0] - page) < abs(sequence[-1] - page), "little is close to the page"
    wings = [luminance(colour) for colour in theme["chartDivergingColors"]]
    middle = sorted(wings, reverse=mode == "light")[:2]
    assert set(middle) == set(wings[4:6]), "the middle is closest to the page"
