from __future__ import annotations

import pytest

from tests.stac_server import send, serving


@pytest.fixture
def server(qgis_app, data):
    with serving(data / "s2_romania") as running:
        yield running


@pytest.fixture
def survey(new_survey, tmp_path):
    return new_survey(tmp_path / "survey.gpkg", "Test")


def run(server, survey, cancel=False, **parameters):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.search_stac import SearchStac

    feedback = QgsProcessingFeedback(False)
    if cancel:
        feedback.cancel()
    given = {"URL": server.api, "SURVEY": str(survey.path), **parameters}
    result, good = SearchStac().create().run(given, QgsProcessingContext(), feedback, catchExceptions=False)
    assert good
    return result, feedback


def test_scenes_come_into_the_survey(server, survey):
    result, feedback = run(server, survey, COLLECTIONS=" s2-romania, ", EXTENT="22.14,22.16,45.19,45.21 [EPSG:4326]",
                           START="2016-10-14", END="2017-06-06")
    assert result == {"SCENES": 2}
    assert sorted(row["acquired_from"] for row in survey.rows("images")) == [
        "2016-10-14T00:00:00Z", "2017-06-06T00:00:00Z"]
    assert "2 dated and 0 undated images, 2 of them new to the survey." in feedback.textLog()
    assert server.requests[1][2]["bbox"] == [22.14, 45.19, 22.16, 45.21]
    assert run(server, survey)[0] == {"SCENES": 16}
    assert len(survey.rows("images")) == 16


def test_the_area_may_be_in_any_crs(server, survey):
    assert run(server, survey, EXTENT="2464600,2466900,5652800,5656000 [EPSG:3857]")[0] == {"SCENES": 16}
    assert run(server, survey, EXTENT="13900000,13950000,5100000,5150000 [EPSG:3857]")[0] == {"SCENES": 0}


def test_cloudy_scenes_are_left_out(server, survey):
    clouds = [item["properties"]["eo:cloud_cover"] for item in server.items]
    assert run(server, survey, MAX_CLOUD=5)[0] == {"SCENES": sum(cloud <= 5 for cloud in clouds)}


def test_a_fault_stops_it_with_one_line(server, survey):
    from qgis.core import QgsProcessingException

    server.faults["/api"] = lambda handler: send(handler, b"", 500)
    with pytest.raises(QgsProcessingException, match=r"failed \(HTTP 500\)"):
        run(server, survey)
    assert survey.rows("images") == []


def test_an_address_with_a_key_is_not_searched(server, survey):
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException, match="looks like a key"):
        run(server, survey, URL=f"{server.api}?api_key=hidden")
    assert server.requests == []


def test_a_cancelled_run_writes_nothing(server, survey):
    assert run(server, survey, cancel=True)[0] == {}
    assert survey.rows("images") == []
