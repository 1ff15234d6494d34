"""Which names a survey may have: those that QGIS, GDAL and SQLite take for the file they say."""

from __future__ import annotations

import os
import re
from pathlib import Path

from qgis.core import QgsProviderRegistry

from yalu_plugin.layers.survey.errors import NameMisread, NameTooLong
from yalu_plugin.layers.survey.geopackage import layer_source

_LONGEST_BESIDE = "-journal"  # what SQLite adds to the name for the file it keeps beside while it writes
_LONGEST_PATH = 512  # bytes: SQLite's own limit
# GDAL hands SQLite the path as a URI when QGIS reads, and leaves a % in it as it stands; QGIS takes the other out of
# every source in a project, as the id of a login
_INSTRUCTION = re.compile("%[0-9A-Fa-f]{2}|authcfg=[0-9A-Za-z]{7}")
_OPTION = re.compile(r"\|[^|]*")


def must_be_possible(path: Path) -> None:
    """Raise NameTooLong or NameMisread where no survey can be kept at the absolute `path`."""
    try:
        name, whole = (len(os.fsencode(str(text)).decode().encode()) for text in (path.name, path))
    except UnicodeDecodeError as error:
        raise NameMisread(path=os.fsencode(str(path)).decode(errors="replace"), part="�") from error
    if name + len(_LONGEST_BESIDE) > _longest_name(path) or whole + len(_LONGEST_BESIDE) >= _LONGEST_PATH:
        raise NameTooLong(path=path)
    instruction = _INSTRUCTION.search(str(path))
    if instruction:
        raise NameMisread(path=path, part=instruction.group())
    read = QgsProviderRegistry.instance().decodeUri("ogr", layer_source(path, "sites"))
    if (read.get("path"), read.get("layerName")) != (str(path), "sites"):
        option = _OPTION.search(str(path))
        raise NameMisread(path=path, part=option.group() if option else path.name)


def _longest_name(path: Path) -> int:
    """How many bytes a name may have there: 255 on the disks of today."""
    if not hasattr(os, "pathconf") or not path.parent.is_dir():
        return 255
    return os.pathconf(path.parent, "PC_NAME_MAX")
