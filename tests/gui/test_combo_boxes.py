"""Combo boxes whose texts are wider than the box."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def boxes(qgis_app: Any) -> Any:
    """A function that draws an ElidedBox and a QComboBox of the same size, each with a text."""
    from qgis.PyQt.QtWidgets import QComboBox

    from yalu_plugin.gui.combo_boxes import ElidedBox

    def draw(ours: str, qts: str, selected: bool = True) -> tuple[Any, Any]:
        pictures = []
        for box, text in ((ElidedBox(), ours), (QComboBox(), qts)):
            box.addItem(text)
            box.setCurrentIndex(0 if selected else -1)
            box.resize(150, 26)
            pictures.append(box.grab().toImage())
        return pictures[0], pictures[1]

    return draw


def test_a_long_text_ends_in_an_ellipsis(boxes: Any) -> None:
    text = "2020-09-13 UTC · sentinel-2 · acquired · STAC"
    ours, cut_within_a_letter = boxes(text, text)
    assert ours != cut_within_a_letter
    shown = [text[:length] for length in range(len(text))
             if len(set(map(_bits, boxes(text, text[:length] + "…")))) == 1]
    assert len(shown) == 1 and len("2020-09-13") < len(shown[0]) < len(text)


def test_a_text_that_fits_is_drawn_as_qt_does(boxes: Any) -> None:
    ours, qts = boxes("2020-09-13", "2020-09-13")
    assert ours == qts


def test_it_asks_for_the_width_of_a_day(qgis_app: Any) -> None:
    from yalu_plugin.gui.combo_boxes import ElidedBox

    box = ElidedBox()
    box.addItem("x" * 300)
    assert box.fontMetrics().horizontalAdvance("2020-09-13") < box.minimumSizeHint().width() < 200


def _bits(image: Any) -> bytes:
    return bytes(image.constBits().asstring(image.sizeInBytes()))
