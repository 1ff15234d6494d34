"""The sources of imagery on the web that the Add menu lists, each declared once.

To add a source: an `ImageSource` class in layers/sources, a dialog here, an icon of the action's name, and a record.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from yalu_plugin.core.text import translatable

if TYPE_CHECKING:
    from qgis.core import QgsMapSettings
    from qgis.PyQt.QtWidgets import QWidget

    from yalu_plugin.gui.sources.source_dialog import SourceDialog


class MenuSource(NamedTuple):
    """`action`: name of action and icon; `label`, `tooltip`: English; `dialog`: "module.Class" in this folder."""

    action: str
    label: str
    tooltip: str
    dialog: str

    def dialog_class(self) -> Callable[[QgsMapSettings, QWidget], SourceDialog]:
        """Import the dialog, which a start of the plugin does not need."""
        name, class_name = self.dialog.split(".")
        module = import_module(f"yalu_plugin.gui.sources.{name}")
        found: Callable[[QgsMapSettings, QWidget], SourceDialog] = getattr(module, class_name)
        return found


MENU_SOURCES = (
    MenuSource("search_stac", translatable("STAC…"), translatable("Search a STAC for images of what the map shows"),
               "stac_dialog.StacDialog"),
    MenuSource("add_wayback", translatable("World Imagery Wayback…"),
               translatable("Add the releases of Esri's World Imagery that show the map's view"),
               "wayback_dialog.WaybackDialog"),
    MenuSource("add_wmts", translatable("WMTS or WMS with times…"),
               translatable("Add the times of a layer of a WMTS or WMS, such as NASA GIBS"), "wmts_dialog.WmtsDialog"),
    MenuSource("add_xyz", translatable("Tile address with a date…"),
               translatable("Add dated tiles: every month, quarter or day, or the dates of a list"),
               "xyz_dialog.XyzDialog"),
)
