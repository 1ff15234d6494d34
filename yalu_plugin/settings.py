"""The user's settings, in all projects: each declared once, as an entry under the plugin's node of QGIS' settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from qgis.core import (
    Qgis,
    QgsSettings,
    QgsSettingsEntryBool,
    QgsSettingsEntryInteger,
    QgsSettingsEntryString,
    QgsSettingsTree,
)

PLUGIN = "yalu_plugin"
_NODE = QgsSettingsTree.createPluginTreeNode(PLUGIN)
_PICTURES = _NODE.createNamedListNode("pictures")
_OLD_GROUP = PLUGIN  # of the settings before they were entries
_OLD_FLAGS = {"yes": True, "no": False, "together": True, "singly": False}


def _declared(entry_type: Any, key: str, default: object, description: str, *more: object, node: Any = _NODE) -> Any:
    """Create an entry, or return the one that is there: reloading the plugin imports this file again, and QGIS owns the
    entries, refuses two of one name, and deletes those of a node with it.
    """
    known = node.childSetting(key)
    if isinstance(known, entry_type) and known.defaultValue() == default:
        return known
    if known is not None:  # of another version of the plugin
        node.unregisterChildSetting(known, False)
    return entry_type(key, node, default, description, *more)


def _text(key: str, default: str = "", description: str = "") -> QgsSettingsEntryString:
    return _declared(QgsSettingsEntryString, key, default, description)


def _number(key: str, default: int, description: str = "") -> QgsSettingsEntryInteger:
    return _declared(QgsSettingsEntryInteger, key, default, description, Qgis.SettingsOptions(), 0)


def _flag(key: str, default: bool, description: str = "") -> QgsSettingsEntryBool:
    return _declared(QgsSettingsEntryBool, key, default, description)


_PICTURE = _declared(QgsSettingsEntryString, "picture", "", "The picture selected for a STAC collection",
                     node=_PICTURES)


class PictureSetting:
    """The key of the picture that the user selected for one STAC collection, given its address."""

    def __init__(self, collection: str) -> None:
        self._parts = [quote(collection, safe="")]

    def value(self) -> str:
        """Return the key; empty for the best picture of each item."""
        return str(_PICTURE.value(self._parts))

    def setValue(self, key: str) -> None:  # noqa: N802 - as QGIS' own entries
        """Store the key; empty for the best picture of each item."""
        _PICTURE.setValue(key, self._parts)


def move_old_settings() -> None:
    """Move the settings that earlier versions stored outside the plugin's node of QGIS' settings to where they are now.

    A setting that has a value there already keeps it.
    """
    settings = QgsSettings()
    settings.beginGroup(_OLD_GROUP)
    old = {key: settings.value(key) for key in settings.allKeys()}
    settings.endGroup()
    for key, value in old.items():
        if key.startswith("pictures/"):
            _PICTURE.setValue(str(value), [key.partition("/")[2]])
            continue
        entry = _NODE.childSetting(key)
        if entry is not None and not entry.exists():
            flag = isinstance(entry, QgsSettingsEntryBool)
            entry.setVariantValue(_OLD_FLAGS.get(str(value), entry.defaultValueAsVariant()) if flag else value)
    settings.remove(_OLD_GROUP)


ANALYST_NAME = _text("analyst_name", description="Empty until the analyst has entered it")
ANALYST_INITIALS = _text("analyst_initials")
IMPORT_FOLDER = _text("import_folder")
PICTURE_FOLDER = _text("picture_folder")
EXPORT_FOLDER = _text("export_folder")
EXPORT_DOCUMENT = _text("export_document", description="The file name of a document")
EXPORT_FORMAT = _text("export_format", "pdf")
EXPORT_PAGE = _text("export_page", description="Empty: the page size of the template")
EXPORT_ORIENTATION = _text("export_orientation", "landscape")
EXPORT_LANGUAGE = _text("export_language", description="Empty: the language of QGIS")
SITES_FORMAT = _text("sites_format", "KMZ", "In which sites are exported: one of core.exporting.FORMAT_NAMES")
OVERVIEW_TEMPLATE = _text("overview_template")
TEMPLATES_USED = _text("templates_used", description="SHA-256 of the templates whose warning was answered")
LOGO = _text("logo", description="The path of a file")
CLASSIFICATION = _text("classification")
STAC_ADDRESS = _text("stac_address", description="Empty, as the other addresses: the first preset")
STAC_COLLECTIONS = _text("stac_collections", "sentinel-2-l2a", "Ids separated by commas; empty: all")
WMTS_ADDRESS = _text("wmts_address")
WMTS_LAYER = _text("wmts_layer")
XYZ_ADDRESS = _text("xyz_address")
SURVEY_FOLDER = _text("survey_folder")
LIST_COLUMNS = _text("list_columns", "name,state,km", "Of the list of sites, separated by commas")
LIST_GROUP = _text("list_group", description="The column by which the list is grouped; empty: not grouped")
COPY_NOTATION = _text("copy_notation", "dd", "In which coordinates are copied: one of layers.coordinates.NOTATIONS")
CURSOR_PLACE = _flag("cursor_place", True, "The status bar shows km, offset and county of the cursor")
MATRIX_COLUMNS = _text("matrix_columns", "scene", "scene, month or quarter")
BLIND_COUNTS = _text("blind_counts", description="Ids of unfinished blind counts, separated by blanks")
AFTER_OBSERVING = _text("after_observing", "stay", "stay, or go on to the next site of the list or the next scene")
DOCKS_ARRANGED = _text("docks_arranged", description="The arrangement that the panels were placed in; empty: none")
SCENES_AHEAD = _number("scenes_ahead", 2, "Scenes drawn before they are stepped to, on either side")
SCENES_KEPT = _number("scenes_kept", 8, "Scenes kept open besides the one on screen: layers, files and drawn maps")
MAX_CLOUD = _number("max_cloud", 100, "Percent")
COVERS_VIEW = _flag("covers_view", True, "Step through scenes in the map's view only")
SKIP_EMPTY = _flag("skip_empty", True, "Skip scenes without data in the map's view")
SAME_DAY = _flag("same_day", True, "Scenes of one day and platform are one step")
DAY_ZONE = _text("day_zone", "UTC", "In which days of scenes are counted: one of core.imagery.zone_days.ZONES")
PLAY_SECONDS = _number("play_seconds", 2, "How long a scene stays on screen")
SEARCHED_SHOWN = _flag("searched_shown", False, "Searched stretches are drawn along the river")
SEARCHED_PERIOD = _text("searched_period", "quarter", "One of core.period.KINDS, or 2025-07-01/2025-07-31")
PATROL_LENGTH_M = _number("patrol_length_m", 3000, "Of a stretch, along the river")
PATROL_OVERLAP_M = _number("patrol_overlap_m", 300)
PATROL_SCALE = _number("patrol_scale", 0, "Its denominator; 0: the whole stretch is seen")
PATROL_TURNED = _flag("patrol_turned", True, "The map is turned along the river")
