"""Letters become smaller until a text fits, in a few trials, however long it is."""

from __future__ import annotations

import pytest

pytest.importorskip("qgis")


@pytest.fixture
def label(qgis_app):
    from qgis.core import QgsLayoutItemLabel, QgsLayoutSize, QgsPrintLayout, QgsProject, QgsTextFormat

    layout = QgsPrintLayout(QgsProject.instance())
    made = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(made)
    made.attemptResize(QgsLayoutSize(100, 12))
    letters = QgsTextFormat()
    letters.setSize(20)
    made.setTextFormat(letters)
    yield made
    layout.clear()


def fitted(label, text, monkeypatch):
    """The size of the letters, and how often the text was measured."""
    from yalu_plugin.layers.layouts import fit

    trials, height = [], fit.height_mm
    monkeypatch.setattr(fit, "height_mm", lambda *given: (trials.append(1), height(*given))[1])
    label.setText(text)
    fit.fit_text(label)
    return label.textFormat().size(), len(trials), height(label)


def test_a_text_that_fits_keeps_its_letters(label, monkeypatch):
    assert fitted(label, "Yalu", monkeypatch)[:2] == (20, 1)


def test_the_largest_letters_that_fit(label, monkeypatch):
    from yalu_plugin.layers.layouts.fit import STEP_PT, height_mm

    size, _, height = fitted(label, "A title of a map that needs two lines of letters " * 2, monkeypatch)
    assert 4.5 < size < 20 and height <= 12
    letters = label.textFormat()
    letters.setSize(size + STEP_PT)
    label.setTextFormat(letters)
    assert height_mm(label) > 12


def test_two_thousand_characters_are_measured_a_few_times(label, monkeypatch):
    size, trials, _ = fitted(label, "A very long title " * 111, monkeypatch)
    assert size == 4.5 and trials <= 8
