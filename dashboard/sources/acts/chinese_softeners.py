"""Softeners in Chinese, told by fingerprints, so that a wording that nobody holds can be asked."""

from __future__ import annotations

from functools import cache

import numpy as np

from dashboard.sources.fingerprints import Fingerprint, pieces, runs

PHRASES = {
    "as_appropriate": ("酌情", "视情况"),
    "where_appropriate": ("适当时", "适当情况下", "尽可能", "可能情况下", "可行情况下"),
    "where_applicable": ("适用时", "适用情况下", "如适用"),
    "voluntary_basis": ("自愿",),
    "existing_resources": ("现有资源",),
    "mutually_agreed_terms": ("共同商定的条件", "相互商定的条件"),
    "international_law": ("根据国际法", "按照国际法", "依照国际法", "遵照国际法", "符合国际法"),
    "within_mandates": ("任务范围", "任务授权", "职权范围"),
    "in_a_position": ("有能力这样做", "有能力的"),
    "national_priorities": ("国家优先事项", "国家优先次序", "国情"),
    "upon_request": ("应请求", "应要求", "请求时"),
    "without_prejudice": ("不妨碍", "不影响"),
}
"""The commonest forms of each code of the vocabulary `softeners`, in simplified signs.

Whether they govern the ask, its object or its means is not told, nor is any other form.
"""


def chinese_softeners(wording: Fingerprint) -> frozenset[str]:
    """The codes of the softeners that a Chinese wording has: those all of whose pairs of signs
    stand in it."""
    return frozenset(
        code
        for code, phrases in _hashed().items()
        if any(np.isin(phrase, _numbers(wording.runs)).all() for phrase in phrases)
    )


@cache
def _hashed() -> dict[str, list[np.ndarray[tuple[int], np.dtype[np.uint32]]]]:
    return {
        code: [_numbers(runs(pieces(phrase), "zh")) for phrase in phrases]
        for code, phrases in PHRASES.items()
    }


def _numbers(hashes: bytes) -> np.ndarray[tuple[int], np.dtype[np.uint32]]:
    return np.frombuffer(hashes, dtype="<u4")
