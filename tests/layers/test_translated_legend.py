"""Kinds and states in QGIS' layer tree are in the window's language."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def labels(qgis_app, tmp_path, monkeypatch):
    """A function: the labels of a layer's classes, by value, in a project whose window translates `words`."""
    from qgis.core import QgsProject

    from yalu_plugin.layers import project as module
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "survey")

    def found(role, words):
        monkeypatch.setattr(module, "tr", lambda text: words.get(text, text))
        project = QgsProject()
        module.add_survey(project, survey)
        renderer = module.layer_with_role(project, role).renderer()
        return {category.value(): category.label() for category in renderer.categories()}

    return found


def test_states_and_kinds_are_translated(labels):
    assert labels("site_states", {"Present": "있음"})["present"] == "있음"
    assert labels("sites", {"Barge crossing": "바지선 도하 지점"})["barge_dock"] == "바지선 도하 지점"


def test_what_has_no_translation_stays(labels):
    assert labels("site_states", {})["washed_out"] == "Washed out"


def test_one_value_has_another_label_in_another_layer(labels):
    words = {"Other site": "site", "Other object": "object"}
    assert (labels("sites", words)["other"], labels("marks", words)["other"]) == ("site", "object")
