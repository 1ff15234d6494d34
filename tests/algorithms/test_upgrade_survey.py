"""yalu:upgradesurvey."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.schema import SURVEY_VERSION


def run(survey: Path) -> Any:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.upgrade_survey import UpgradeSurvey

    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    return UpgradeSurvey().create().run({"SURVEY": str(survey)}, context, feedback, {}, False)


def test_it_says_what_it_did_and_does_it_once(qgis_app: Any, tmp_path: Path, data: Path) -> None:
    path = tmp_path / "old.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    backup = tmp_path / "old.v1-backup.gpkg"
    assert run(path) == ({"BACKUP": str(backup), "VERSION": SURVEY_VERSION, "DIFFERENCES": 4}, True)
    assert backup.is_file()
    assert run(path) == ({"BACKUP": "", "VERSION": SURVEY_VERSION, "DIFFERENCES": 0}, True)
    assert sorted(tmp_path.iterdir()) == [path, backup]


def test_a_file_that_is_not_a_survey_is_reported(qgis_app: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    (tmp_path / "text.gpkg").write_text("no")
    with pytest.raises(QgsProcessingException, match="is not a GeoPackage"):
        run(tmp_path / "text.gpkg")
