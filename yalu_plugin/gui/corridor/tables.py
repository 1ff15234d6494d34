"""The tables that can be made of the measured crossings: how each is worked out, and its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yalu_plugin.gui.corridor.rows_model import Column, decimals
from yalu_plugin.gui.kinds import kind_name
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    import pandas

    from yalu_plugin.core.corridor.measure import Measured


@dataclass(frozen=True)
class Table:
    """One table: what it is called, its rows from what was measured, and the columns that show them."""

    title: str
    rows: Callable[[Measured], pandas.DataFrame]
    columns: tuple[Column, ...]


def more_tables() -> dict[str, Table]:
    """The tables beside that of the crossings, by the name their file gets."""
    return {
        "nearest": Table(tr("Nearest neighbours"), _nearest, (
            _text("name", tr("Crossing")), _text("along_name", tr("nearest along")), _km("along_km", tr("along, km")),
            _text("straight_name", tr("nearest straight")), _km("straight_km", tr("straight, km")))),
        "pairs": Table(tr("All pairs"), _pairs, (
            _text("name", tr("from")), _text("other_name", tr("to")), _km("along_km", tr("along, km")),
            _km("straight_km", tr("straight, km")))),
        "clusters": Table(tr("Clusters (within 500 m)"), _clusters, (
            _text("names", tr("Crossings")), _count("sites", tr("number")), _km("from_km", tr("from km")),
            _km("to_km", tr("to km")), _count("length_m", tr("length, m")))),
        "density": Table(tr("Density per 10 km"), _density, (
            _km("from_km", tr("from km")), _km("to_km", tr("to km")), _count("sites", tr("crossings")))),
        "counties": Table(tr("Counties"), _counties, (
            _text("county", tr("County")), _count("sites", tr("crossings")), _count("uncertain", tr("uncertain")),
            _km("per_10_km", tr("per 10 km")), _km("from_km", tr("from km")), _km("to_km", tr("to km")))),
        "extents": Table(tr("Extent by kind"), _extents, (
            Column(tr("Kind"), tr("Kind of crossing"),
                   lambda row: kind_name(row["group"]) if row["group"] else tr("all")),
            _count("sites", tr("crossings")), _km("along_km", tr("along, km")), _km("straight_km", tr("straight, km")),
            _text("from_name", tr("from")), _text("to_name", tr("to")))),
    }


def _nearest(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import nearest_neighbours

    names = dict(zip(measured.table["site_id"], measured.table["name"]))
    table = nearest_neighbours(measured.table)
    return table.assign(along_name=table["along_id"].map(names), straight_name=table["straight_id"].map(names))


def _pairs(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import pairs

    return pairs(measured.table)


def _clusters(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import clusters

    return clusters(measured.table)


def _density(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import density

    return density(measured.table)


def _counties(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.counties import reaches_along
    from yalu_plugin.core.corridor.distribution import per_county
    from yalu_plugin.layers.corridor.line import bundled_breaks

    return per_county(measured, reaches_along(measured.corridor, bundled_breaks()))


def _extents(measured: Measured) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents

    return extents(measured.table)


def _text(name: str, title: str) -> Column:
    return Column(title, title, lambda row: _plain(row[name]))


def _km(name: str, title: str) -> Column:
    return Column(title, title, lambda row: decimals(row[name], 2), True)


def _count(name: str, title: str) -> Column:
    return Column(title, title, lambda row: decimals(row[name], 0), True)


def _plain(value: Any) -> str:
    """A text, several in a row, or nothing."""
    return ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
