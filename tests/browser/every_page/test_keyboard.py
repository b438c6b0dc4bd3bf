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
LOOKS = """async () => {
    const moving = document.getAnimations().filter(one => one instanceof CSSTransition);
    await Promise.all(moving.map(one => one.finished.catch(() => null)));
    const [control, parent] = [window.focused, window.focused.parentElement];
    return [control, parent, parent.parentElement, ...control.querySelectorAll('*')].slice(0, 6)
        .map(one => getComputedStyle(one))
        .map(s => [s.outline, s.boxShadow, s.backgroundColor, s.borderColor, s.color]).join(' ');
}"""
"""How the control that had the focus last looks, with the box a field is drawn in."""
CONTROLS = ("A", "BUTTON", "INPUT", "SUMMARY")


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
    heading = page.get_by_role("heading", name="Lethal autonomous weapons systems")
    expect(heading.first).to_be_visible()
    # what is drawn after the focus has come takes it away: press nothing before the page stands
    expect(page.get_by_role("heading", name=EN("record.paragraphs"))).to_be_visible()
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    stands(officer.settled().page)
    cite = page.get_by_role("button", name=EN("citing.label"))
    tab_to(officer, EN("citing.label"))
    page.keyboard.press("Enter")
    expect(cite).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_test_id("stCode").first).to_be_visible()
    # the framework puts what a popover holds at the very end of the page, behind its tables,
    # whose cells take Tab for themselves: the short way there is backwards
    box = page.get_by_test_id("stCode").first
    for _ in range(MOST_STOPS):
        page.keyboard.press("Shift+Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    page.keyboard.press("Tab")  # the button stands while its box has the focus
    page.keyboard.press("Enter")
    copied(officer, "A/RES/80/57")


def tab_to(reader: Reader, name: str) -> None:
    """Press Tab until the control of this name has the focus, and shows that it has.

    Where a page replaces another, the browser goes on from where the old control stood, which
    can lie behind what is looked for: then the way is back.
    """
    keyboard = reader.page.keyboard
    passed: list[str] = []
    ways = (("Tab", "Shift+Tab", MOST_STOPS), ("Shift+Tab", "Tab", 2 * MOST_STOPS))
    for there, back, stops in ways:
        for _ in range(stops):
            keyboard.press(there)
            stop = reader.page.evaluate(FOCUS)
            passed.append(stop["name"][:40])
            if name in stop["name"].splitlines() and stop["tag"] in CONTROLS:
                focused = reader.page.evaluate(LOOKS)
                keyboard.press(back)
                assert reader.page.evaluate(LOOKS) != focused, f"no visible focus: {name}"
                keyboard.press(there)
                return
    raise AssertionError(f"{name!r} is not within {MOST_STOPS} stops: {passed}")


def test_every_stop_on_the_first_page_shows_its_focus(reader: Reader):
    reader.open("/?lang=en")
    expect(reader.page.get_by_role("textbox", name=EN("search.label"))).to_be_visible()
    stands(reader.page)
    reader.page.keyboard.press("Tab")
    unseen, seen = [], []
    for _ in range(30):
        stop = reader.page.evaluate(FOCUS)
        focused = reader.page.evaluate(LOOKS)
        reader.page.keyboard.press("Tab")
        if stop["tag"] in CONTROLS:  # not the page as a whole, which takes the focus to scroll
            seen.append(stop["name"])
            unseen += [stop["name"]] if reader.page.evaluate(LOOKS) == focused else []
    assert unseen == []
    assert {EN("shortcut.laws"), EN("search.label")} <= set(seen)
