"""The date field: a whole day typed or pasted over another one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest


@pytest.fixture
def field(qgis_app: Any) -> Any:
    from yalu_plugin.gui.date_field import DateField

    field = DateField(date(2025, 2, 20))
    field.show()
    return field


def test_a_day_typed_over_another_keeps_its_year(field: Any, qt: Any) -> None:
    chosen: list[date] = []
    field.chosen.connect(chosen.append)
    qt.key(field, qt.Qt.Key.Key_A, qt.Qt.KeyboardModifier.ControlModifier)
    qt.QTest.keyClicks(field, "2024-02-15")
    assert field.day() == date(2024, 2, 15) and not chosen
    qt.key(field, qt.Qt.Key.Key_Return)
    assert chosen == [date(2024, 2, 15)]


def test_a_day_typed_in_front_of_another_replaces_it(field: Any, qt: Any) -> None:
    qt.key(field, qt.Qt.Key.Key_Home)
    qt.QTest.keyClicks(field, "2024-02-15")
    assert field.day() == date(2024, 2, 15)


def test_two_days_are_invalid(field: Any, qt: Any) -> None:
    qt.key(field, qt.Qt.Key.Key_End)
    qt.QTest.keyClicks(field, "2024-02-15")
    assert field.day() is None and not field.is_valid()


@pytest.mark.parametrize("text", ["2024-02-15", " 2024-02-15\n", "20240215"])
def test_a_pasted_day(field: Any, qt: Any, text: str, qgis_app: Any) -> None:
    qgis_app.clipboard().setText(text)
    field.selectAll()
    qt.key(field, qt.Qt.Key.Key_V, qt.Qt.KeyboardModifier.ControlModifier)
    assert field.day() == date(2024, 2, 15)


def test_texts_that_are_not_a_day(field: Any) -> None:
    for text in ("2024-02-30", "2024-02", "15.02.2024", ""):
        field.setText(text)
        assert field.day() is None and not field.is_valid(), text


def test_arrows_go_to_the_next_and_previous_day(field: Any, qt: Any) -> None:
    field.set_day(date(2024, 2, 29))
    qt.key(field, qt.Qt.Key.Key_Up)
    assert field.day() == date(2024, 3, 1)
    qt.key(field, qt.Qt.Key.Key_Down)
    assert field.day() == date(2024, 2, 29)


def test_an_optional_field_may_be_empty(qgis_app: Any) -> None:
    from yalu_plugin.gui.date_field import DateField

    field = DateField(may_be_empty=True)
    assert field.is_valid() and field.day() is None and field.placeholderText() == "Any"


def test_leaving_an_unchanged_field_chooses_nothing(field: Any, qt: Any) -> None:
    chosen: list[date] = []
    field.chosen.connect(chosen.append)
    field.editingFinished.emit()  # as Qt does when the focus goes elsewhere
    assert chosen == []
    qt.key(field, qt.Qt.Key.Key_Up)
    field.editingFinished.emit()
    assert chosen == [date(2025, 2, 21)]
    field.set_day(date(2020, 9, 13))  # set by the program, not by the user
    field.editingFinished.emit()
    assert chosen == [date(2025, 2, 21)]
    qt.key(field, qt.Qt.Key.Key_Return)
    assert chosen == [date(2025, 2, 21), date(2020, 9, 13)]
