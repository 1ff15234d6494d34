"""Loads the packages and templates of the export while the user fills in the dialog."""

from __future__ import annotations

from yalu_plugin.core.requirements import need_geopandas
from yalu_plugin.layers.layouts.page_template import prepare_templates


def load_packages() -> None:
    """Import the packages for measuring and drawing, and read the templates, which takes seconds the first time.

    Raises:
        MissingPackages: a package is not installed.
    """
    from yalu_plugin.layers.corridor.chart_data import prepare_charts

    prepare_templates()
    need_geopandas()
    prepare_charts()
