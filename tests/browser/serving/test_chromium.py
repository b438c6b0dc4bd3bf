"""The browser the other tests stand on: it starts, and it can draw Chinese."""

from __future__ import annotations

from playwright.sync_api import Browser


def test_chinese_is_drawn_with_a_font_that_has_it(chromium: Browser):
    page = chromium.new_page()
    # A missing glyph is drawn as the same box for every character; real ones differ.
    page.set_content("<canvas id='c' width='40' height='40'></canvas>")
    drawn = page.evaluate(
        """() => ['人', '工', '智', '能'].map(letter => {
            const canvas = document.getElementById('c');
            const context = canvas.getContext('2d');
            context.clearRect(0, 0, 40, 40);
            context.font = '32px sans-serif';
            context.fillText(letter, 2, 34);
            return canvas.toDataURL();
        })"""
    )
    page.close()
    assert len(set(drawn)) == 4
