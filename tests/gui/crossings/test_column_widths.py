"""The first widths of the list's columns in a narrow panel: names and figures come before a state's longest word."""

from __future__ import annotations

from typing import Any

import pytest

LIST = 272  # pixels, in a panel of 300
LETTERS_PX = 11  # as in a window on a usual screen
LONGER = 1.4  # times, as German is
WORDS = ("Present", "Absent", "Washed out", "Not observable", "Under construction", "Not known")


@pytest.fixture
def listed(bench: Any, window: Any, qgis_app: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function: the list, so many pixels wide, with the words of states as `said`."""
    from qgis.PyQt.QtGui import QFont

    from yalu_plugin.gui.crossings import site_columns
    from yalu_plugin.gui.crossings.sites_list import SitesList

    plain, font = site_columns.state_label, QFont("Open Sans")
    font.setPixelSize(LETTERS_PX)

    def at(width: int, said: Any) -> Any:
        monkeypatch.setattr(site_columns, "state_label", lambda *of: said(plain(*of)))
        qgis_app.setFont(font)
        made = SitesList(bench)
        made.show_facts(bench.session.facts, None, bench.river.positions)
        window.centralWidget().layout().addWidget(made)
        made.setFixedWidth(width + made.width() - made.viewport().width())
        qgis_app.processEvents()
        made.setFixedWidth(width + made.width() - made.viewport().width())
        qgis_app.processEvents()
        assert made.viewport().width() == width
        return made

    before = qgis_app.font()
    yield at
    qgis_app.setFont(before)


def longer(word: str) -> str:
    return word + ("äußergewöhnlich" * 3)[:round(len(word) * (LONGER - 1))]


KOREAN = {"Present": "있음", "Absent": "없음", "Washed out": "유실됨", "Not observable": "관측 불가",
          "Under construction": "건설 중", "Not known": "알 수 없음"}
LANGUAGES = {"English": str, "German-length": longer, "Korean": lambda word: KOREAN.get(word, word)}


def widths(made: Any) -> dict[str, int]:
    from yalu_plugin.gui.crossings.site_columns import KEYS

    return {KEYS[column]: made.columnWidth(column) for column in made.shown_columns()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_figures_are_whole_before_the_longest_state_is(listed: Any, language: str) -> None:
    from yalu_plugin.gui.crossings.column_widths import TEXT_MARGIN, ICON

    said = LANGUAGES[language]
    made = listed(LIST, said)
    need, found = made.fontMetrics().horizontalAdvance, widths(made)
    assert found["name"] - ICON >= need("SYNTHETIC barge 6") + TEXT_MARGIN
    assert found["km"] >= need("-888.88") + TEXT_MARGIN
    assert found["state"] >= need(said("Present")) + TEXT_MARGIN
    assert sum(found.values()) == LIST and made.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_room_every_state_is_whole_and_the_rest_is_for_names(listed: Any, language: str) -> None:
    from yalu_plugin.gui.crossings.column_widths import TEXT_MARGIN

    said = LANGUAGES[language]
    made = listed(600, said)
    need, found = made.fontMetrics().horizontalAdvance, widths(made)
    longest = max(need(said(word)) for word in WORDS)
    assert longest + TEXT_MARGIN <= found["state"] <= longest + TEXT_MARGIN + 40  # not what is left: that is the names'
    assert sum(found.values()) == 600


def test_what_the_user_draws_stays_and_the_rest_gives_way(listed: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.crossings.site_columns import KEYS

    made = listed(LIST, str)
    made.horizontalHeader().resizeSection(KEYS.index("state"), 100)
    qgis_app.processEvents()
    assert widths(made)["state"] == 100 and sum(widths(made).values()) == LIST


def test_in_a_wide_list_no_column_is_cut_while_there_is_room(window: Any, qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QStandardItemModel
    from qgis.PyQt.QtWidgets import QTableView

    from yalu_plugin.gui.crossings.column_widths import ColumnWidths

    table = QTableView(window)
    longest = [(text,) for text in ("A name of a site", *["Vehicle crossing"] * 6, "2025-12-20")]
    table.setModel(QStandardItemModel(0, len(longest)))
    widths = ColumnWidths(table, 0, longest, {7}, [""] * len(longest))
    table.show()
    for width, cut in ((widths.full_width() + 60, False), (widths.whole() // 2, True)):
        table.resize(width, 200)
        widths.fit()
        assert (table.columnWidth(1) < widths._wanted_widths[1]) == cut
        assert table.columnWidth(7) == widths._wanted_widths[7]
        across = sum(map(table.columnWidth, range(len(longest))))
        assert across <= table.viewport().width() or cut
