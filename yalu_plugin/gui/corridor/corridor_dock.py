"""The Corridor panel: distances between crossings, along the river and straight, and the published figures."""

from __future__ import annotations

from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.compact_panel import CompactPanel
from yalu_plugin.gui.corridor.corridor_figures import CorridorFigures
from yalu_plugin.gui.corridor.measure_along import MeasureAlong
from yalu_plugin.gui.corridor.osm_rivers import OsmRivers
from yalu_plugin.gui.corridor.trace_line import TraceLine
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.packages import PackageInstaller
from yalu_plugin.i18n import error_text, tr
from yalu_plugin.workbench import Workbench


class CorridorDock(QgsDockWidget):
    """Inputs, the figures in one line, and pages.

    Everything except the map tools is created when the panel is first shown.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 installer: PackageInstaller, parent: QWidget) -> None:
        super().__init__(tr("Corridor"), parent)
        self.setObjectName("YaluCorridorDock")
        self._workbench, self._messages, self._actions = workbench, messages, actions
        self._canvas, self._installer = canvas, installer
        self._figures = CorridorFigures(workbench, self)
        self._create_actions()
        self.visibilityChanged.connect(self._visibility_changed)

    def deactivate_tools(self) -> None:
        """Remove the tools and their items from the map (on unload)."""
        for tool in self._tools:
            tool.end()

    def _visibility_changed(self, visible: bool) -> None:
        self._visible = visible
        QTimer.singleShot(0, self._refresh)  # a panel that opens as a hidden tab is visible for a moment

    def _refresh(self) -> None:
        if self._visible:
            if self.widget() is None:
                self._create_panel()
            self._show_page(self._tabs.currentIndex())
        self._figures.set_visible(self._visible)

    def _installed(self) -> None:
        self._figures.invalidate()
        self._workbench.river.compute_chainages()  # measuring may not have been possible before

    # selection

    def _datum_selected(self, *_: object) -> None:
        river = self._workbench.river
        with self._messages.reporting():
            river.set_line(river.layer_id, self._datum.chosen(), river.bridge)

    def _sites_selected(self, index: int) -> None:
        self._figures.set_only_selected(index == 1)

    def _second_line_selected(self) -> None:
        self._figures.set_second_line(self._river.second_line(), self._river.bridge_second())

    # display

    def _show(self) -> None:
        from yalu_plugin.gui.corridor.corridor_text import (
            credit,
            datum_text,
            from_upstream_end,
            headline,
            second_line_text,
        )

        is_default = not self._workbench.river.datum_id
        measured, second, second_error = self._figures.measured, self._figures.second, self._figures.second_error
        self._status.set_text(self._figures.reason, self._figures.error)
        is_asked = self._river.ask_to_bridge(self._figures.error, second_error)
        self._headline.setText(headline(measured) if measured else "")
        self._credit.setText(credit(measured, is_default) if measured else "")
        self._credit.setToolTip(plain_tooltip(datum_text(measured, is_default)) if measured else "")
        elsewhere = measured is not None and from_upstream_end(measured, is_default)
        self._datum.set_default_text(tr("Default: upstream end") if elsewhere else tr("Default: Hyesan ford"))
        reason = error_text(second_error) if second_error and not is_asked else ""
        self._second.setText(second_line_text(second) if second else reason)
        for label in (self._headline, self._credit, self._second):
            label.setVisible(bool(label.text()))

    def _show_page(self, index: int) -> None:
        """Create the page of this tab if it does not exist yet, and show the buttons that copy or save its contents."""
        place, buttons = self._tabs.widget(index).layout(), self._export_buttons.widget(index).layout()
        if place.count() == 0:
            page = self._pages[index]()
            place.addWidget(page)
            for action in page.export_actions:
                buttons.addWidget(tool_button(action))
        self._export_buttons.setCurrentIndex(index)

    def _table_page(self) -> QWidget:
        from yalu_plugin.gui.corridor.table_page import TablePage

        return TablePage(self._workbench, self._messages, self._actions, self._figures)

    def _charts_page(self) -> QWidget:
        from yalu_plugin.gui.corridor.charts_page import ChartsPage

        return ChartsPage(self._workbench, self._messages, self._actions, self._figures, self._installer)

    def _claims_page(self) -> QWidget:
        from yalu_plugin.gui.corridor.claims_page import ClaimsPage

        return ClaimsPage(self._workbench, self._messages, self._actions, self._figures, self._installer)

    def _lists_page(self) -> QWidget:
        from yalu_plugin.gui.corridor.lists_page import ListsPage

        return ListsPage(self._workbench, self._messages, self._actions, self._installer)

    # construction

    def _create_actions(self) -> None:
        self._second_action = self._actions.add(
            "second_line", tr("Second line"), tr("Measure along a second line as well"), "second_line", checkable=True)
        arguments = (self._workbench, self._messages, self._actions, self._canvas, self)
        self._tools = OsmRivers(*arguments), TraceLine(*arguments), MeasureAlong(*arguments)

    def _create_panel(self) -> None:
        self._create_inputs()
        self._create_labels()
        self._create_tabs()
        self.setWidget(self._create_body())
        self._figures.changed.connect(self._show)
        self._installer.installed.connect(self._installed)
        self._second_line_selected()

    def _create_inputs(self) -> None:
        from yalu_plugin.gui.corridor.datum_box import DatumBox
        from yalu_plugin.gui.corridor.river_selector import RiverSelector

        self._river = RiverSelector(self._workbench, self._messages, self._second_action)
        for tool in self._tools:
            self._river.add_action(tool.action)
        self._river.second_changed.connect(self._second_line_selected)
        self._sites = _combo("yalu_corridor_sites", tr("Measure all crossings, or those selected on the map"))
        self._sites.addItems([tr("All"), tr("Selected")])
        self._sites.currentIndexChanged.connect(self._sites_selected)
        self._datum = DatumBox(self._workbench)
        self._datum.activated.connect(self._datum_selected)

    def _create_labels(self) -> None:
        from yalu_plugin.gui.corridor.status_line import StatusLine

        self._status = StatusLine(self._installer)
        self._headline = wrapping_label("yalu_corridor_headline")
        font = self._headline.font()
        font.setBold(True)
        self._headline.setFont(font)
        self._credit = wrapping_label("yalu_corridor_credit")
        self._second = wrapping_label("yalu_second_line_figures")
        font = self._credit.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        for label in (self._credit, self._second):
            label.setFont(font)

    def _create_tabs(self) -> None:
        self._tabs = QTabWidget()
        self._tabs.setObjectName("yalu_corridor_pages")
        self._tabs.setDocumentMode(True)
        tabs = ((tr("Table"), tr("The crossings in order downstream"), self._table_page),
                (tr("Charts"), tr("The crossings along the river, over time, and the gaps between them"),
                 self._charts_page),
                (tr("Claims"), tr("Published figures, and which reading of them fits"), self._claims_page),
                (tr("Lists"), tr("Two lists of crossings compared"), self._lists_page))
        self._export_buttons = QStackedWidget()
        self._export_buttons.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._pages = [make for _, _, make in tabs]
        for title, tooltip, _ in tabs:
            page = QWidget()
            QVBoxLayout(page).setContentsMargins(0, 0, 0, 0)
            self._tabs.setTabToolTip(self._tabs.addTab(page, title), tooltip)
            buttons = QWidget()
            row = QHBoxLayout(buttons)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            self._export_buttons.addWidget(buttons)
        self._tabs.currentChanged.connect(self._show_page)

    def _create_body(self) -> QWidget:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(3)
        form.addRow(_buddy(tr("River"), self._river.river), self._river)
        sites = QHBoxLayout()
        sites.setSpacing(6)
        sites.addWidget(self._sites)
        sites.addWidget(_buddy(tr("&from"), self._datum))
        sites.addWidget(self._datum, 1)
        form.addRow(_buddy(tr("Sites"), self._sites), sites)
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(6, 6, 6, 6)
        rows.setSpacing(3)
        rows.addLayout(form)
        figures = QWidget()
        lines = QVBoxLayout(figures)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        credit = QHBoxLayout()
        credit.addWidget(self._credit, 1)
        credit.addWidget(self._export_buttons, 0, Qt.AlignmentFlag.AlignRight)
        lines.addWidget(self._headline)
        lines.addLayout(credit)
        lines.addWidget(self._second)
        rows.addWidget(figures)
        rows.addWidget(self._status)
        rows.addWidget(self._tabs, 1)
        return CompactPanel(self, body, figures)


def _buddy(text: str, field: QWidget) -> QLabel:
    label = plain_label(text)
    label.setBuddy(field)
    return label


def _combo(name: str, tooltip: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setToolTip(tooltip)
    return combo
