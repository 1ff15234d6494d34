"""An image may have any name that QGIS reads as a file name; others are reported with the reason."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

TAKEN = ("100%25 done#1", "pipe|layername=x", "a|b", "a?mode=ro", "q'uo\"te", "{path}", "new\nline", "-x",
         "GTIFF_DIR:1:x",
         "a;b", "혜" * 70, "<VRT", "vsizip", "a.zip", "x" * 230)
MISREAD = {"a|option:X=Y": "|option:X=Y_20150801.tif", "authcfg=abc1234": "authcfg=abc1234"}


def catalogue(folder: Path) -> Any:
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.local_source import LocalSource

    return LocalSource(folder).search(SceneQuery(None, None, None), QgsFeedback())


@pytest.fixture
def image(data: Path) -> Path:
    return sorted((data / "s2_romania").glob("*.tif"))[0]


@pytest.mark.parametrize("name", TAKEN)
def test_a_name_that_is_read_as_it_is(qgis_app: Any, tmp_path: Path, image: Path, name: str) -> None:
    from yalu_plugin.layers.imagery.project_scenes import scene_layer

    shutil.copy(image, tmp_path / f"{name}_20240501.tif")
    (scene,) = catalogue(tmp_path).all_scenes
    assert scene.uri == str(tmp_path / f"{name}_20240501.tif") and scene_layer(scene).isValid()


@pytest.mark.parametrize(("name", "part"), MISREAD.items())
def test_a_name_that_would_be_read_as_another(qgis_app: Any, tmp_path: Path, image: Path, name: str, part: str) -> None:
    shutil.copy(image, tmp_path / f"{name}_20150801.tif")
    shutil.copy(image, tmp_path / "good_20150801.tif")
    found = catalogue(tmp_path)
    assert [Path(scene.uri).name for scene in found.all_scenes] == ["good_20150801.tif"]
    assert [problem.reason for problem in found.problems] == [
        f"The image {tmp_path / name}_20150801.tif cannot be opened: QGIS reads {part} in its name as an instruction. "
        "Rename it or its folder."]


def test_an_image_in_a_zip_that_qgis_would_not_find(qgis_app: Any, tmp_path: Path, image: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a|b.zip", "w") as archive:
        archive.write(image, "c|d_20240501.tif")
        archive.write(image, "e_20240502.tif")
    found = catalogue(tmp_path)
    assert [scene.uri for scene in found.all_scenes] == [f"/vsizip/{tmp_path}/a|b.zip/e_20240502.tif"]
    assert "QGIS reads" in found.problems[0].reason
