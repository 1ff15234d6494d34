"""A list may have any name; one under which GDAL would look for another file is refused with that reason."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

pytest.importorskip("geopandas")

from yalu_plugin.core.importing.reading import read_source  # noqa: E402
from yalu_plugin.core.importing.source import MissingFile, NameUnusable  # noqa: E402

POINT = {"type": "Feature", "properties": {"name": "A"},
         "geometry": {"type": "Point", "coordinates": [128.1, 41.4]}}
GEOJSON = json.dumps({"type": "FeatureCollection", "features": [POINT]})


@pytest.mark.parametrize("name", ["100%25 done#1", "pipe|layername=x", "a?b", "{}", "-x", "GEOJSON:x", "~", "혜산",
                                  "a,b", "x" * 240, " lead", "trail "])
def test_a_name_that_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    for ending, text in ((".geojson", GEOJSON), (".csv", "name,lat,lon\nA,41.4,128.1\n")):
        (tmp_path / f"{name}{ending}").write_text(text)
        (row,) = read_source(tmp_path / f"{name}{ending}").rows
        assert row.values["name"] == "A"


@pytest.mark.parametrize("name", ["a;b", "a!b", "new\nline", "tab\t", "a\rb", os.fsdecode(b"caf\xe9")])
def test_a_name_that_would_be_read_as_another(tmp_path: Path, name: str) -> None:
    (tmp_path / f"{name}.geojson").write_text(GEOJSON)
    with pytest.raises(NameUnusable, match="cannot be opened under this name. Rename it"):
        read_source(tmp_path / f"{name}.geojson")
    (tmp_path / f"{name}.csv").write_text("name,lat,lon\nA,41.4,128.1\n")
    assert len(read_source(tmp_path / f"{name}.csv").rows) == 1


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    with pytest.raises(MissingFile):
        read_source(tmp_path / ("x" * 300 + ".csv"))
