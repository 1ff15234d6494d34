"""What is kept of maps drawn ahead, and when it goes."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def layers(qgis_app: Any) -> list[Any]:
    from qgis.core import QgsVectorLayer

    return [QgsVectorLayer("Point?crs=EPSG:3857", name, "memory") for name in ("over", "under")]


@pytest.fixture
def settings(layers: list[Any]) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem, QgsMapSettings, QgsRectangle
    from qgis.PyQt.QtCore import QSize

    made = QgsMapSettings()
    made.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    made.setExtent(QgsRectangle(0, 0, 100, 100))
    made.setOutputSize(QSize(50, 50))
    made.setLayers(layers)
    return made


@pytest.fixture
def maps(settings: Any) -> Any:
    """With one map in it."""
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.gui.imagery.prerendered_maps import PrerenderedMaps

    made, image = PrerenderedMaps(), QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(7)
    made.store(settings, image)
    return made


def test_a_map_is_found_again(maps, settings) -> None:
    assert maps.find(settings).pixel(20, 20) == 0xFF000007


def test_other_layers_and_days_are_other_maps(maps, settings, layers) -> None:
    from datetime import date

    from qgis.core import QgsMapSettings

    from yalu_plugin.layers.temporal import day_range

    other = QgsMapSettings(settings)
    other.setLayers(layers[:1])
    assert maps.find(other).isNull()
    other = QgsMapSettings(settings)
    other.setTemporalRange(day_range(date(2024, 8, 2), date(2024, 8, 2)))
    assert maps.find(other).isNull()
    assert not maps.find(settings).isNull()


def test_another_view_empties_it(maps, settings) -> None:
    from qgis.core import QgsMapSettings, QgsRectangle

    other = QgsMapSettings(settings)
    other.setExtent(QgsRectangle(0, 0, 101, 101))
    assert maps.find(other).isNull()
    assert maps.find(settings).isNull()


@pytest.mark.parametrize("which", [0, 1])
def test_a_layer_drawn_anew_takes_its_maps_along(maps, settings, layers, which) -> None:
    layers[which].triggerRepaint()
    assert maps.find(settings).isNull()


def test_a_closed_layer_frees_the_memory_of_its_maps(maps, settings, layers) -> None:
    from yalu_plugin.gui.imagery.prerendered_maps import _key

    key = _key(settings)
    assert maps._cache.hasCacheImage(key)
    settings.setLayers([])
    layers.pop()
    assert not maps._cache.hasCacheImage(key)
