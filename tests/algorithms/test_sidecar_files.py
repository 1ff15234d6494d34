"""An algorithm on a survey applies no sidecar files of another file, even if QGIS opens the layer."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.killed_process import leave_wal


@pytest.fixture
def put_back(qgis_app: Any, tmp_path: Path) -> tuple[Path, bytes]:
    """A backup restored next to the log of a killed program; the path of the survey, and its bytes."""
    from yalu_plugin.layers.survey.create import create_survey

    path = create_survey(tmp_path / "survey.gpkg", "Title", published=True).path
    content = path.read_bytes()
    leave_wal(path, 12)
    shutil.copyfile(path, tmp_path / "crashed.gpkg")
    path.write_bytes(content)
    return path, content


def test_a_layer_of_a_survey_given_as_input(put_back: tuple[Path, bytes]) -> None:
    from qgis.core import QgsApplication, QgsProcessingContext

    from yalu_plugin.algorithms.measure_corridor import MeasureCorridor

    path, content = put_back
    logged: list[str] = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda text, *_: logged.append(text))
    algorithm = MeasureCorridor().create()
    valid, message = algorithm.checkParameterValues({"SITES": f"{path}|layername=sites", "OUTPUT": "TEMPORARY_OUTPUT"},
                                               QgsProcessingContext())
    assert valid, message
    assert path.read_bytes() == content and list(path.parent.glob("survey.gpkg.not-its-*-wal"))
    assert any("They were not applied" in text for text in logged)


@pytest.mark.skipif(sys.prefix == sys.base_prefix or shutil.which("qgis_process") is None,
                    reason="needs tools/setup and qgis_process")
def test_a_layer_of_a_survey_given_to_qgis_process(put_back: tuple[Path, bytes]) -> None:
    """qgis_process opens the layer before any code of the plugin runs."""
    path, content = put_back
    tool = Path(__file__).resolve().parents[2] / "tools" / "qgis-process"
    done = subprocess.run(
        [str(tool), "run", "yalu:measurecorridor", "--", f"SITES={path}|layername=sites", "OUTPUT=TEMPORARY_OUTPUT"],
        env={**os.environ, "YALU_BUILD": str(Path(sys.prefix).parent)}, capture_output=True, text=True, timeout=120,
        check=False)
    assert done.returncode == 0, done.stderr
    assert path.read_bytes() == content and "They were not applied" in done.stderr


def test_a_survey_given_as_a_file(put_back: tuple[Path, bytes]) -> None:
    from qgis.core import QgsProcessingFeedback

    from yalu_plugin.algorithms.algorithm import read_survey

    path, content = put_back
    feedback = QgsProcessingFeedback()
    read_survey(path, feedback)
    assert path.read_bytes() == content and "They were not applied" in feedback.textLog()
