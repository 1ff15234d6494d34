"""SYNTHETIC surveys of any size: created by the plugin as every survey is, then filled by plain SQL.

    build/venv/bin/python -m tools.synthetic_survey PATH SITES OBSERVATIONS

The first sites are near the river, the others all over the country, but none around Hyesan: a map of that city shows
the same sites and states at any size. The observations are spread over ten years, and made-up scenes of the Hyesan
reach are next to the survey. The triggers and indexes of the survey file work as for other programs that write to it;
a last change by the plugin makes it process the new rows. The first sites are always the same.
"""

from __future__ import annotations

import random
import struct
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from osgeo import gdal

ROOT = Path(__file__).resolve().parents[1]
# standard deviations: the first sites, as many as a river has, are some 200 m from the line; the others are like those
# of an analyst's map of the whole country
ON_RIVER, RIVER_DEG, COUNTRY_DEG = 100, 0.002, 1.0
CITY_DEG = 0.2  # none of the country's sites is closer to Hyesan in longitude and latitude
BATCH = 1000  # rows with a geometry per statement
SITE, OBSERVATION, SOURCE = 1, 2, "00000003-0000-4000-8000-000000000000"  # the start of their ids; one id
STATES = ("present", "present", "present", "absent", "washed_out", "under_construction", "not_observable")
FIRST_DAY, DAYS = "2015-01-01", 3650
_SITES = ("id", "name", "kind", "at_fence_gate", "confidence", "source_id", "source_ref", "note", "created_by",
          "created_at", "geom")
_OBSERVATIONS = f"""
INSERT INTO observations (id, site_id, source_id, seen_from, seen_to, state, confidence, created_by, created_at)
WITH RECURSIVE n (i) AS (SELECT {{first}} UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {{end}}),
     d (i, day) AS (SELECT i, date('{FIRST_DAY}',
         ((i % {{sites}} * 7919 + i / {{sites}} * 1013) % {DAYS}) || ' days') FROM n)
SELECT printf('%08x-0000-4000-8000-%012x', {OBSERVATION}, i),
       printf('%08x-0000-4000-8000-%012x', {SITE}, i % {{sites}}), '{SOURCE}', day, day,
       CASE i / {{sites}} * 31 % {len(STATES)} {{states}} END, 'possible', 'SYNTHETIC', day || 'T00:00:00.000Z'
FROM d"""


def site_id(number: int) -> str:
    """Return the id of one of the sites, counted from 0."""
    return f"{SITE:08x}-0000-4000-8000-{number:012x}"


def build_survey(path: Path, sites: int, observations: int) -> None:
    """Write a survey with these numbers of rows, and SYNTHETIC scenes in the folder `scenes` next to it.

    Needs a QGIS application. Raises what create_survey raises, and RuntimeError if SQL fails.
    """
    from tools.synthetic_scenes import make_scenes
    from yalu_plugin.core.imagery.catalogue import catalogue
    from yalu_plugin.layers.imagery.raster import read_raster
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import add_images

    survey = create_survey(path, "SYNTHETIC", published=False)
    make_scenes(path.parent / "scenes")
    add_images(survey, list(catalogue(path.parent / "scenes", read_raster).scenes))
    survey.change("SYNTHETIC", {"sources": [{"id": SOURCE, "title": "SYNTHETIC: made up, for measuring"}]})
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE, allowed_drivers=["GPKG"])
    _execute(dataset, "BEGIN")
    for statement in _site_statements(sites):
        _execute(dataset, statement)
    states = " ".join(f"WHEN {number} THEN '{state}'" for number, state in enumerate(STATES))
    for first in range(0, observations, 100 * BATCH):
        _execute(dataset, _OBSERVATIONS.format(first=first, end=min(first + 100 * BATCH, observations), sites=sites,
                                               states=states))
    _execute(dataset, "COMMIT")
    dataset = None
    from yalu_plugin.layers.survey.open import open_survey

    open_survey(path).change("SYNTHETIC", {"sources": [{"id": SOURCE[:-1] + "1", "title": "SYNTHETIC: the last row"}]})


def _site_statements(sites: int) -> Iterator[str]:
    places = _places()
    for first in range(0, sites, BATCH):
        rows = ",".join(_site(number, *next(places)) for number in range(first, min(first + BATCH, sites)))
        yield f"INSERT INTO sites ({', '.join(_SITES)}) VALUES {rows}"


def _places() -> Iterator[tuple[float, float]]:
    """Yield longitude and latitude of one site after the other."""
    from tools.synthetic_scenes import FORD
    from yalu_plugin.core.corridor.line import read_bundled
    from yalu_plugin.paths import resource

    river, generator = read_bundled(resource("data", "yalu_river.geojson")).lonlat.tolist(), random.Random(1)
    for number in count():
        spread = RIVER_DEG if number < ON_RIVER else COUNTRY_DEG
        while True:
            place = tuple(generator.gauss(middle, spread) for middle in generator.choice(river))
            if number < ON_RIVER or any(abs(one - middle) > CITY_DEG for one, middle in zip(place, FORD)):
                break
        yield place


def _site(number: int, lon: float, lat: float) -> str:
    kind = "barge_dock" if number % 10 == 0 else "vehicle_ford"
    point = struct.pack("<2sBBiBIdd", b"GP", 0, 1, 4326, 1, 1, lon, lat)
    texts = (site_id(number), f"SYNTHETIC {number}", kind, "unknown", "possible", SOURCE, str(number), "SYNTHETIC",
             "SYNTHETIC", f"{FIRST_DAY}T00:00:00.000Z")
    return f"({', '.join(map(repr, texts))}, X'{point.hex()}')"


def _execute(dataset: gdal.Dataset, statement: str) -> None:
    gdal.ErrorReset()
    dataset.ExecuteSQL(statement)
    if gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise RuntimeError(gdal.GetLastErrorMsg())


if __name__ == "__main__":
    from qgis.core import QgsApplication

    app = QgsApplication([], True)
    app.initQgis()
    build_survey(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
