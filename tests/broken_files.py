"""Broken files of many kinds, and the messages the user gets about them."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from yalu_plugin.core.schema import SURVEY_VERSION

DATA = Path(__file__).resolve().parent / "data"


def digest(path: Path) -> str:
    """Return the hash of a file, to check that nothing was written."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "no file"


@contextmanager
def file_lock(path: Path, how: str = "IMMEDIATE") -> Iterator[None]:
    """Lock the database at `path` from another process.

    It writes (IMMEDIATE: others may read; EXCLUSIVE: they may not), or reads (DEFERRED: others may start to write, but
    cannot commit).
    """
    program = ("import sqlite3, sys; d = sqlite3.connect(sys.argv[1], isolation_level=None); d.execute(sys.argv[2]); "
            "d.execute('SELECT * FROM audit').fetchone(); "
            "print('locked', flush=True); sys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", program, str(path), f"BEGIN {how}"], text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stdout.readline() == "locked\n"
        yield
        process.communicate()


def _execute(path: Path, statement: str) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement)
    return path


def _other_geopackage(path: Path) -> Path:
    from osgeo import ogr

    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("points", geom_type=ogr.wkbPoint)
    return path


def _write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


# Functions that create a file from a good survey (first argument) in a folder (second), and the message about it.
SURVEYS: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "missing": (lambda good, folder: folder / "gone.gpkg", "There is no file {path}. Check whether it was moved"),
    "not a GeoPackage": (lambda good, folder: _write(folder / "text.gpkg", b"name,lat,lon\n"),
                         "{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import"),
    "empty file": (lambda good, folder: _write(folder / "empty.gpkg", b""),
                   "{path} is not a GeoPackage. Choose a survey (.gpkg), or use Import"),
    "no survey": (lambda good, folder: _other_geopackage(folder / "points.gpkg"),
                  "{path} is a GeoPackage but not a survey. Use Import"),
    "newer": (lambda good, folder: _execute(Path(shutil.copy(good, folder / "newer.gpkg")),
                                            "UPDATE survey SET version = 99"),
              "{path} was made by a newer plugin (survey version 99, this one reads "
              f"{SURVEY_VERSION}). Update the plugin."),
    "cut short": (lambda good, folder: _write(folder / "cut.gpkg", good.read_bytes()[:100_000]),
                  "{path} is damaged: nothing was changed in it. Put back a copy of it"),
    "a table gone": (lambda good, folder: _execute(Path(shutil.copy(good, folder / "lacks.gpkg")),
                                                   "DELETE FROM gpkg_contents WHERE table_name = 'observations'"),
                     "{path} is damaged: nothing was changed in it. Put back a copy of it"),
}


def _shapefile_without_crs(folder: Path) -> Path:
    from osgeo import ogr

    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(folder / "points.shp"))
    layer = source.CreateLayer("points", geom_type=ogr.wkbPoint)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (128.1 41.4)"))
    layer.CreateFeature(feature)
    return folder / "points.shp"


LISTS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "gone.csv", "{path} does not exist or cannot be read. Choose another file."),
    "empty": (lambda folder: _write(folder / "empty.csv", b""), "{path} is empty. Choose a file with a header line"),
    "header only": (lambda folder: _write(folder / "header.csv", b"name,lat,lon\n"),
                    "{path} has a header but no rows. Choose a file with a row for each site."),
    "no text": (lambda folder: _write(folder / "picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00"),
                "{path} is not a text file. Choose a CSV"),
    "no coordinates": (lambda folder: _write(folder / "names.csv", b"name,what\na,b\n"),
                       "{path} shows no coordinates. Choose the latitude and longitude columns"),
    "no CRS": (_shapefile_without_crs, "{path} does not state its coordinate reference system. Choose it and read"),
    "cut short": (lambda folder: _write(folder / "cut.geojson", b'{"type": "FeatureCollection", "fea'),
                  "{path} is damaged or not what its name says. Open it in its own program"),
}

