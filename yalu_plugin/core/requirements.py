"""Checks for the optional Python packages that parts of the plugin need."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from yalu_plugin.core.errors import MissingPackages

LINE_PACKAGES = ("numpy", "pyproj", "shapely", "scipy")  # for places on a line; the others take 100 MB more
GEO_PACKAGES = (*LINE_PACKAGES, "pandas", "pyogrio", "geopandas")
OTHER_PACKAGES = ("matplotlib", "defusedxml", "pypdf")  # only for charts, for lists in XML, and for reports in PDF
_PARTS = {"scipy": "scipy.spatial"}  # the part of a package that is used: scipy itself imports none


def missing_packages() -> list[str]:
    """Return the names of all packages for import, corridor work and charts that cannot be imported."""
    return _missing(*GEO_PACKAGES, *OTHER_PACKAGES)


def need_geopandas() -> None:
    """Raise MissingPackages unless import and corridor work can start."""
    _need(*GEO_PACKAGES)


def need_line_packages() -> None:
    """Raise MissingPackages unless chainages can be computed."""
    _need(*LINE_PACKAGES)


def need_matplotlib() -> None:
    """Raise MissingPackages unless charts can be drawn."""
    _need("numpy", "matplotlib")


def need_defusedxml() -> None:
    """Raise MissingPackages unless lists in XML (KML, GPX, GML, XLSX, ODS) can be read."""
    _need("defusedxml")


def need_pypdf() -> None:
    """Raise MissingPackages unless the text of a PDF can be read."""
    _need("pypdf")


def _need(*names: str) -> None:
    missing = _missing(*names)
    if missing:
        raise MissingPackages(packages=", ".join(missing))


def _missing(*names: str) -> list[str]:
    return [name for name in names if not _importable(name)]


def _importable(name: str) -> bool:
    try:
        with _own_libraries():
            importlib.import_module(_PARTS.get(name, name))
    except ImportError:
        return False
    return True


@contextmanager
def _own_libraries() -> Iterator[None]:
    """Let the packages' compiled parts use their bundled PROJ, GEOS and GDAL.

    Inside QGIS on Linux they would otherwise use QGIS' libraries, of other versions, and change their search paths.
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
