"""Irregular river crossings on the Yalu: a QGIS plugin."""

from __future__ import annotations

from typing import Any


def classFactory(iface: Any) -> Any:  # noqa: N802, ANN401 - QGIS' own name; types would make the core import QGIS
    """Return the plugin, as QGIS asks for it."""
    from yalu_plugin.plugin import YaluPlugin
    from yalu_plugin.settings import move_old_settings

    move_old_settings()
    return YaluPlugin(iface)
