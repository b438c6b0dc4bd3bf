"""What a page's drawings are held to: a name, contrast, and room for every word."""

from __future__ import annotations

from playwright.sync_api import Page

READABLE = 4.5
"""Contrast of small text with its ground, by WCAG 2.2, 1.4.3."""
WEAKEST_TEXT = """() => {
    const luminance = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(Number)
        .map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const ground = luminance(getComputedStyle(document.querySelector('.stApp')).backgroundColor);
    const texts = [...document.querySelectorAll('.js-plotly-plot svg text')];
    return Math.min(...texts.filter(t => t.textContent.trim()).map(t => {
        const ink = luminance(getComputedStyle(t).fill);
        return (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    }));
}"""
NAMES = """drawings => drawings.map(drawing => {
    const named = drawing.closest('[aria-label]') || drawing.querySelector('[aria-label]');
    return named ? named.getAttribute('aria-label') : '';
})"""
LEAST_NAME = 15
"""Signs; a sentence has as many, in Chinese too."""
OUT_OF_PLACE = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
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


def weakest_contrast(page: Page) -> float:
    """The least contrast of a drawing's words with the page's ground."""
    return float(page.evaluate(WEAKEST_TEXT))


def names(page: Page) -> list[str]:
    """The name of every drawing, for those who do not see it; empty where it has none."""
    found: list[str] = page.get_by_test_id("stPlotlyChart").evaluate_all(NAMES)
    return found


def words_out_of_place(page: Page) -> list[str]:
    """Each word of a drawing that its frame cuts, and each two that lie over each other."""
    found: list[str] = page.evaluate(OUT_OF_PLACE)
    return found
