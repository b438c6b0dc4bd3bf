"""Where the Member States lie that the outlines of the world map leave out for their size."""

from __future__ import annotations

from typing import Final

SMALL_STATES: Final = {
    "AND": (1.57, 42.54),
    "ATG": (-61.8, 17.08),
    "BHR": (50.55, 26.04),
    "BRB": (-59.55, 13.17),
    "FSM": (158.23, 6.88),
    "GRD": (-61.69, 12.11),
    "KIR": (-157.63, 1.84),
    "KNA": (-62.76, 17.34),
    "LCA": (-60.97, 13.89),
    "LIE": (9.55, 47.14),
    "MCO": (7.42, 43.74),
    "MDV": (73.54, 4.21),
    "MHL": (171.1, 7.12),
    "MLT": (14.44, 35.89),
    "NRU": (166.92, -0.53),
    "PLW": (134.57, 7.51),
    "SGP": (103.78, 1.38),
    "SMR": (12.46, 43.94),
    "SYC": (55.47, -4.69),
    "TON": (-175.2, -21.17),
    "TUV": (179.18, -8.5),
    "VCT": (-61.19, 13.25),
}
"""Longitude and latitude by ISO3, degrees. They are the centres plotly.js 4.1.1 gives in its
finer outlines (world_50m, after UN Geodata); San Marino has none there either, and stands at
its capital."""
