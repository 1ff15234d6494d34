"""Texts and table columns for two compared lists. Rows are those of `Compared.table` as dicts."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from qgis.core import QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.decimals import decimals
from yalu_plugin.gui.corridor.corridor_text import off_line_names
from yalu_plugin.gui.corridor.crossing_columns import side_name
from yalu_plugin.gui.corridor.page_table import PageColumn, Row, signed
from yalu_plugin.i18n import tr
from yalu_plugin.layers.corridor.line_text import line_text
from yalu_plugin.layers.corridor.list_comparison_layers import STATUS_STYLES, status_marker

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.list_comparison import Compared


def list_columns() -> tuple[PageColumn, ...]:
    """Return the columns of the table of compared crossings."""
    return (
        PageColumn(tr("Status"), tr("What became of the crossing"), lambda row: _status(row["status"]),
                   icon=lambda row: _status_icon(row["status"])),
        PageColumn(tr("In A"), tr("The crossing in list A"), lambda row: _site(row, "a")),
        PageColumn(tr("In B"), tr("The crossing in list B"), lambda row: _site(row, "b")),
        PageColumn(tr("km"), tr("Chainage in list A, or in B if the crossing is only in B"),
                   lambda row: decimals(row[_filled_column(row, "chainage_km")], 2), True),
        PageColumn(tr("Apart, m"), tr("Straight distance from A's place to B's"),
                   lambda row: decimals(row["distance_m"], 0), True),
        PageColumn(tr("Along, m"), tr("Distance along the river from A's place to B's, positive downstream"),
                   lambda row: signed(row["along_m"], 0), True),
        PageColumn(tr("Bank"), tr("Side of the line, facing downstream"),
                   lambda row: side_name(row[_filled_column(row, "side")])))


def list_tooltip(row: Row) -> str:
    """Return the status of a row and the crossing in both lists."""
    return tr("{status}: {a} / {b}").format(status=_status(row["status"]), a=_site(row, "a") or "–",
                                            b=_site(row, "b") or "–")


def counts_text(compared: Compared) -> str:
    """Return how many rows have each status, and how many crossings were left out."""
    counts = [tr("{status} {n}").format(status=_status(status), n=compared.count(status)) for status in STATUS_STYLES]
    far = len(compared.a.off_line) + len(compared.b.off_line)
    if far:
        counts.append(tr("left out {n}").format(n=far))
    return " · ".join(counts)


def line_and_left_out(compared: Compared) -> str:
    """Return the line that was measured on, and the names of the crossings too far from it to be compared."""
    from yalu_plugin.core.corridor.line_facts import describe

    parts = [tr("measured on {line}").format(line=line_text(describe(compared.a.corridor)))]
    for which, measured in (("A", compared.a), ("B", compared.b)):
        if measured.off_line:
            parts.append(tr("left out of {which}, farther than 5 km from the line: {names}").format(
                which=which, names=off_line_names(measured)))
    return "\n".join(parts)


def _status(status: str) -> str:
    return tr(STATUS_STYLES[status][0])


@cache
def _status_icon(status: str) -> QIcon:
    return QgsSymbolLayerUtils.symbolPreviewIcon(status_marker(status), QSize(16, 16))


def _site(row: Row, which: str) -> str:
    """Return a site's name in a list, or its id; empty if the list does not have it."""
    name, site_id = row[f"{which}_name"], row[f"{which}_id"]
    return next((value for value in (name, site_id) if isinstance(value, str) and value), "")


def _filled_column(row: Row, name: str) -> str:
    """Return the column of list A, or of list B if A's has no value."""
    value = row[f"a_{name}"]
    return f"b_{name}" if value is None or (isinstance(value, float) and math.isnan(value)) else f"a_{name}"
