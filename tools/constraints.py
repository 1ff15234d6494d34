"""Print the pip constraints that keep geopandas and its dependencies compatible with the QGIS of this Python.

Inside QGIS' process the Python packages use the C libraries that QGIS has loaded (PROJ, GEOS), not the copies in
their wheels. A package built for a newer library then fails, or crashes QGIS. Therefore the packages that came with
QGIS stay, and shapely is no newer than QGIS' GEOS.

The GEOS that a shapely wheel is built with is in shapely's release notes (2.0: 3.11, 2.1: 3.13, 2.2: 3.14).
"""

from __future__ import annotations

import importlib
from types import ModuleType

from osgeo import ogr

SHAPELY_BELOW = (((3, 13), "2.1"), ((3, 14), "2.2"))


def module(name: str) -> ModuleType | None:
    """Return the module, or None if this Python does not have it."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def constraints() -> list[str]:
    """Return the lines of a pip constraints file."""
    lines = ["pandas<3"]
    if numpy := module("numpy"):
        lines.append(f"numpy>={numpy.__version__},<{int(numpy.__version__.split('.')[0]) + 1}")
        if numpy.__version__.startswith("1."):
            lines.append("pyarrow<18")  # newer ones need numpy 2, but do not declare it
    if pyproj := module("pyproj"):
        lines.append(f"pyproj=={pyproj.__version__}")
    shapely = module("shapely")
    if shapely and not shapely.__version__.startswith(("0", "1.")):  # Debian forky's says "0+unknown": not kept
        return [*lines, f"shapely=={shapely.__version__}"]
    geos = (ogr.GetGEOSVersionMajor(), ogr.GetGEOSVersionMinor())
    return [*lines, *(f"shapely<{limit}" for newer, limit in SHAPELY_BELOW if geos < newer)]


if __name__ == "__main__":
    print("\n".join(constraints()))
