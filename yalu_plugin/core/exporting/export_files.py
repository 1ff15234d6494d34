"""What the files of an export are called, and by what they are recognised when they are replaced or imported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable

# the formats in which sites are exported: the names that scripts use, and the endings of their files
FORMAT_NAMES = {"KMZ": ".kmz", "GeoJSON": ".geojson", "GPKG": ".gpkg", "CSV": ".csv", "XLSX": ".xlsx", "GPX": ".gpx",
                "SHP": ".shp"}
FOLDERS_BY = ("kind", "county", "quarter")  # what the folders of sites in a KMZ are

ROLE, SCOPE, AT = "exported_role", "exported_scope", "exported_at"  # columns of every table
CUT = "exported_cut"  # an additional column in formats that cut texts: the names of the columns of a row that are cut
SHORT_NAMES = {ROLE: "exp_role", SCOPE: "exp_scope", AT: "exp_at", CUT: "exp_cut"}  # in formats with ten characters
SITE, OBSERVATION, STATE, MATRIX, RIVER = "site", "observation", "state", "matrix", "river"  # values of ROLE
ALL, PART = "all", "part"  # values of SCOPE
_START = 1 << 16  # bytes of a file in which the column ROLE is


class ForeignFile(YaluError):
    """A file that the user did not name would be replaced, and no export wrote it."""

    template = translatable("{name} is in this folder and not from an earlier export: it would be replaced. Choose "
                            "another name.")


def stem_of(path: Path) -> str:
    """Return the name of a file without the ending of a format; other endings are a part of the name."""
    return path.stem if path.suffix.lower() in FORMAT_NAMES.values() else path.name


def check_own_files(path: Path, names: Iterable[str]) -> None:
    """Raise ForeignFile if writing files of these names next to `path` would replace one that no export wrote.

    The parts of a shapefile are those of its table (.dbf). Raises OSError.
    """
    for other in (path.with_name(name) for name in names):
        belongs = other.stem == path.stem and path.exists()
        if other.exists() and not belongs and not _is_own(other):
            raise ForeignFile(name=other.name)


def _is_own(path: Path) -> bool:
    table = path if path.suffix in (".csv", ".geojson") else path.with_suffix(".dbf")
    if not table.is_file():
        return False
    with table.open("rb") as file:
        start = file.read(_START)
    return any(name.encode() in start for name in (ROLE, SHORT_NAMES[ROLE]))
