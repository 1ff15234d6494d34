"""Lists are read whatever their file name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("geopandas")

from yalu_plugin.core.importing.import_errors import MissingFile  # noqa: E402
from yalu_plugin.core.importing.source_reader import read_source  # noqa: E402

POINT = {"type": "Feature", "properties": {"name": "A"},
         "geometry": {"type": "Point", "coordinates": [128.1, 41.4]}}
GEOJSON = json.dumps({"type": "FeatureCollection", "features": [POINT]})


@pytest.mark.parametrize("name", ["100%25 done#1", "pipe|layername=x", "a?b", "{}", "-x", "GEOJSON:x", "~", "혜산",
                                  "a,b", "x" * 240, " lead", "trail "])
def test_a_file_of_any_name_is_read(tmp_path: Path, name: str) -> None:
    for ending, text in ((".geojson", GEOJSON), (".csv", "name,lat,lon\nA,41.4,128.1\n")):
        (tmp_path / f"{name}{ending}").write_text(text)
        (row,) = read_source(tmp_path / f"{name}{ending}").rows
        assert row.values["name"] == "A"


def test_an_impossible_file_name_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_source(tmp_path / ("x" * 300 + ".csv"))
