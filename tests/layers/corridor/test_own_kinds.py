"""Custom kinds are not counted as crossings: neither in the window nor in the survey's layer used by Processing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def survey(qgis_app: Any, new_survey: Any, tmp_path: Path) -> Any:
    """The published sites, one site of a custom kind, and one without a kind."""
    made = new_survey(tmp_path / "survey.gpkg", "Test", published=True)
    made.change("edit", added={
        "value_lists": [{"id": "v", "list": "site_kind", "value": "케이블카", "key": "K"}],
        "sites": [{"id": str(kind), "kind": kind, "geom": "POINT (128.0 41.43)"} for kind in ("케이블카", None)]})
    return made


def test_the_corridor_measures_vehicle_and_barge_crossings_alone(survey: Any) -> None:
    from yalu_plugin.layers.corridor.corridor_input import line_or_bundled, measure_along, measure_survey, sites_frame

    river = line_or_bundled(None)
    for measured in (measure_survey(survey, None, date(2025, 1, 1)),
                     measure_along(sites_frame(survey.layer("sites")), river)):
        assert set(measured.table["kind"]) == {"vehicle_ford", "barge_dock"} and measured.count == 4
        assert measured.not_crossings == 4 and measured.assumed_kinds == ()  # also staging area and filling station
