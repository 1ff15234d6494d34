"""Labels of one line: what is elided where there is no space, and what never is."""

from __future__ import annotations

from typing import Any

import pytest

LINE, DAY = "2025-07-30 UTC · acquired (date from the image's own metadata) · SYNTHETIC", "2025-07-30 UTC"


def label_of(width: int, text: str, prefix: str) -> Any:
    from yalu_plugin.gui.labels import ElidedLabel

    label = ElidedLabel("label")
    label.show_text(text, prefix=prefix)
    label.resize(width, 20)
    return label


@pytest.mark.parametrize("part", [0.3, 0.5, 0.8])
def test_a_date_is_never_elided(qgis_app: Any, part: float) -> None:
    whole = label_of(0, LINE, DAY).sizeHint().width()
    label = label_of(round(part * whole), LINE, DAY)
    assert label.shown().startswith(DAY) and "…" in label.shown() and label.shown().endswith("C")
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= label.width()
    assert not label_of(round(0.25 * whole), LINE, "").shown().startswith(DAY)


def test_the_minimum_width_fits_the_date(qgis_app: Any) -> None:
    label = label_of(0, LINE, DAY)
    label.resize(label.minimumSizeHint())
    assert label.shown().startswith(DAY) and label.minimumSizeHint().width() < label.sizeHint().width() / 2


def test_with_enough_space_nothing_is_elided(qgis_app: Any) -> None:
    label = label_of(0, LINE, DAY)
    label.resize(label.sizeHint().width() + 2, 20)
    assert label.shown() == LINE
