"""When a project is reopened, QGIS does not evaluate the days of each state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")
ENTRIES = "/StartDateTime", "/EndDateTime"
LOOKED = [("2020-02-01", "2020-02-29"), ("2019-05-05", "2019-05-05")]


@pytest.fixture
def evaluated(qgis_app: Any) -> Iterator[list[int]]:
    """A list that grows with each evaluation of the expression function that the test calls `start`."""
    from qgis.core import QgsExpression
    from qgis.utils import qgsfunction

    calls: list[int] = []

    @qgsfunction(group="test", referenced_columns=["valid_from"], register=False)
    def yalu_counted(value: Any) -> Any:
        """Counts."""
        calls.append(1)
        return value

    QgsExpression.registerFunction(yalu_counted)
    yield calls
    QgsExpression.unregisterFunction("yalu_counted")


@pytest.fixture
def project(qgis_app: Any, new_survey: Any, evaluated: Any, tmp_path: Path) -> Iterator[Any]:
    """The application's project with a survey that has a retired site."""
    from qgis.core import QgsProject

    from yalu_plugin.layers.project import add_survey, layer_with_role
    from yalu_plugin.layers.temporal import filter_retired

    QgsProject.instance().clear()
    survey = new_survey(tmp_path / "survey.gpkg", "Test survey", published=True)
    add_survey(QgsProject.instance(), survey)
    retired = {survey.rows("sites")[0]["id"]: "2024-01-01"}
    layers = {role: layer_with_role(QgsProject.instance(), role) for role in ("sites", "site_states")}
    filter_retired(layers, retired)
    times = layers["site_states"].temporalProperties()
    times.setStartExpression(f"yalu_counted({times.startExpression()})")
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.mark.parametrize("kept", [True, False])
def test_qgis_panel_evaluates_no_state_of_a_project_that_is_read(project: Any, evaluated: list[int], tmp_path: Path,
                                                                 kept: bool) -> None:
    from qgis.gui import QgsTemporalControllerWidget

    from yalu_plugin.layers.time_range import store_time_range

    if kept:
        store_time_range(project, LOOKED)
    project.write(str(tmp_path / "a.qgs"))
    project.clear()
    evaluated.clear()
    panel = QgsTemporalControllerWidget()
    assert project.read(str(tmp_path / "a.qgs"))
    assert bool(evaluated) is not kept
    if kept:
        shown = panel.temporalController().temporalExtents()
        assert [end.toUTC().toString("yyyy-MM-dd hh:mm:ss") for end in (shown.begin(), shown.end())] == [
            "2019-05-05 00:00:00", "2020-02-29 23:59:59"]


def entries(project: Any) -> list[str]:
    return [project.readEntry("TemporalControllerWidget", key, "")[0] for key in ENTRIES]


def test_the_range_follows_what_was_observed_but_not_over_the_user_s_own(qgis_app: Any) -> None:
    from qgis.core import QgsProject

    from yalu_plugin.layers.time_range import store_time_range

    project = QgsProject()
    store_time_range(project, [])
    assert entries(project) == ["", ""]
    store_time_range(project, LOOKED)
    assert entries(project) == ["2019-05-05T00:00:00.000+00:00", "2020-02-29T23:59:59.000+00:00"]
    store_time_range(project, [*LOOKED, ("2021-01-01", "2021-01-02")])
    assert entries(project) == ["2019-05-05T00:00:00.000+00:00", "2021-01-02T23:59:59.000+00:00"]
    project.writeEntry("TemporalControllerWidget", ENTRIES[0], "2020-01-01T00:00:00.000+00:00")
    store_time_range(project, LOOKED)
    assert entries(project) == ["2020-01-01T00:00:00.000+00:00", "2021-01-02T23:59:59.000+00:00"]
