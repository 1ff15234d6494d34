"""What the plugin remembers for the user, in all projects: each setting declared once."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from qgis.core import QgsSettings


class TextSetting(NamedTuple):
    """A text kept in the user's QGIS settings under `key`; `default` until something was set."""

    key: str
    default: str = ""

    def get(self) -> str:
        """The text kept."""
        return str(QgsSettings().value(f"yalu_plugin/{self.key}", self.default))

    def set(self, value: str) -> None:
        """Keep this text from now on."""
        QgsSettings().setValue(f"yalu_plugin/{self.key}", value)


class CountSetting(NamedTuple):
    """A whole number kept in the user's QGIS settings under `key`; `default` until something else was set."""

    key: str
    default: int

    def get(self) -> int:
        """The number kept, never below zero."""
        return max(0, QgsSettings().value(f"yalu_plugin/{self.key}", self.default, type=int))

    def set(self, value: int) -> None:
        """Keep this number from now on."""
        QgsSettings().setValue(f"yalu_plugin/{self.key}", value)


def picture_of(collection: str) -> TextSetting:
    """The picture chosen for a STAC collection, given its address; empty for the best of each item."""
    return TextSetting(f"pictures/{quote(collection, safe='')}")


ANALYST_NAME = TextSetting("analyst_name")  # empty until the analyst has given it
ANALYST_INITIALS = TextSetting("analyst_initials")
IMPORT_FOLDER = TextSetting("import_folder")
EXPORT_FOLDER = TextSetting("export_folder")
EXPORT_DOCUMENT = TextSetting("export_document")  # its file name
EXPORT_FORMAT = TextSetting("export_format", "pdf")
EXPORT_PAGE = TextSetting("export_page")  # empty: as the template
EXPORT_ORIENTATION = TextSetting("export_orientation", "landscape")
EXPORT_LANGUAGE = TextSetting("export_language")  # empty: as QGIS
OVERVIEW_TEMPLATE = TextSetting("overview_template")
TEMPLATES_USED = TextSetting("templates_used")  # SHA-256 of those whose warning was answered, blanks between them
LOGO = TextSetting("logo")  # a file
CLASSIFICATION = TextSetting("classification")
STAC_ADDRESS = TextSetting("stac_address")  # empty, as the other addresses: the first preset
STAC_COLLECTIONS = TextSetting("stac_collections", "sentinel-2-l2a")  # ids with commas between them; empty: all
WMTS_ADDRESS = TextSetting("wmts_address")
WMTS_LAYER = TextSetting("wmts_layer")
XYZ_ADDRESS = TextSetting("xyz_address")
SURVEY_FOLDER = TextSetting("survey_folder")
LIST_COLUMNS = TextSetting("list_columns", "name,state,km")  # of the list of sites, with commas between them
LIST_GROUP = TextSetting("list_group")  # the column that it is grouped by; empty: not grouped
MATRIX_COLUMNS = TextSetting("matrix_columns", "scene")  # or "month", "quarter"
BLIND_COUNTS = TextSetting("blind_counts")  # ids of counts begun blind that are not finished, blanks between them
AFTER_OBSERVING = TextSetting("after_observing", "stay")  # or go on to the next "site" of the list, or "scene"
DOCKS_ARRANGED = TextSetting("docks_arranged")  # empty until the panels were in a window once
SCENES_AHEAD = CountSetting("scenes_ahead", 2)  # drawn before they are stepped to, on either side
SCENES_KEPT = CountSetting("scenes_kept", 8)  # open beside the one on screen: layers, files and drawn maps
MAX_CLOUD = CountSetting("max_cloud", 100)  # percent
COVERS_VIEW = TextSetting("covers_view", "yes")  # or "no": step through scenes outside the map's view as well
SKIP_EMPTY = TextSetting("skip_empty", "yes")  # or "no": step to scenes that hold no data in the map's view as well
SAME_DAY = TextSetting("same_day", "together")  # scenes of one day and platform are a step; or "singly"
DAY_ZONE = TextSetting("day_zone", "UTC")  # in which days of scenes are counted, one of core.imagery.days.ZONES
PLAY_SECONDS = CountSetting("play_seconds", 2)  # a scene stays on screen
SEARCHED_SHOWN = TextSetting("searched_shown", "no")  # or "yes": what was searched is drawn along the river
SEARCHED_PERIOD = TextSetting("searched_period", "quarter")  # one of core.period.KINDS, or "2025-07-01/2025-07-31"
PATROL_LENGTH_M = CountSetting("patrol_length_m", 3000)  # of a stretch, along the river
PATROL_OVERLAP_M = CountSetting("patrol_overlap_m", 300)
PATROL_SCALE = CountSetting("patrol_scale", 0)  # its denominator; 0: the whole stretch is seen
PATROL_TURNED = TextSetting("patrol_turned", "yes")  # or "no": the map stays as it is turned
