"""The cache of prerendered maps, and when maps are dropped from it."""

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

    maps = QgsMapSettings()
    maps.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    maps.setExtent(QgsRectangle(0, 0, 100, 100))
    maps.setOutputSize(QSize(50, 50))
    maps.setLayers(layers)
    return maps


@pytest.fixture
def maps(settings: Any) -> Any:
    """A cache with one map."""
    from qgis.PyQt.QtGui import QImage

    from yalu_plugin.gui.imagery.prerendered_maps import PrerenderedMaps

    maps, image = PrerenderedMaps(), QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(7)
    maps.store(settings, image)
    return maps


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
def test_a_repainted_layer_drops_its_maps(maps, settings, layers, which) -> None:
    layers[which].triggerRepaint()
    assert maps.find(settings).isNull()


def test_a_closed_layer_frees_the_memory_of_its_maps(maps, settings, layers) -> None:
    from yalu_plugin.gui.imagery.prerendered_maps import _key

    key = _key(settings)
    assert maps._cache.hasCacheImage(key)
    settings.setLayers([])
    layers.pop()
    assert not maps._cache.hasCacheImage(key)
