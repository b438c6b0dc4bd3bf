"""No word of a drawing lies over another or leaves its drawing, between phone and desk."""

from __future__ import annotations

import pytest

from tests.browser.reader.reader import Reader
from tests.browser.reader.screens import SCREENS, Screen, stands

WIDTHS = (1024, 768)
DRAWN = [
    screen
    for screen in SCREENS
    if screen.name in ("timeline", "asks", "vote", "agreement", "sponsors", "years")
]
FAULTS = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
    const near = 1.5, found = [];
    const frame = plot.querySelector('.main-svg').getBoundingClientRect();
    const leans = text => /rotate\\((?!0)/.test(text.getAttribute('transform') ?? '');
    const words = [...plot.querySelectorAll('svg text')]
        .filter(text => text.textContent.trim() && text.checkVisibility({opacityProperty: true}))
        .flatMap(text => {
            const lines = [...text.querySelectorAll(':scope > tspan.line')];
            return (lines.length ? lines : [text]).map(line => [line, leans(text)]);
        })
        .map(([line, leaning]) => {
            const {left, right, top, bottom, height} = line.getBoundingClientRect();
            const lead = height * 0.15;  // a line is higher than its letters
            const said = line.textContent.trim();
            return {said, left, right, top: top + lead, bottom: bottom - lead, leaning};
        })
        .filter(word => word.said && word.right > word.left);
    for (const word of words) {
        const cut = word.left < frame.left - near || word.right > frame.right + near
            || word.top < frame.top - near || word.bottom > frame.bottom + near;
        if (cut) found.push(`cut: ${word.said}`);
    }
    const level = words.filter(word => !word.leaning).sort((a, b) => a.left - b.left);
    level.forEach((a, place) => {
        for (const b of level.slice(place + 1)) {
            if (b.left >= a.right - near) break;
            const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (shared > near) found.push(`over each other: ${a.said} | ${b.said}`);
        }
    });
    return found;
})"""


@pytest.mark.parametrize("screen", DRAWN, ids=lambda screen: screen.name)
def test_every_word_of_a_drawing_has_its_own_room(reader: Reader, screen: Screen):
    for width in WIDTHS:
        reader.page.set_viewport_size({"width": width, "height": 900})
        if width == WIDTHS[0]:
            reader.open(f"{screen.path}{'&' if '?' in screen.path else '?'}lang=en")
        reader.page.locator(".js-plotly-plot .main-svg").first.wait_for()
        stands(reader.page)
        assert reader.page.evaluate(FAULTS) == [], width
