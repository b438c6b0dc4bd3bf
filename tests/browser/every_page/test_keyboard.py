"""The officer's journey by keyboard alone, and that every stop shows its focus."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import stands
from tests.browser.reader.walking import EN, copied

MOST_STOPS = 40
"""Presses of Tab from a page's top to anything a journey needs on it."""

FOCUS = """() => {
    window.focused = document.activeElement;
    const {tagName, ariaLabel, innerText} = window.focused;
    return {tag: tagName, name: (ariaLabel || innerText || '').trim()};
}"""
CONTROLS = ("A", "BUTTON", "INPUT", "SUMMARY")
WITHIN = "name => Boolean(document.activeElement.closest(name))"
BOX = "[data-testid='stPopoverBody']"
RING = """() => {
    const numbers = colour => colour.match(/[0-9.]+/g).map(Number);
    const ground = numbers(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
    const luminance = colour => colour.slice(0, 3).map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    return Math.max(...[null, '::after'].map(part => {
        const style = getComputedStyle(document.activeElement, part);
        const [r, g, b, opaque = 1] = numbers(style.outlineColor);
        const ink = [r, g, b].map((c, i) => c * opaque + ground[i] * (1 - opaque));
        const both = [luminance(ink), luminance(ground)].sort((one, other) => other - one);
        const drawn = style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2;
        return drawn ? (both[0] + 0.05) / (both[1] + 0.05) : 1;
    }));
}"""
"""Contrast with the page of the ring around what has the focus; 1 where there is none."""
CLEAR = 3
"""By WCAG 2.2, 1.4.11."""


def test_the_officer_needs_no_pointer(officer: Reader):
    officer.open("/?lang=en")
    page = officer.page
    stands(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the first stop leads past the navigation
    tab_to(officer, EN("shortcut.laws"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents?*")
    officer.settled()
    heading = page.get_by_role("heading", name="Lethal autonomous weapons systems", level=1)
    expect(heading).to_be_focused()
    # what is drawn after the focus has come takes it away: press nothing before the page stands
    expect(page.get_by_role("heading", name=EN("record.paragraphs"))).to_be_visible()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    stands(officer.settled().page)
    cite = page.get_by_role("button", name=EN("citing.label"))
    tab_to(officer, EN("citing.label"), back=True)
    page.keyboard.press("Enter")
    expect(cite).to_have_attribute("aria-expanded", "true")
    box = page.get_by_test_id("stCode").first
    expect(box).to_be_visible()
    page.wait_for_function(WITHIN, arg=BOX)  # what opened has the focus
    page.keyboard.press("Escape")
    expect(cite).to_be_focused()
    expect(cite).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
    officer.settled()  # the run that closes it would take away what opens meanwhile
    page.keyboard.press("Enter")
    page.wait_for_function(WITHIN, arg=BOX)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.press("Tab")  # the button stands while its box has the focus
    page.keyboard.press("Enter")
    copied(officer, "A/RES/80/57")


def tab_to(reader: Reader, name: str, *, back: bool = False) -> None:
    """Press Tab, with Shift for the way back, until the control of this name has the focus."""
    keyboard = reader.page.keyboard
    passed: list[str] = []
    for _ in range(MOST_STOPS):
        keyboard.press("Shift+Tab" if back else "Tab")
        stop = reader.page.evaluate(FOCUS)
        passed.append(stop["name"][:40])
        if name in stop["name"].splitlines() and stop["tag"] in CONTROLS:
            assert reader.page.evaluate(RING) >= CLEAR, f"no visible focus: {name}"
            return
    raise AssertionError(f"{name!r} is not within {MOST_STOPS} stops: {passed}")


def test_every_stop_on_the_first_page_shows_its_focus(reader: Reader):
    reader.open("/?lang=en")
    expect(reader.page.get_by_role("textbox", name=EN("search.label"))).to_be_visible()
    stands(reader.page)
    reader.page.keyboard.press("Tab")
    stops = []
    for _ in range(30):
        stops.append((reader.page.evaluate(FOCUS)["name"], reader.page.evaluate(RING)))
        reader.page.keyboard.press("Tab")
    assert [stop for stop in stops if stop[1] < CLEAR] == []
    assert {EN("results.skip"), EN("shortcut.laws"), EN("search.label")} <= {n for n, _ in stops}
    reader.page.locator("[data-skip]").focus()
    reader.page.keyboard.press("Enter")
    # past the filters and the drawing, which no key enters, to the rows drawn in it
    reader.page.wait_for_function(WITHIN, arg="tbody")
