"""The font of a text is reduced only as far as needed."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")


@pytest.mark.parametrize("characters", [0, 20, 100, 200, 400, 600, 900, 5_000])
def test_the_size_is_the_largest_that_fits(qgis_app, characters):
    from qgis.core import QgsLayoutItemLabel, QgsPrintLayout, QgsProject, QgsTextFormat
    from qgis.PyQt.QtCore import QRectF

    from yalu_plugin.layers.layouts.text_fit import SMALLEST_PT, STEP_PT, fit_text, height_mm

    project = QgsProject()
    layout = QgsPrintLayout(project)
    label, text_format = QgsLayoutItemLabel(layout), QgsTextFormat()
    text_format.setSize(12)
    label.setTextFormat(text_format)
    label.attemptSetSceneRect(QRectF(0, 0, 80, 30))
    label.setText(("word " * 1_000)[:characters])
    fit_text(label)
    size = label.textFormat().size()
    assert SMALLEST_PT <= size <= 12 and (12 - size) % STEP_PT == 0
    if size > SMALLEST_PT:
        assert height_mm(label) <= 30
    if size < 12:
        text_format.setSize(size + STEP_PT)
        label.setTextFormat(text_format)
        assert height_mm(label) > 30
    assert (size == 12) == (characters <= 100) and (size == SMALLEST_PT) == (characters == 5_000)
