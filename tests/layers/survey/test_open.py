"""Opening a survey: each error is reported in one line that states what to do."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import SURVEY_VERSION


def test_missing_file(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyMissing

    with pytest.raises(SurveyMissing, match="There is no file"):
        open_survey(tmp_path / "gone.gpkg")


@pytest.mark.parametrize("content", [b"", b"not a geopackage", b"SQLite format 3\x00" + b"\x00" * 200])
def test_not_a_geopackage(qgis_app: Any, tmp_path: Path, content: bytes) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import NotAGeoPackage

    path = tmp_path / "text.gpkg"
    path.write_bytes(content)
    with pytest.raises(NotAGeoPackage, match="Import"):
        open_survey(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("length", [100, 5000, 60000, 300000])
def test_a_survey_cut_short_is_damaged_not_empty(survey: Any, length: int) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    survey.path.write_bytes(survey.path.read_bytes()[:length])
    with pytest.raises(SurveyDamaged, match="Put back a copy"):
        open_survey(survey.path)
    assert survey.path.stat().st_size == length


def test_a_survey_without_one_of_its_tables_is_damaged(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    with sqlite3.connect(survey.path) as database:
        database.execute("DELETE FROM gpkg_contents WHERE table_name = 'observations'")
    with pytest.raises(SurveyDamaged) as refused:
        open_survey(survey.path)
    assert refused.value.detail == "no table observations"


def test_a_survey_without_one_of_its_columns_is_damaged(survey: Any) -> None:
    """QGIS can rename a field, and renames it in the triggers too; ogr2ogr -overwrite recreates a table."""
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyDamaged

    with sqlite3.connect(survey.path) as database:
        database.execute("ALTER TABLE sources RENAME COLUMN url TO address")
    with pytest.raises(SurveyDamaged) as refused:
        open_survey(survey.path)
    assert refused.value.detail == "no column sources.url"


def test_a_column_that_the_user_added_is_no_damage(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    layer = survey.layer("sites")
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QMetaType

    assert layer.dataProvider().addAttributes([QgsField("mine", QMetaType.Type.QString)])
    opened = open_survey(survey.path)
    assert opened.notices == () and len(opened.change("add", added={"sites": [{"id": "n"}]}).entries) == 1


def test_a_geopackage_that_is_no_survey(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProviderRegistry

    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import NotASurvey

    path = tmp_path / "other.gpkg"
    QgsProviderRegistry.instance().providerMetadata("ogr").createDatabase(str(path))
    with pytest.raises(NotASurvey, match="not a survey"):
        open_survey(path)


def test_a_newer_survey(survey: Any) -> None:
    from yalu_plugin.layers.survey.open import open_survey
    from yalu_plugin.layers.survey.survey_errors import SurveyTooNew

    with sqlite3.connect(survey.path) as database:
        database.execute('UPDATE "survey" SET "version" = 99')
    with pytest.raises(SurveyTooNew, match=rf"version 99, this one reads {SURVEY_VERSION}.*Update the plugin"):
        open_survey(survey.path)


def test_a_read_only_file_opens_as_read_only(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.open import open_survey

    copy = shutil.copy(survey.path, tmp_path / "copy.gpkg")
    Path(copy).chmod(0o444)
    opened = open_survey(Path(copy))
    assert opened.read_only
    assert len(opened.rows("sites")) == 6


def test_rows_are_plain_values(survey: Any) -> None:
    (seen,) = [row for row in survey.rows("observations") if row["seen_from"] == "2023-08-01"]
    assert seen["seen_to"] == "2023-08-31"
    assert seen["image_id"] is None
    assert survey.rows("survey")[0]["created_at"].endswith("Z")
