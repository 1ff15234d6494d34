"""Check the path of a survey: QGIS, GDAL and SQLite have to take it for the file it names."""

from __future__ import annotations

import os
import re
from pathlib import Path

from yalu_plugin.layers.misread_names import misread_part
from yalu_plugin.layers.survey.geopackage import layer_source
from yalu_plugin.layers.survey.survey_errors import NameMisread, NameTooLong

_LONGEST_SUFFIX = "-journal"  # added by SQLite to the name of the file it keeps next to it while it writes
_LONGEST_PATH = 512  # bytes: SQLite's own limit
# GDAL passes the path to SQLite as a URI when QGIS reads, and does not escape a % in it
_ESCAPE = re.compile("%[0-9A-Fa-f]{2}")


def check_survey_path(path: Path) -> None:
    """Raise NameTooLong or NameMisread where no survey can be stored at the absolute `path`."""
    name, whole = len(os.fsencode(path.name)), len(os.fsencode(path))
    if name + len(_LONGEST_SUFFIX) > _longest_name(path) or whole + len(_LONGEST_SUFFIX) >= _LONGEST_PATH:
        raise NameTooLong(path=path)
    escape = _ESCAPE.search(str(path))
    part = escape.group() if escape else misread_part("ogr", layer_source(path, "sites"), str(path))
    if part:
        raise NameMisread(path=os.fsencode(path).decode(errors="replace"), part=part)


def _longest_name(path: Path) -> int:
    """Return how many bytes a name may have there: 255 on today's disks."""
    if not hasattr(os, "pathconf") or not path.parent.is_dir():
        return 255
    return os.pathconf(path.parent, "PC_NAME_MAX")
