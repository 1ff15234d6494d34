from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.imagery.catalogue import FolderUnreadable, catalogue
from yalu_plugin.core.imagery.scene import RasterFacts


class Unreadable(YaluError):
    template = "{path} is broken. Replace it."


def read(path: Path) -> RasterFacts:
    """Stands for the reading of rasters, which needs GDAL: a file's text is its acquisition date."""
    text = path.read_text()
    if text == "broken":
        raise Unreadable(path=path.name)
    return RasterFacts({"ACQUISITION_DATE": text, "SYNTHETIC": "YES"} if text else {}, gsd_m=0.5)


def put(folder: Path, **texts: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name.replace("__", ".")).write_text(text)


def test_a_folder_is_catalogued_whole(tmp_path: Path) -> None:
    put(tmp_path, b__tif="2017-06-06", c__tif="broken", IMG_1234__tif="", notes__txt="2017-01-01")
    put(tmp_path, **{"._b__tif": "broken"})
    put(tmp_path / "deep", a__TIF="2016-10-14", plain__png="2016-01-01", mapped__png="2018-01-01", mapped__pgw="")
    made = catalogue(tmp_path, read)
    assert [(Path(scene.uri).name, scene.day) for scene in made.scenes] == [
        ("a.TIF", date(2016, 10, 14)), ("b.tif", date(2017, 6, 6)), ("mapped.png", date(2018, 1, 1))]
    assert [Path(one.scene.uri).name for one in made.undated] == ["IMG_1234.tif"]
    assert "IMG_1234.tif is undated" in str(made.undated[0].why)
    assert [(one.path.name, one.reason) for one in made.problems] == [("c.tif", "c.tif is broken. Replace it.")]
    assert made.scenes[0].synthetic and made.scenes[0].gsd_m == 0.5 and len(made.all_scenes) == 4


def test_the_same_file_has_the_same_id_each_time(tmp_path: Path) -> None:
    put(tmp_path, a__tif="2016-10-14", b__tif="2016-10-14")
    first, second = (catalogue(tmp_path, read).scenes for _ in range(2))
    assert [scene.id for scene in first] == [scene.id for scene in second]
    assert first[0].id != first[1].id


def test_progress_and_cancel(tmp_path: Path) -> None:
    put(tmp_path, a__tif="2016-10-14", b__tif="2017-10-14", c__tif="2018-10-14")
    said: list[tuple[int, int]] = []
    catalogue(tmp_path, read, lambda done, total: said.append((done, total)))
    assert said == [(0, 3), (1, 3), (2, 3), (3, 3)]
    answers = iter((False, True))
    assert len(catalogue(tmp_path, read, cancelled=lambda: next(answers)).scenes) == 1


def test_a_malformed_sidecar_is_a_problem_and_the_raster_is_dated_otherwise(tmp_path: Path) -> None:
    put(tmp_path, a__tif="2016-10-14", a__json="{")
    made = catalogue(tmp_path, read)
    assert [scene.date_source for scene in made.scenes] == ["gdal"]
    assert [one.path.name for one in made.problems] == ["a.json"]


def test_no_folder(tmp_path: Path) -> None:
    with pytest.raises(FolderUnreadable, match="nowhere"):
        catalogue(tmp_path / "nowhere", read)
