from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import Catalogue, Problem
from yalu_plugin.core.imagery.date_evidence import DatesDisagree
from yalu_plugin.core.imagery.file_list import NotAFileList, catalogue_list
from yalu_plugin.core.imagery.scene import RasterFacts
from yalu_plugin.core.importing.import_errors import EmptyFile, MissingFile


class Gone(YaluError):
    template = "{path} is gone."


def read(uri: str) -> RasterFacts:
    """Replace the raster reader, which needs GDAL."""
    if not Path(uri).is_file():
        raise Gone(path=uri)
    return RasterFacts({"ACQUISITION_DATE": "2001-01-01"}, footprint_wkt="POLYGON ((1 2, 3 4, 5 6, 1 2))", gsd_m=10.0)


def catalogue_of(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8"):
    (folder / name).write_bytes(text.encode(encoding))
    for image in ("a.tif", "b.tif"):
        (folder / image).touch()
    return catalogue_list(folder / name, read)


def other_problems(result: Catalogue) -> list[Problem]:
    """Return the problems except for different dates in list and file."""
    return [one for one in result.problems if not isinstance(one.error, DatesDisagree)]


def test_the_list_takes_precedence_over_the_file_and_the_other_date_is_reported(tmp_path: Path) -> None:
    result = catalogue_of(tmp_path, "uri,datetime\na.tif,2024-05-31\n")
    assert [(scene.day, scene.date_source) for scene in result.scenes] == [(date(2024, 5, 31), "file_list")]
    assert [(one.reason, one.image_included) for one in result.problems] == [(
        "a.tif is dated 2024-05-31 (file list), but there is another date, 2001-01-01 (the image's own metadata). "
        "Correct the one that is wrong.", True)]


def test_a_list_names_images_anywhere(tmp_path: Path) -> None:
    result = catalogue_of(tmp_path, "uri,datetime,platform,provider,cloud_cover,gsd_m,attribution,licence,date_kind\n"
                  "https://example.org/x.tif,2024-05-31T02:30:00+09:00,sentinel-2,ESA,12.5,10,Copernicus,CC0,\n"
                  "a.tif,2023-08-01,,,,,,,at_or_before\n"
                  f"file://{tmp_path}/b.tif,,,,,,,,\n")
    assert not result.problems and not result.undated
    inside, local, web = result.scenes
    assert (web.uri, web.acquired_from.isoformat(), web.date_source, web.date_kind) == (
        "https://example.org/x.tif", "2024-05-30T17:30:00+00:00", "file_list", "acquired")
    assert (web.platform, web.provider, web.cloud_cover, web.gsd_m, web.attribution, web.licence) == (
        "sentinel-2", "ESA", 12.5, 10.0, "Copernicus", "CC0")
    assert (local.uri, local.day, local.last_day, local.date_kind) == (
        str(tmp_path / "a.tif"), date(2023, 8, 1), date(2023, 8, 1), "at_or_before")
    assert local.gsd_m == 10.0 and local.footprint_wkt.startswith("POLYGON") and web.footprint_wkt == ""
    assert (inside.uri, inside.day, inside.date_source) == (str(tmp_path / "b.tif"), date(2001, 1, 1), "gdal")


def test_headers_and_encodings_are_detected(tmp_path: Path) -> None:
    result = catalogue_of(tmp_path, "파일;구름;위성;날짜\na.tif;12,5 %;아리랑;2024-05-31\n", encoding="cp949")
    (scene,) = result.scenes
    assert (scene.day, scene.cloud_cover, scene.platform) == (date(2024, 5, 31), 12.5, "아리랑")
    (scene,) = catalogue_of(tmp_path, "Acquired from\tFile name\tAcquired to\n2024-05-01\tb.tif\t2024-05-31\n").scenes
    assert (scene.day, scene.last_day) == (date(2024, 5, 1), date(2024, 5, 31))


ROWS = {
    ",2024-05-31,,": "Row 2 of {path} names no image and was left out. Fill in its uri.",
    "s3://bucket/x.tif,2024-05-31,,": "Row 2 of {path} was left out: s3://bucket/x.tif is neither a path nor an http "
                                      "or https address.",
    "https://[x/y.tif,2024-05-31,,": "Row 2 of {path} was left out: https://[x/y.tif is neither a path nor an http or "
                                     "https address.",
    "gone.tif,2024-05-31,,": "{folder}/gone.tif is gone.",
    "https://me:word@example.org/x.tif,2024-05-31,,": "\"@\" in this address looks like a key, which would be written "
                                                      "to survey and project. Remove it, and choose an "
                                                      "authentication that sends it as a header.",
}


@pytest.mark.parametrize("row", ROWS)
def test_an_unusable_row_is_reported_and_the_others_are_read(tmp_path: Path, row: str) -> None:
    result = catalogue_of(tmp_path, f"uri,datetime,cloud,kind of date\n{row}\nb.tif,2024-06-01,,\n")
    assert [scene.day for scene in result.scenes] == [date(2024, 6, 1)]
    why = ROWS[row].format(path=tmp_path / "list.csv", folder=tmp_path)
    assert [one.reason for one in other_problems(result)] == [why]


@pytest.mark.parametrize(("cells", "why"), [
    ("31.05.2024,,", "\"31.05.2024\" in row 2 of {path} is not a date. Write it as 2024-05-31."),
    ("2024-02-30,,", "\"2024-02-30\" in row 2 of {path} is not a date. Write it as 2024-05-31."),
    ("2999-01-01,,", "its date 2999-01-01 (file list) lies in the future. Correct it there."),
    ("2024-05-31,,taken", "\"taken\" in row 2 of {path} is not a valid date_kind and was left out. Correct it there."),
])
def test_a_wrong_date_leaves_the_image_undated(tmp_path: Path, cells: str, why: str) -> None:
    result = catalogue_of(tmp_path, f"uri,datetime,cloud,date_kind\na.tif,{cells}\n")
    assert not result.scenes and [one.scene.date_kind for one in result.undated] == [""]
    assert str(result.undated[0].error).endswith(why.format(path=tmp_path / "list.csv"))


def test_an_invalid_number_is_left_out_and_reported(tmp_path: Path) -> None:
    result = catalogue_of(tmp_path, "uri,datetime,cloud,gsd\na.tif,2024-05-31,cloudy,0\n")
    assert [(scene.cloud_cover, scene.gsd_m) for scene in result.scenes] == [(None, 10.0)]
    assert [(one.row, one.image_included) for one in other_problems(result)] == [(None, True), (None, True)]
    assert [one.reason for one in other_problems(result)] == [
        f"\"{text}\" in row 2 of {tmp_path / 'list.csv'} is not a valid {name} and was left out. Correct it there."
        for text, name in (("cloudy", "cloud_cover"), ("0", "gsd_m"))]


def test_tables_that_are_not_lists_of_images(tmp_path: Path) -> None:
    with pytest.raises(NotAFileList, match="has no column that says where the images are"):
        catalogue_of(tmp_path, "when,what\n2024-05-31,x\n")
    with pytest.raises(EmptyFile):
        catalogue_of(tmp_path, "")
    with pytest.raises(MissingFile):
        catalogue_list(tmp_path / "nowhere.csv", read)


def test_cancelled(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("uri\nhttps://example.org/20240531.tif\nhttps://example.org/20240601.tif\n")
    answers = iter((False, True))
    result = catalogue_list(tmp_path / "list.csv", read, cancelled=lambda: next(answers))
    assert [(scene.day, scene.date_source) for scene in result.scenes] == [(date(2024, 5, 31), "filename")]


def test_a_missing_image_is_reported_with_its_row(tmp_path: Path) -> None:
    result = catalogue_of(tmp_path, "uri,datetime\nb.tif,2024-06-01\ngone.tif,2024-05-31\n")
    assert [(one.row, one.image_included) for one in other_problems(result)] == [(3, False)]