# A list with bad rows, and the status of each row: its number, status, and a part of the reason.
BAD_ROWS = "id,name,lat,lon\n1,a,0,0\n2,b,127.885265,41.441189\n3,c,41.52,127.2\n3,d,41.53,127.3\n5,e,141.4,228.1\n"
STATUSES = {2: ("refused", "0,0 is an empty coordinate. Write the site's position."),
         3: ("repaired", "latitude and longitude were swapped"),
         4: ("good", ""),
         5: ("good", ""),  # values that occur twice are not used as ids
         6: ("refused", "is not on the globe")}


# Geometries as WKT, CRS, and the message about a line layer that holds them.
CORRIDORS: dict[str, tuple[list[str], str, str]] = {
    "empty": ([], "EPSG:4326", "The river line is not a line (empty). Choose a layer with one river line."),
    "one place": (["LINESTRING (128 41.4, 128 41.4)"], "EPSG:4326",
                  "The river line has fewer than two distinct vertices. Choose a longer line."),
    "in parts": (["MULTILINESTRING ((128 41.4, 128.1 41.4), (128.2 41.4, 128.3 41.4))"], "EPSG:4326",
                 "The river line is in 2 parts that do not join (largest gap 8362 m). Join them"),
    "two features": (["LINESTRING (128 41.4, 128.1 41.4)", "LINESTRING (128.2 41.4, 128.3 41.4)"], "EPSG:4326",
                     "The river line is in 2 parts that do not join (largest gap 8362 m). Join them"),
    "no CRS": (["LINESTRING (128 41.4, 128.1 41.4)"], "",
               "The river line has no coordinate reference system. Set the CRS of its layer."),
    "another CRS than it says": (["LINESTRING (440000 4585000, 450000 4586000)"], "EPSG:4326",
                                 "The corridor cannot be transformed from EPSG:4326 to WGS 84. Check the layer's"),
}
GRADS = ('GEOGCS["WGS 84 in grads",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
         'PRIMEM["Greenwich",0],UNIT["grad",0.015707963267949]]')
CRSS = ("EPSG:4326", "EPSG:5179", "EPSG:32652", "EPSG:3857", GRADS)


def line_layer(geometries: list[str], crs: str) -> Any:
    """Return a memory line layer, in a CRS given as EPSG code, as WKT, or empty for none."""
    from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("MultiLineString", "line", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem(crs) if crs.startswith("EPSG") else
                 QgsCoordinateReferenceSystem.fromWkt(crs))
    for wkt in geometries:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        layer.dataProvider().addFeature(feature)
    return layer


def river_layer(crs: str) -> Any:
    """Return the bundled river in another CRS, in two parts that join."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsVectorLayer,
    )

    from yalu_plugin.paths import resource

    bundled = QgsVectorLayer(str(resource("data", "yalu_river.geojson")), "river", "ogr")
    points = next(bundled.getFeatures()).geometry().asPolyline()
    layer = line_layer([], crs)
    river = QgsGeometry.fromMultiPolylineXY([points[:1000], points[999:]])
    river.transform(QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(),
                                           QgsProject.instance()))
    feature = QgsFeature(layer.fields())
    feature.setGeometry(river)
    layer.dataProvider().addFeature(feature)
    return layer


def duplicate_site_id(survey: Path) -> str:
    """Give two crossings of a survey the same id, after removing what prevents that; returns the id."""
    with closing(sqlite3.connect(survey)) as database, database:
        (first,), (second,) = database.execute(
            "SELECT id FROM sites WHERE kind = 'vehicle_ford' ORDER BY fid LIMIT 2").fetchall()
        # the survey's triggers refuse it, and those of the spatial index need functions that only GDAL has
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'sites'"
                                        ).fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("DROP INDEX yalu_sites_id")
        database.execute("UPDATE sites SET id = ? WHERE id = ?", (first, second))
    return str(first)
