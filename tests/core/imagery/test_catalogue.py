from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import catalogue
from yalu_plugin.core.imagery.image_files import FolderUnreadable, file_of
from yalu_plugin.core.imagery.scene import RasterFacts


class Unreadable(YaluError):
    template = "{path} is broken. Replace it."


def read(uri: str) -> RasterFacts:
    """Replace the raster reader, which needs GDAL: a file's text is its acquisition date."""
    archive = file_of(uri)
    text = ZipFile(archive).read(uri.split(f"{archive}/")[1]).decode() if archive != Path(uri) else archive.read_text()
    if text == "broken":
        raise Unreadable(path=Path(uri).name)
    return RasterFacts({"ACQUISITION_DATE": text, "SYNTHETIC": "YES"} if text else {}, gsd_m=0.5)


def write_files(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text)


def test_a_folder_is_catalogued(tmp_path: Path) -> None:
    write_files(tmp_path, b__tif="2017-06-06", c__tif="broken", IMG_1234__tif="", notes__txt="2017-01-01")
    write_files(tmp_path, **{"._b__tif": "broken"})
    write_files(tmp_path / "deep", a__TIF="2016-10-14", plain__png="2016-01-01", mapped__png="2018-01-01",
                mapped__pgw="")
    result = catalogue(tmp_path, read)
    assert [(Path(scene.uri).name, scene.day) for scene in result.scenes] == [
        ("a.TIF", date(2016, 10, 14)), ("b.tif", date(2017, 6, 6)), ("mapped.png", date(2018, 1, 1))]
    assert [Path(one.scene.uri).name for one in result.undated] == ["IMG_1234.tif"]
    assert "IMG_1234.tif is undated" in str(result.undated[0].error)
    assert [(one.path.name, one.reason) for one in result.problems] == [
        ("c.tif", "c.tif is broken. Replace it."),
        ("plain.png", f"The picture {tmp_path}/deep/plain.png has no position. Put a world file next to it, or save "
                      "it as GeoTIFF.")]
    assert result.scenes[0].synthetic and result.scenes[0].gsd_m == 0.5 and len(result.all_scenes) == 4


def test_the_same_file_has_the_same_id_each_time(tmp_path: Path) -> None:
    write_files(tmp_path, a__tif="2016-10-14", b__tif="2016-10-14")
    first, second = (catalogue(tmp_path, read).scenes for _ in range(2))
    assert [scene.id for scene in first] == [scene.id for scene in second]
    assert first[0].id != first[1].id


def test_progress_and_cancel(tmp_path: Path) -> None:
    write_files(tmp_path, a__tif="2016-10-14", b__tif="2017-10-14", c__tif="2018-10-14")
    calls: list[tuple[int, int]] = []
    catalogue(tmp_path, read, lambda done, total: calls.append((done, total)))
    assert calls == [(0, 3), (1, 3), (2, 3), (3, 3)]
    answers = iter((False, True))
    assert len(catalogue(tmp_path, read, cancelled=lambda: next(answers)).scenes) == 1


@pytest.mark.parametrize(("sidecar", "detail"), [
    ("{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
    ('{"type": "Feature", "stac_version": "1.0.0", "properties": {"datetime": "yesterday"}}', "datetime 'yesterday'"),
    ('{"type": "Feature", "assets": {}, "properties": {"datetime": "2020-01-01", "datetime": "2021-01-01"}}',
     "\"datetime\" occurs twice")])
def test_an_item_that_cannot_be_used_is_named_and_left_out_with_its_image(
        tmp_path: Path, sidecar: str, detail: str) -> None:
    """Its metadata have a date, but the item would take precedence, and cannot be read."""
    write_files(tmp_path, a__tif="2016-10-14", a__json=sidecar, b__tif="2017-06-06")
    result = catalogue(tmp_path, read)
    assert [Path(scene.uri).name for scene in result.all_scenes] == ["b.tif"]
    assert [one.reason for one in result.problems] == [
        f"The STAC item {tmp_path}/a.json cannot be used ({detail}). Left out with it: a.tif. Repair or remove it."]


def test_a_broken_file_without_an_image_excludes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, a__tif="2016-10-14", settings__json="{")
    result = catalogue(tmp_path, read)
    assert [scene.date_source for scene in result.scenes] == ["gdal"]
    assert "settings.json cannot be read and was left out" in result.problems[0].reason and len(result.problems) == 1


def test_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderUnreadable, match="nowhere"):
        catalogue(tmp_path / "nowhere", read)


def write_zip(path: Path, **texts: str) -> None:
    with ZipFile(path, "w") as archive:
        for name, text in texts.items():
            archive.writestr(name.replace("__", ".").replace("--", "/"), text)


def test_images_in_zip_files_are_separate_scenes(tmp_path: Path) -> None:
    write_zip(tmp_path / "s.ZIP", **{"deep--a__tif": "2016-10-14", "__MACOSX--a__tif": "x"}, b__tif="broken", c__txt="")
    (tmp_path / "cut.zip").write_bytes((tmp_path / "s.ZIP").read_bytes()[:-30])
    result = catalogue(tmp_path, read)
    assert [scene.uri for scene in result.scenes] == [f"/vsizip/{tmp_path}/s.ZIP/deep/a.tif"]
    assert file_of(result.scenes[0].uri) == tmp_path / "s.ZIP"
    assert [one.path.name for one in result.problems] == ["cut.zip", "b.tif"]
    assert "cut.zip cannot be read" in result.problems[0].reason
    assert catalogue(tmp_path / "s.ZIP", read).scenes == result.scenes


def test_a_zip_or_folder_name_dates_a_file_named_only_for_its_band(tmp_path: Path) -> None:
    write_zip(tmp_path / "S2_20170606.zip", B02__tif="", B03__tif="", B04__tif="")
    write_files(tmp_path / "S2_20160427", B02__tif="", B03__tif="", B04__tif="")
    write_files(tmp_path / "20150101", plain__tif="")
    result = catalogue(tmp_path, read)
    assert [(scene.day, scene.uri[-7:]) for scene in result.scenes] == [
        (date(2016, 4, 27), "B04.tif"), (date(2017, 6, 6), "B04.tif")]
    assert [Path(one.scene.uri).name for one in result.undated] == ["plain.tif"]


def test_known_images_are_not_read_again(tmp_path: Path) -> None:
    write_files(tmp_path, a__tif="2016-10-14", b__tif="2017-06-06")
    assert [scene.day.year for scene in catalogue(tmp_path, read, known={str(tmp_path / "a.tif")}).scenes] == [2017]


def test_an_adjacent_item_or_the_name_marks_an_image_as_synthetic(tmp_path: Path) -> None:
    item = '{"type": "Feature", "stac_version": "1.0.0", "properties": {"synthetic": true}}'
    write_files(tmp_path, a_20161014__tif="", a_20161014__json=item, b_20161014__tif="", SYNTHETIC_20161014__tif="")
    write_zip(tmp_path / "SYNTHETIC.zip", c_20161014__tif="")
    result = catalogue(tmp_path, read).scenes
    assert {Path(scene.uri).name[:2]: scene.synthetic for scene in result} == {
        "a_": True, "b_": False, "c_": True, "SY": True}
