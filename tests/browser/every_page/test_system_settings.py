"""Pages follow what a reader asked their system for: less motion, and dark while they are read."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from dashboard.words import words
from tests.browser.every_page.rules import DARK
from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import spoken, stands

SAY = words("en")
LONGEST_MOTION = 0.1
"""Seconds; what lasts less is not seen as movement."""
MOVING = """longest => document.getAnimations()
    .filter(animation => animation.playState === 'running')
    .filter(animation => animation.effect.getComputedTiming().activeDuration > longest * 1000)
    .map(animation => `${animation.animationName || animation.transitionProperty}: `
        + animation.effect.target.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize(
    ("path", "opens"),
    [("/", "take.label"), ("/votes?item=A/RES/79/239@plenary", "citing.label")],
)
def test_nothing_moves_for_who_asked_for_less_motion(reader: Reader, path: str, opens: str):
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open(spoken(path, "en"))
    stands(reader.page)
    at_rest = f"longest => ({MOVING})(longest).length === 0"
    reader.page.wait_for_function(at_rest, arg=LONGEST_MOTION)
    reader.page.get_by_role("button", name=SAY(opens)).first.click()
    expect(reader.page.get_by_test_id("stPopoverBody")).to_be_visible()
    # what a run left behind fades; nothing may go on moving after it
    reader.page.wait_for_function(at_rest, arg=LONGEST_MOTION)


def test_a_page_turns_dark_and_light_again_with_the_system(reader: Reader):
    reader.open(spoken("/documents", "en"))
    for dark in (True, False):
        reader.page.emulate_media(color_scheme="dark" if dark else "light")
        reader.page.wait_for_function(DARK, arg=dark)
