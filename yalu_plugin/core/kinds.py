"""The kinds of site that every survey knows, each declared once.

The schema, labels, keys, the symbols of the map (tools/make_styles.py), icons, charts and the check of what an image
can show read these records. To add a kind: add a record, and the words used for it in foreign lists
(core/importing/notations/kind_words.py). Kinds that a user adds to one survey are in custom_kinds.py.
"""

from __future__ import annotations

from typing import NamedTuple

from yalu_plugin.core.text import translatable

INK, YELLOW, GREY, WHITE = "#111111", "#ffd400", "#7a7a7a", "#ffffff"


class Evidence(NamedTuple):
    """What an image must show to identify a site of a kind: its English name and its size in metres."""

    label: str
    size_m: float


class SiteKind(NamedTuple):
    """One kind of site.

    Attributes:
        value: the value in the column `kind` of sites.
        label: its English name on screen and on pages.
        shape: of its symbol: a name of QGIS' simple markers, a key of SHAPES.
        size_mm: of the symbol on the map; `casing_mm` of the white shape behind it.
        fill, outline: colours of the symbol as #rrggbb; `outline_mm` is the width of the outline, 0 for none.
        key: the letter that selects it while sites are added, or empty.
        is_crossing: it counts as a crossing of the river, in measures, claims and gaps.
        evidence: what an image must show of it; None where it is large enough for any image.
    """

    value: str
    label: str
    shape: str
    size_mm: float
    casing_mm: float
    fill: str
    outline: str
    outline_mm: float = 0.0
    key: str = ""
    is_crossing: bool = False
    evidence: Evidence | None = None


SHAPES = {"circle": "o", "square": "s", "diamond": "D", "triangle": "^"}  # and how matplotlib calls them
BUILT_IN_KINDS = (
    SiteKind("vehicle_ford", translatable("Vehicle crossing"), "circle", 2.7, 3.4, INK, INK, key="V",
             is_crossing=True, evidence=Evidence(translatable("a ramp"), 3.0)),
    SiteKind("barge_dock", translatable("Barge crossing"), "square", 2.7, 3.5, YELLOW, INK, 0.35, key="B",
             is_crossing=True, evidence=Evidence(translatable("a barge"), 20.0)),
    SiteKind("staging_area", translatable("Staging area"), "diamond", 2.3, 3.1, GREY, INK, 0.2,
             evidence=Evidence(translatable("a truck"), 12.0)),
    SiteKind("fuel_station", translatable("Fuel station"), "triangle", 2.2, 3.1, GREY, INK, 0.2),
    SiteKind("other", translatable("Other site"), "circle", 1.5, 2.2, WHITE, GREY, 0.45),
)
VEHICLE, BARGE, OTHER = "vehicle_ford", "barge_dock", "other"
SITE_KINDS = tuple(kind.value for kind in BUILT_IN_KINDS)
CROSSING_KINDS = tuple(kind.value for kind in BUILT_IN_KINDS if kind.is_crossing)
KIND_BY_VALUE = {kind.value: kind for kind in BUILT_IN_KINDS}
KIND_BY_KEY = {kind.key: kind.value for kind in BUILT_IN_KINDS if kind.key}
