"""Irregular river crossings on the Yalu: a QGIS plugin."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from yalu_plugin.plugin import YaluPlugin


def classFactory(iface: QgisInterface) -> YaluPlugin:  # noqa: N802 - QGIS' own name
    """What QGIS calls to get the plugin."""
    from yalu_plugin.plugin import YaluPlugin

    return YaluPlugin(iface)
