"""Parsing uris of local images, and the names of images."""

from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.imagery.band_address import bands_of, files_of
from yalu_plugin.core.imagery.date_evidence import dated_name, names_of
from yalu_plugin.core.imagery.image_files import ImageRef, file_of, image_ref

BANDS = "file:///my%20images/red.tif#green=g.tif&blue=b.tif"


@pytest.mark.parametrize("one", [
    ImageRef("/a/b.tif"), ImageRef("/a/doc.kml", 2), ImageRef("/a/b.jpg", 0, "EPSG:32652"),
    ImageRef("/a b/c#d.kml", 3, "EPSG:4326")])
def test_a_uri_is_parsed_to_its_parts(one: ImageRef) -> None:
    assert image_ref(one.uri) == one and file_of(one.uri) == Path(one.file)


def test_composed_bands_refer_to_the_red_file_and_keep_the_assigned_crs() -> None:
    assert image_ref(BANDS) == ImageRef("/my images/red.tif")
    given = ImageRef(BANDS, crs="EPSG:32652").uri
    assert image_ref(given) == ImageRef("/my images/red.tif", crs="EPSG:32652")
    assert files_of(given) == files_of(BANDS) and len(files_of(given)) == 3
    assert bands_of(ImageRef("file:///a.tif#bands=3,2,1", crs="EPSG:32652").uri) == (3, 2, 1)


@pytest.mark.parametrize(("uri", "own", "names", "dated"), [
    ("/2020-01-01/2025-07-30.jpg#crs=EPSG:32652", "", ["2025-07-30.jpg"], "2025-07-30.jpg"),
    ("/2020-01-01/doc.kml#part=2", "Hyesan", ["Hyesan", "doc.kml"], "Hyesan"),
    ("/a/2025-07-30.kml#part=2", "Hyesan", ["Hyesan", "2025-07-30.kml"], "2025-07-30.kml"),
    ("/a/2025-07-30.kml#part=2", "2024-05-31", ["2024-05-31", "2025-07-30.kml"], "2024-05-31"),
    ("/vsizip//a/2025-07-30.kmz/doc.kml#part=1", "b", ["b", "doc.kml", "2025-07-30.kmz", "2025-07-30.kmz"],
     "2025-07-30.kmz"),
    ("file:///a/2025-07-30/red.tif#green=g.tif&blue=b.tif", "", ["red.tif", "2025-07-30", "red.tif"], "2025-07-30")])
def test_the_name_with_a_date(uri: str, own: str, names: list[str], dated: str) -> None:
    assert names_of(uri, own) == names and dated_name(uri, own) == dated
