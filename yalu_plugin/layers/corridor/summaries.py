"""The tables that summarize measured crossings, for the corridor panel and yalu:summarizecorridor."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from qgis.core import QgsFeatureSource

from yalu_plugin.layers.survey.open import plain_value

if TYPE_CHECKING:
    import pandas

    from yalu_plugin.core.corridor.measure import Measured

SUMMARIES = ("pairs", "matrix_along", "matrix_straight", "neighbours", "clusters", "density", "counties", "extents")


def summary_table(
    summary: str, measured: Measured, cluster_m: float, bin_km: float, groups: Mapping[str, str] | None = None
) -> pandas.DataFrame:
    """Return one of SUMMARIES: see core.corridor.spacing and core.corridor.distribution for columns and units.

    `cluster_m` is for clusters, `bin_km` for density; `groups` (by site id; without them the kinds) for extents.
    """
    from yalu_plugin.core.corridor import distribution, spacing
    from yalu_plugin.core.corridor.counties import reaches_along
    from yalu_plugin.layers.corridor.county_breaks import bundled_breaks

    table = measured.table
    builders: dict[str, Callable[[], pandas.DataFrame]] = {
        "pairs": lambda: spacing.pairs(table),
        "matrix_along": lambda: spacing.matrix(table, "along_km").reset_index(),
        "matrix_straight": lambda: spacing.matrix(table, "straight_km").reset_index(),
        "neighbours": lambda: spacing.nearest_neighbours(table),
        "clusters": lambda: spacing.clusters(table, cluster_m),
        "density": lambda: distribution.density(table, bin_km),
        "counties": lambda: distribution.per_county(measured, reaches_along(measured.corridor, bundled_breaks())),
        "extents": lambda: distribution.extents(table, groups)}
    return builders[summary]()


def groups_by_field(source: QgsFeatureSource, field: str) -> dict[str, str]:
    """Return the value of a field by site id (as in core.corridor.measure), without sites that have none."""
    names = source.fields()
    index = names.lookupField(field)
    id_index = next((at for at in map(names.lookupField, ("id", "site_id")) if at >= 0), -1)
    groups = {}
    for number, feature in enumerate(source.getFeatures(), 1):
        value = plain_value(feature.attribute(index))
        site_id = plain_value(feature.attribute(id_index)) if id_index >= 0 else None
        if value is not None:
            groups[str(number if site_id is None else site_id)] = str(value)
    return groups
