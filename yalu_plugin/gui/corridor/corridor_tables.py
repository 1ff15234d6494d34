"""The tables derived from the measured crossings: how each is computed, and its columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from yalu_plugin.core.decimals import decimals
from yalu_plugin.gui.corridor.page_table import PageColumn
from yalu_plugin.gui.kind_display import kind_name, state_name
from yalu_plugin.i18n import phrase_text, tr

if TYPE_CHECKING:
    import pandas
    from qgis.core import QgsFeedback

    from yalu_plugin.core.corridor.measure import Measured
    from yalu_plugin.layers.corridor.layer_snapshot import LayerSnapshot
    from yalu_plugin.layers.survey.survey import Survey

NEAREST_FEATURE = "nearest_feature"
UNDATED = "undated"


@dataclass(frozen=True)
class TableInput:
    """The data that tables are computed from, readable in another thread.

    Attributes:
        measured: the measured crossings.
        survey: the survey they are in.
        day: states are those at the end of this UTC day; None for the latest.
        features: the layer to measure to; None for the bundled official crossings.
    """

    measured: Measured
    survey: Survey
    day: date | None
    features: LayerSnapshot | None


@dataclass(frozen=True)
class CorridorTable:
    """One table: title, a function that computes its rows, columns, and whether the rows depend on observations."""

    title: str
    rows: Callable[[TableInput, QgsFeedback], pandas.DataFrame]
    columns: tuple[PageColumn, ...]
    uses_observations: bool = False


def more_tables() -> dict[str, CorridorTable]:
    """Return the tables other than the one of crossings, by the stem of their file name."""
    return {
        "nearest": CorridorTable(tr("Nearest neighbours"), _nearest, (
            _text("name", tr("Crossing")), _text("along_name", tr("Nearest along")), _km("along_km", tr("Along, km")),
            _text("straight_name", tr("Nearest straight")), _km("straight_km", tr("Straight, km")))),
        "pairs": CorridorTable(tr("All pairs"), _pairs, (
            _text("name", tr("From")), _text("other_name", tr("To")), _km("along_km", tr("Along, km")),
            _km("straight_km", tr("Straight, km")))),
        "clusters": CorridorTable(tr("Clusters (within 500 m)"), _clusters, (
            _text("names", tr("Crossings")), _count("sites", tr("Number")), _km("from_km", tr("From km")),
            _km("to_km", tr("To km")), _count("length_m", tr("Length, m")))),
        "density": CorridorTable(tr("Density per 10 km"), _density, (
            _km("from_km", tr("From km")), _km("to_km", tr("To km")), _count("sites", tr("Crossings")))),
        "counties": CorridorTable(tr("Counties"), _counties, (
            _text("county", tr("County")), _count("sites", tr("Crossings")), _count("uncertain", tr("Uncertain")),
            _km("per_10_km", tr("Per 10 km")), _km("from_km", tr("From km")), _km("to_km", tr("To km")))),
        NEAREST_FEATURE: CorridorTable(tr("Nearest feature of a layer"), _nearest_feature, (
            _text("name", tr("Crossing")), _count("distance_m", tr("Distance, m")), _text("feature", tr("Nearest")),
            _count("bearing_deg", tr("Direction, °")), _text("features", tr("Of")))),
        "extents": CorridorTable(tr("Extent by kind"), _by_kind, _extent(tr("Kind"), _kind)),
        "extents_by_state": CorridorTable(tr("Extent by state on the day"), _by_state, (
            *_extent(tr("State"), state_name), _text("as_of", tr("As of"))), uses_observations=True),
        "extents_by_quarter": CorridorTable(tr("Extent by quarter first seen"), _by_quarter,
                                            (*_extent(tr("Quarter"), _quarter), _text("searched", tr("Searched"))),
                                            uses_observations=True),
    }


def _nearest(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import nearest_neighbours

    names = dict(zip(inputs.measured.table["site_id"], inputs.measured.table["name"]))
    table = nearest_neighbours(inputs.measured.table)
    return table.assign(along_name=table["along_id"].map(names), straight_name=table["straight_id"].map(names))


def _pairs(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import pairs

    return pairs(inputs.measured.table)


def _clusters(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.spacing import clusters

    return clusters(inputs.measured.table)


def _density(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import density

    return density(inputs.measured.table)


def _counties(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.counties import reaches_along
    from yalu_plugin.core.corridor.distribution import per_county
    from yalu_plugin.layers.corridor.county_breaks import bundled_breaks

    return per_county(inputs.measured, reaches_along(inputs.measured.corridor, bundled_breaks()))


def _nearest_feature(inputs: TableInput, feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.layers.corridor.nearest_features import nearest_in_layer, nearest_official

    if inputs.features is None:
        return nearest_official(inputs.measured).assign(features=official_crossings_text())
    table = nearest_in_layer(inputs.measured, inputs.features, inputs.features.transformContext(), feedback)
    return table.assign(features=inputs.features.sourceName())


def official_crossings_text() -> str:
    """Return the title of the bundled layer to measure to."""
    return tr("Official crossings (bundled)")


def _by_kind(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents

    return extents(inputs.measured.table)


def _by_state(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents
    from yalu_plugin.layers.survey.survey_states import states_on

    states = {site_id: row["state"] for site_id, row in states_on(inputs.survey, inputs.day).items()}
    as_of = tr("{day} (UTC)").format(day=inputs.day) if inputs.day else tr("The latest observations")
    return extents(inputs.measured.table, states).assign(as_of=as_of)


def _by_quarter(inputs: TableInput, _feedback: QgsFeedback) -> pandas.DataFrame:
    from yalu_plugin.core.corridor.distribution import extents
    from yalu_plugin.core.first_seen import days_of_quarters, quarters_first_seen
    from yalu_plugin.layers.corridor.survey_searches import PeriodCoverage

    quarters = quarters_first_seen(inputs.survey.rows("observations"))
    table = extents(inputs.measured.table, {
        site_id: quarters.get(site_id, UNDATED) for site_id in inputs.measured.table["site_id"]})
    searched = PeriodCoverage(inputs.survey, inputs.measured.corridor)
    return table.assign(searched=["" if group == UNDATED else phrase_text(searched.short_text(*days_of_quarters(group)))
                                  for group in table["group"]])


def _kind(group: str) -> str:
    return kind_name(group) if group else tr("All")


def _quarter(group: str) -> str:
    return tr("No date") if group == UNDATED else group


def _extent(title: str, group_name: Callable[[str], str]) -> tuple[PageColumn, ...]:
    """Return the columns of a table of extents, with a title for the groups and a function that names a group."""
    return (
        PageColumn(title, title, lambda row: group_name(row["group"])),
        _count("sites", tr("Crossings")), _km("along_km", tr("Along, km")), _km("straight_km", tr("Straight, km")),
        _text("from_name", tr("From")), _text("to_name", tr("To")))


def _text(name: str, title: str) -> PageColumn:
    return PageColumn(title, title, lambda row: _plain(row[name]))


def _km(name: str, title: str) -> PageColumn:
    return PageColumn(title, title, lambda row: decimals(row[name], 2), True)


def _count(name: str, title: str) -> PageColumn:
    return PageColumn(title, title, lambda row: decimals(row[name], 0), True)


def _plain(value: Any) -> str:
    """Return a text as it is, a tuple of texts joined, and anything else as an empty text."""
    return ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
