"""The initial column widths in a narrow panel: names and figures come before the longest label of a state."""

from __future__ import annotations

from typing import Any

import pytest

LIST = 272  # pixels, in a panel of 300
FONT_PX = 11  # as in a window on a usual screen
LONGER = 1.4  # times, as German is
LABELS = ("Present", "Absent", "Washed out", "Not observable", "Under construction", "Not known")


@pytest.fixture
def listed(bench: Any, window: Any, qgis_app: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A function that returns the list at a width in pixels, with the labels of states converted by `label`."""
    from qgis.PyQt.QtGui import QFont

    from yalu_plugin.gui.crossings import site_columns
    from yalu_plugin.gui.crossings.sites_list import SitesList

    plain, font = site_columns.state_label, QFont("Open Sans")
    font.setPixelSize(FONT_PX)

    def at(width: int, label: Any) -> Any:
        monkeypatch.setattr(site_columns, "state_label", lambda *of: label(plain(*of)))
        qgis_app.setFont(font)
        sites = SitesList(bench)
        sites.show_facts(bench.session.facts, None, bench.river.positions)
        window.centralWidget().layout().addWidget(sites)
        sites.setFixedWidth(width + sites.width() - sites.viewport().width())
        qgis_app.processEvents()
        sites.setFixedWidth(width + sites.width() - sites.viewport().width())
        qgis_app.processEvents()
        assert sites.viewport().width() == width
        return sites

    before = qgis_app.font()
    yield at
    qgis_app.setFont(before)


def longer(word: str) -> str:
    return word + ("äußergewöhnlich" * 3)[:round(len(word) * (LONGER - 1))]


KOREAN = {"Present": "있음", "Absent": "없음", "Washed out": "유실됨", "Not observable": "관측 불가",
          "Under construction": "건설 중", "Not known": "알 수 없음"}
LANGUAGES = {"English": str, "German-length": longer, "Korean": lambda word: KOREAN.get(word, word)}


def widths(sites: Any) -> dict[str, int]:
    from yalu_plugin.gui.crossings.site_columns import KEYS

    return {KEYS[column]: sites.columnWidth(column) for column in sites.shown_columns()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_and_figures_are_shown_in_full_before_the_longest_state(listed: Any, language: str) -> None:
    from yalu_plugin.gui.crossings.column_widths import ICON, TEXT_MARGIN

    label = LANGUAGES[language]
    sites = listed(LIST, label)
    need, found = sites.fontMetrics().horizontalAdvance, widths(sites)
    assert found["name"] - ICON >= need("SYNTHETIC barge 6") + TEXT_MARGIN
    assert found["km"] >= need("-888.88") + TEXT_MARGIN
    assert found["state"] >= need(label("Present")) + TEXT_MARGIN
    assert sum(found.values()) == LIST and sites.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_space_states_are_shown_in_full_and_names_get_the_rest(listed: Any, language: str) -> None:
    from yalu_plugin.gui.crossings.column_widths import TEXT_MARGIN

    label = LANGUAGES[language]
    sites = listed(600, label)
    need, found = sites.fontMetrics().horizontalAdvance, widths(sites)
    longest = max(need(label(text)) for text in LABELS)
    assert longest + TEXT_MARGIN <= found["state"] <= longest + TEXT_MARGIN + 40  # the rest of the width is for names
    assert sum(found.values()) == 600


def test_a_width_set_by_the_user_is_kept_and_others_adapt(listed: Any, qgis_app: Any) -> None:
    from yalu_plugin.gui.crossings.site_columns import KEYS

    sites = listed(LIST, str)
    sites.horizontalHeader().resizeSection(KEYS.index("state"), 100)
    qgis_app.processEvents()
    assert widths(sites)["state"] == 100 and sum(widths(sites).values()) == LIST


def test_in_a_wide_list_no_column_is_cut_while_there_is_space(window: Any, qgis_app: Any) -> None:
    from qgis.PyQt.QtGui import QStandardItemModel
    from qgis.PyQt.QtWidgets import QTableView

    from yalu_plugin.gui.crossings.column_widths import ColumnWidths

    table = QTableView(window)
    longest = [(text,) for text in ("A name of a site", *["Vehicle crossing"] * 6, "2025-12-20")]
    table.setModel(QStandardItemModel(0, len(longest)))
    widths = ColumnWidths(table, 0, longest, {7}, [""] * len(longest))
    table.show()
    for width, cut in ((widths.full_width() + 60, False), (widths.full_width() // 2, True)):
        table.resize(width, 200)
        widths.fit()
        assert (table.columnWidth(1) < widths._wanted_widths[1]) == cut
        assert table.columnWidth(7) == widths._wanted_widths[7]
        across = sum(map(table.columnWidth, range(len(longest))))
        assert across <= table.viewport().width() or cut
