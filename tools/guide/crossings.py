"""The picture of the guide's page about the Crossings panel."""

from __future__ import annotations

from qgis.utils import plugins

from tools.guide.studio import Studio
from tools.synthetic_survey import build_survey
from yalu_plugin.gui.crossings.listing import UNGROUPED
from yalu_plugin.gui.crossings.site_columns import KEYS

CHIPS = ("kind", "vehicle_ford"), ("state", "present")


def take_pictures(studio: Studio) -> None:
    """Take crossings-list.png: 43 SYNTHETIC sites, grouped by county, with two filters."""
    path = studio.scratch / "SYNTHETIC.gpkg"
    build_survey(path, 43, 86)
    studio.iface.newProject()
    studio.bench.open_survey(path)
    studio.show_panel("crossings")
    studio.go_to_day("2024-11-26")
    sites = plugins["yalu_plugin"]._crossings.sites
    sites.group_by(KEYS.index("county"))
    for chip in CHIPS:
        sites.toggle(chip)
    studio.clear_messages()
    studio.save("crossings-list", studio.screen(studio.find("YaluCrossingsDock")))
    for chip in CHIPS:
        sites.toggle(chip)
    sites.group_by(UNGROUPED)
