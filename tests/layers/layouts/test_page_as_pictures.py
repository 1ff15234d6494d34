"""The maps of a page in a preview are drawn in QGIS' own threads, and the page looks as in the export."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("qgis")

sys.path.insert(0, str(Path(__file__).resolve().parent))

from test_dense_layers import most_apart  # noqa: E402

DAY, DPI, SIZE = date(2025, 7, 30), 85.0, (1000, 707)


@pytest.fixture
def layout(project_of, tmp_path, synthetic_sites):
    """The overview of 43 sites."""
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "many.gpkg", "SYNTHETIC", published=False)
    survey.change("test", {"sites": synthetic_sites(43)})
    return build_overview(project_of(survey), survey, DAY)


@pytest.fixture
def feedback(qgis_app):
    from qgis.core import QgsFeedback

    return QgsFeedback()


def maps(layout):
    from qgis.core import QgsLayoutItemMap

    return [item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.isVisible()]


def layers(layout):
    return {item.id(): [layer.id() for layer in item.layers()] for item in maps(layout)}


def page(layout):
    from qgis.core import QgsLayoutExporter
    from qgis.PyQt.QtCore import QSize

    return QgsLayoutExporter(layout).renderPageToImage(0, QSize(*SIZE))


def test_a_map_is_one_picture_while_its_page_is_drawn(layout, feedback):
    from yalu_plugin.layers.layouts.dense_layers import page_as_pictures
    from yalu_plugin.layers.layouts.picture_layer import PictureLayer

    before, plain = layers(layout), page(layout)
    assert len(before) >= 2 and all(len(shown) > 3 for shown in before.values())
    with page_as_pictures(layout, DPI, feedback):
        assert all(isinstance(layer, PictureLayer) for item in maps(layout) for layer in item.layers())
        drawn = page(layout)
    assert layers(layout) == before
    assert most_apart(plain, drawn) < 80


def test_a_map_that_is_turned_is_left_as_it_is(layout, feedback):
    from yalu_plugin.layers.layouts.dense_layers import page_as_pictures

    turned, *_ = maps(layout)
    turned.setMapRotation(30)
    before = layers(layout)
    with page_as_pictures(layout, DPI, feedback):
        assert layers(layout)[turned.id()] == before[turned.id()]


def test_a_cancel_restores_the_layers(layout, feedback):
    from yalu_plugin.layers.layouts.dense_layers import page_as_pictures
    from yalu_plugin.layers.layouts.event_pump import ExportCancelled

    before = layers(layout)
    polls = []

    def hear(_percent):
        polls.append(1)
        if len(polls) == 3:
            feedback.cancel()

    feedback.progressChanged.connect(hear)
    with pytest.raises(ExportCancelled), page_as_pictures(layout, DPI, feedback):
        pass
    assert layers(layout) == before


def test_the_preview_draws_its_maps_so(layout, feedback, monkeypatch):
    from yalu_plugin.gui.export import preview
    from yalu_plugin.layers.layouts.picture_layer import PictureLayer

    seen, drawn = [], preview._draw
    monkeypatch.setattr(preview, "_draw", lambda page: (
        seen.append({type(one) for item in maps(page) for one in item.layers()}), drawn(page))[1])
    shown = preview.Preview(None)
    shown.show_pages([layout], feedback)
    assert seen == [{PictureLayer}]
