"""Table columns for the measured crossings. Rows are those of `Measured.table` as dicts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from yalu_plugin.core.decimals import decimals
from yalu_plugin.gui.corridor.page_table import PageColumn, Row, signed
from yalu_plugin.gui.kind_display import kind_icon, kind_name
from yalu_plugin.i18n import tr
from yalu_plugin.layers.bundled import county_name

if TYPE_CHECKING:
    from yalu_plugin.layers.corridor.second_line import SecondLine


def crossing_columns(second: SecondLine | None = None) -> tuple[PageColumn, ...]:
    """Return the columns of the table of crossings.

    With a second line there are two more: the chainage on it and the difference.
    """
    return (
        PageColumn(tr("Crossing"), tr("Name of the crossing"), site_label,
                   icon=lambda row: kind_icon(row["kind"])),
        PageColumn(tr("km"), tr("Chainage: km along the river, growing downstream"),
                   lambda row: decimals(row["chainage_km"], 2), True),
        PageColumn(tr("Gap, km"), tr("Gap to the next crossing downstream, along the river"),
                   lambda row: decimals(row["gap_along_km"], 2), True),
        PageColumn(tr("Straight, km"), tr("Gap to the next crossing downstream, straight (WGS 84 ellipsoid)"),
                   lambda row: decimals(row["gap_straight_km"], 2), True),
        PageColumn(tr("Offset, m"), tr("Distance from the line, which may itself be 50 to 150 m from the stream"),
                   lambda row: decimals(row["offset_m"], 0), True),
        PageColumn(tr("Bank"), tr("Side of the line, facing downstream"), lambda row: side_name(row["side"])),
        PageColumn(tr("County"), tr("County reach of the south bank; “?” within 2 km of a county break"), _county),
        PageColumn(tr("Kind"), tr("Kind of crossing"), lambda row: kind_name(row["kind"])),
        *(_second_columns(second) if second else ()))


def _second_columns(second: SecondLine) -> tuple[PageColumn, ...]:
    def other(row: Row) -> float:
        return second.chainage_km.get(row["site_id"], math.nan)

    return (
        PageColumn(tr("2nd line, km"), tr("Chainage on the second line, from the same datum"),
                   lambda row: decimals(other(row), 2), True),
        PageColumn(tr("Difference, km"), tr("Chainage on the second line less that on the first"),
                   lambda row: signed(other(row) - row["chainage_km"]), True))


def site_label(row: Row) -> str:
    """Return the name of a measured crossing; its kind if the list it comes from gives it no name."""
    return row["name"] or kind_name(row["kind"])


def side_name(side: str) -> str:
    """Return the label of a side of the line."""
    return {"left": tr("left"), "right": tr("right")}.get(side, tr("on the line"))


def _county(row: Row) -> str:
    if not row["county"]:
        return tr("Unknown")
    name = county_name(row["county"])
    return name if row["county_certain"] else tr("{county} ?").format(county=name)


def crossing_tooltip(row: Row) -> str:
    """Return the name, and a caution if the county is uncertain; empty for rows of other tables."""
    if "county_certain" not in row:
        return ""
    lines = [site_label(row)]
    if row["county"] and not row["county_certain"]:
        lines.append(tr("County: within 2 km of a county break, so not certain"))
    return "\n".join(lines)
