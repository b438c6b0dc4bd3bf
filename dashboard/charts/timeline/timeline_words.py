"""The strings a timeline shows; pages make one in the reader's language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class TimelineWords:
    """Every string the timeline shows beside lanes, tracks and kinds, in one language."""

    today: str
    empty: str
    """Said in the middle of a timeline without records."""
    upcoming: str
    """Key: hollow marks."""
    imprecise: str
    """Key: whiskers of dates known to the month or year."""
    mention: str
    """Key: the rug of texts that only mention AI."""
    earlier: str
    """Said at the left edge of records before the first day in view; may use `{n}`."""
    dates: Callable[[str, str | None], str]
    """A partial date, and the end of what lasts longer, as the language writes them."""
    statements: str = ""
    """Names the lane of statements at the foot."""
    bodies: Mapping[str, str] = field(default_factory=dict)
    verification: Mapping[str, str] = field(default_factory=dict)
    relations: Mapping[str, str] = field(default_factory=dict)
