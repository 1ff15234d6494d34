"""A survey may have any name that QGIS, GDAL and SQLite take for the file it names; others are refused first."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

POSSIBLE = ("100% done", "5%zz", "a|b", "a?mode=ro", "a#b", "q'uo\"te", "a&b", "{}", "{path}", "new\nline", "trail ",
            "trail.", "-x", "~", "$HOME", "gpkg:x", "GPKG:x", " lead", "a:b", "a;b", "a\\b", "*", "file:x", "<b>x<",
            unicodedata.normalize("NFD", "혜산"), unicodedata.normalize("NFC", "혜산"), "x" * 242, "혜" * 80, "vsizip",
            ".hidden", "authcfg=short")
MISREAD = {"100%25 done#1": "%25", "%41": "%41", "pipe|layername=x": "|layername=x.gpkg",
           "a|subset=1": "|subset=1.gpkg", "a|option:X=Y": "|option:X=Y.gpkg", "a|layerid=0": "|layerid=0.gpkg",
           "authcfg=abc1234": "authcfg=abc1234"}


def written(path: Path) -> int:
    """Create a survey, write to it, edit it by QGIS and read it; return its number of sites."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.open import open_survey

    survey = create_survey(path, "Title", published=True)
    survey.change("test", added={"sites": [{"id": "a", "geom": "POINT (127.5 41.5)"}]})
    layer = survey.layer("sites")
    assert layer.isValid() and layer.startEditing() and layer.commitChanges()
    return len(open_survey(path).rows("sites")) if layer.featureCount() == 7 else 0


@pytest.mark.parametrize("name", POSSIBLE)
def test_a_possible_name(qgis_app: Any, tmp_path: Path, name: str) -> None:
    assert written(tmp_path / f"{name}.gpkg") == 7
    assert [file.name for file in tmp_path.iterdir()] == [f"{name}.gpkg"]


@pytest.mark.parametrize("ending", [".GPKG", "", ".shp", ".gpkg ", ".gpkg."])
def test_an_ending_of_another_kind(qgis_app: Any, tmp_path: Path, ending: str) -> None:
    assert written(tmp_path / f"survey{ending}") == 7


@pytest.mark.parametrize("folder", ["vsizip", "a|b", "a?b", "100% d#", "혜산 & Co"])
def test_a_folder_of_such_a_name(qgis_app: Any, tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    assert written(tmp_path / folder / "survey.gpkg") == 7


@pytest.mark.parametrize(("name", "part"), MISREAD.items())
def test_a_name_that_would_be_read_as_another(qgis_app: Any, tmp_path: Path, name: str, part: str) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import NameMisread

    with pytest.raises(NameMisread) as refused:
        create_survey(tmp_path / f"{name}.gpkg", "Title")
    assert str(refused.value) == (f"QGIS cannot open a file called {tmp_path / name}.gpkg: it reads {part} as an "
                                  "instruction. Choose a name or folder without it.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x" * 243, "x" * 250, "x" * 251, "x" * 300, "혜" * 83])
def test_a_name_too_long_for_the_journal(qgis_app: Any, tmp_path: Path, name: str) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import NameTooLong

    with pytest.raises(NameTooLong):
        create_survey(tmp_path / f"{name}.gpkg", "Title")
    assert list(tmp_path.iterdir()) == []


def test_a_path_longer_than_sqlite_allows(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import NameTooLong

    deep = tmp_path
    while len(str(deep)) < 440:
        deep /= "d" * 50
    deep.mkdir(parents=True)
    room = 512 - len(os.fsencode(deep)) - len("/.gpkg-journal")
    with pytest.raises(NameTooLong):
        create_survey(deep / f"{'n' * room}.gpkg", "Title")
    assert written(deep / f"{'n' * (room - 1)}.gpkg") == 7


def test_an_existing_survey_under_a_name_that_is_misread(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import NameMisread

    path = create_survey(tmp_path / "good.gpkg", "Title").path.rename(tmp_path / "100%25.gpkg")
    with pytest.raises(NameMisread, match="reads %25 as an instruction"):
        open_survey(path)


def test_a_name_that_is_not_text(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.survey_errors import NameMisread

    with pytest.raises(NameMisread):
        create_survey(tmp_path / os.fsdecode(b"caf\xe9.gpkg"), "Title")
