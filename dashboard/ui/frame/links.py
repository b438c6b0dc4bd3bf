"""Links that open a record, or another page at a view of its own; switches between views.

They look like buttons, because the framework's page links cut long titles short; but each has the
whole address, so that a reader can copy it or open it in a tab of its own. `static/page/links.js`
opens them in place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from dashboard.analysis.selection.parameters import EVERYTHING
from dashboard.ui.frame.markdown import escaped
from dashboard.ui.frame.page import Page
from dashboard.ui.frame.url_state import page_path, view_path

SCOPED = (
    *("timeline", "documents", "paragraphs", "asks", "votes"),
    *("sponsors", "statements", "countries", "requests"),
)
"""The pages that are of what concerns AI, or of everything."""
ARROW = ":material/arrow_forward:"


def page_link(
    page: Page,
    label: str,
    target: str,
    params: Mapping[str, list[str]],
    *,
    key: str,
    icon: str | None = ARROW,
    wrap: bool = True,
) -> None:
    """To another page, by its name, at the view of these parameters, in the language chosen.

    Who looks at everything goes on doing so, unless the parameters say otherwise.
    """
    if page.query.scope == EVERYTHING and target in SCOPED:
        params = {"scope": [EVERYTHING], **params}
    _link(page, label, page_path(target, params), key, icon, wrap)


def item_link(
    page: Page,
    label: str,
    item: str,
    *,
    key: str,
    icon: str | None = ARROW,
    wrap: bool = True,
) -> None:
    """To a record on the page itself; the filters stay."""
    _link(page, label, view_path(page.name, page.query.having(item=item)), key, icon, wrap)


def close_link(page: Page, label: str) -> None:
    """Out of the record, to the view it was opened from; the filters stay."""
    path = view_path(page.name, page.without_record())
    _link(page, label, path, "close", ":material/close:", wrap=False)


def switch(
    page: Page,
    parameter: str,
    options: Sequence[str],
    chosen: str,
    label: str,
    named: Callable[[str], str],
    *,
    default: str,
    place: str = "",
    labelled: bool = False,
) -> None:
    """Options side by side, one of them chosen by a parameter of the link.

    The `default` leaves the link as it is; `named` says what each option is called, `place` tells
    a switch from another of the same parameter on the page. Without `labelled` the label is heard
    and not seen.
    """
    key = ".".join(filter(None, (page.name, parameter, place)))
    st.session_state[key] = chosen
    st.segmented_control(
        label,
        options,
        format_func=named,
        key=key,
        required=True,
        label_visibility="visible" if labelled else "collapsed",
        on_change=page.follow,
        args=(key, lambda query, to: query.having(**{parameter: None if to == default else to})),
    )


def _link(page: Page, label: str, path: str, key: str, icon: str | None, wrap: bool) -> None:
    key = f"{page.name}.{key}"
    st.link_button(escaped(label), path, key=key, icon=icon, type="tertiary", wrap=wrap)
