"""What the heavier jobs need, and the one place that says so when it is missing."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from yalu_plugin.core.errors import MissingPackages

GEO_PACKAGES = ("numpy", "pandas", "pyproj", "shapely", "pyogrio", "geopandas")


def missing_packages() -> list[str]:
    """Names of the packages for import and corridor work that cannot be imported here."""
    return [name for name in GEO_PACKAGES if not _importable(name)]


def need_geopandas() -> None:
    """Raise MissingPackages unless import and corridor work can start."""
    missing = missing_packages()
    if missing:
        raise MissingPackages(packages=", ".join(missing))


def _importable(name: str) -> bool:
    try:
        with _own_libraries():
            importlib.import_module(name)
    except ImportError:
        return False
    return True


@contextmanager
def _own_libraries() -> Iterator[None]:
    """Let the packages' compiled parts use the PROJ, GEOS and GDAL that they bring along.

    Inside QGIS on Linux they would otherwise find QGIS' own, of other versions, and change their search paths.
    """
    if not hasattr(os, "RTLD_DEEPBIND"):
        yield
        return
    flags = sys.getdlopenflags()
    sys.setdlopenflags(os.RTLD_NOW | os.RTLD_DEEPBIND)
    try:
        yield
    finally:
        sys.setdlopenflags(flags)
