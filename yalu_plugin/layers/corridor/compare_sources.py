"""Comparison of two layers of crossings, for the corridor panel and yalu:comparelists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsFeatureSource, QgsFeedback

from yalu_plugin.core.requirements import need_geopandas

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.list_comparison import Compared

TOLERANCE_M = 250.0  # "some just a few hundred meters apart": nearer ones are hardly different crossings


def compare_sources(
    a: QgsFeatureSource, b: QgsFeatureSource, corridor: Corridor, tolerance_m: float = TOLERANCE_M,
    feedback: QgsFeedback | None = None,
) -> Compared:
    """Compare the crossings of two point layers in any CRS; see core.corridor.list_comparison.compare_lists.

    Raises MissingPackages and any error of compare_lists.
    """
    need_geopandas()
    from yalu_plugin.core.corridor.list_comparison import compare_lists
    from yalu_plugin.layers.corridor.corridor_input import sites_frame

    return compare_lists(sites_frame(a, feedback), sites_frame(b, feedback), corridor, tolerance_m)
