"""The tables that can be made of the measured crossings: how each is worked out, and its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.decimals import decimals
from yalu_plugin.gui.corridor.rows_model import Column
from yalu_plugin.gui.kinds import kind_name, state_name
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    import pandas
    from qgis.core import QgsFeedback

    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.snapshot import LayerSnapshot
    from yalu_plugin.layers.survey.survey import Survey

NEAREST_FEATURE = "nearest_feature"
UNDATED = "undated"


@dataclass(frozen=True)
class Given:
    """What tables are made of, to be read in another thread.

    day: states hold at its end (UTC); None: the latest. features: a layer to measure to; None: the official crossings.
    """

    measured: Measured
    survey: Survey
    day: date | None
    features: LayerSnapshot | None


@dataclass(frozen=True)
class Table:
    """One table: what it is called, its rows, the columns that show them, and whether they hang on observations."""

    title: str
    rows: Callable[[Given, QgsFeedback], pandas.DataFrame]
    columns: tuple[Column, ...]
    observed: bool = False


def more_tables() -> dict[str, Table]:
    """The tables beside that of the crossings, by the name their file gets."""
    return {
        "nearest": Table(tr("Nearest neighbours"), _nearest, (
            _text("name", tr("Crossing")), _text("along_name", tr("Nearest along")), _km("along_km", tr("Along, km")),
            _text("straight_name", tr("Nearest straight")), _km("straight_km", tr("Straight, km")))),
        "pairs": Table(tr("All pairs"), _pairs, (
            _text("name", tr("From")), _text("other_name", tr("To")), _km("along_km", tr("Along, km")),
            _km("straight_km", tr("Straight, km")))),
        "clusters": Table(tr("Clusters (within 500 m)"), _clusters, (
            _text("names", tr("Crossings")), _count("sites", tr("Number")), _km("from_km", tr("From km")),
            _km("to_km", tr("To km")), _count("length_m", tr("Length, m")))),
        "density": Table(tr("Density per 10 km"), _density, (
            _km("from_km", tr("From km")), _km("to_km", tr("To km")), _count("sites", tr("Crossings")))),
        "counties": Table(tr("Counties"), _counties, (
            _text("county", tr("County")), _count("sites", tr("Crossings")), _count("uncertain", tr("Uncertain")),
            _km("per_10_km", tr("Per 10 km")), _km("from_km", tr("From km")), _km("to_km", tr("To km")))),
        NEAREST_FEATURE: Table(tr("Nearest feature of a layer"), _nearest_feature, (
            _text("name", tr("Crossing")), _count("distance_m", tr("Distance, m")), _text("feature", tr("Nearest")),
            _count("bearing_deg", tr("Direction, °")), _text("features", tr("Of")))),
        "extents": Table(tr("Extent by kind"), _by_kind, _extent(tr("Kind"), _kind)),
        "extents_by_state": Table(tr("Extent by state on the day"), _by_state, (
            *_extent(tr("State"), state_name), _text("as_of", tr("As of"))), observed=True),
        "extents_by_quarter": Table(tr("Extent by quarter first seen"), _by_quarter,
                                    (*_extent(tr("Quarter"), _quarter), _text("searched", tr("Searched"))),
                                    observed=True),
    }


def _nearest(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import nearest_neighbours

    names = dict(zip(given.measured.table["site_id"], given.measured.table["name"]))
    table = nearest_neighbours(given.measured.table)
    return table.assign(along_name=table["along_id"].map(names), straight_name=table["straight_id"].map(names))


def _pairs(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import pairs

    return pairs(given.measured.table)


def _clusters(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import clusters

    return clusters(given.measured.table)


def _density(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import density

    return density(given.measured.table)


def _counties(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.counties import reaches_along
    from yalu_plugin.core.corridor.distribution import per_county
    from yalu_plugin.layers.corridor.breaks import bundled_breaks

    return per_county(given.measured, reaches_along(given.measured.corridor, bundled_breaks()))


def _nearest_feature(given: Given, feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.layers.corridor.features import nearest_in, nearest_official

    if given.features is None:
        return nearest_official(given.measured).assign(features=official_crossings_text())
    table = nearest_in(given.measured, given.features, given.features.transformContext(), feedback)
    return table.assign(features=given.features.sourceName())


def official_crossings_text() -> str:
    """What the bundled layer to measure to is called."""
    return tr("Official crossings (bundled)")


def _by_kind(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents

    return extents(given.measured.table)


def _by_state(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents
    from yalu_plugin.layers.survey.states import states_on

    states = {site_id: row["state"] for site_id, row in states_on(given.survey, given.day).items()}
    as_of = tr("{day} (UTC)").format(day=given.day) if given.day else tr("The latest observations")
    return extents(given.measured.table, states).assign(as_of=as_of)


def _by_quarter(given: Given, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents
    from yalu_plugin.core.first_seen import days_of_quarters, quarters_first_seen
    from yalu_plugin.layers.corridor.searched import SearchedIn

    quarters = quarters_first_seen(given.survey.rows("observations"))
    table = extents(given.measured.table, {
        site_id: quarters.get(site_id, UNDATED) for site_id in given.measured.table["site_id"]})
    searched = SearchedIn(given.survey, given.measured.corridor)
    return table.assign(searched=["" if group == UNDATED else phrase_text(searched.then(*days_of_quarters(group)))
                                  for group in table["group"]])


def _kind(group: str) -> str:
    return kind_name(group) if group else tr("All")


def _quarter(group: str) -> str:
    return tr("No date") if group == UNDATED else group


def _extent(title: str, group_name: Callable[[str], str]) -> tuple[Column, ...]:
    """The columns of a table of extents, whose groups are named so."""
    return (
        Column(title, title, lambda row: group_name(row["group"])),
        _count("sites", tr("Crossings")), _km("along_km", tr("Along, km")), _km("straight_km", tr("Straight, km")),
        _text("from_name", tr("From")), _text("to_name", tr("To")))


def _text(name: str, title: str) -> Column:
    return Column(title, title, lambda row: _plain(row[name]))


def _km(name: str, title: str) -> Column:
    return Column(title, title, lambda row: decimals(row[name], 2), True)


def _count(name: str, title: str) -> Column:
    return Column(title, title, lambda row: decimals(row[name], 0), True)


def _plain(value: Any) -> str:
    """A text, several in a row, or nothing."""
    return ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
