"""The page of a site's location: all notations, chainage, county and neighbouring crossings."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from yalu_plugin.core.decimals import metres_or_km
from yalu_plugin.core.plain_text import in_sentence, one_line
from yalu_plugin.core.published import Row
from yalu_plugin.core.survey.geopackage_wkt import lonlat_of
from yalu_plugin.core.survey.retired import as_of, is_retired
from yalu_plugin.gui.coordinate_copy import CoordinateCopy
from yalu_plugin.gui.labels import plain_label, wrapping_label
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.coordinates import NOTATIONS, Notation, notations
from yalu_plugin.layers.display_names import site_name
from yalu_plugin.layers.survey.survey_sites import wgs84_measure
from yalu_plugin.paths import resource
from yalu_plugin.workbench import Workbench


class PlacePage(QWidget):
    """Shows where a site lies. `go_to` selects a site by id and centres the map on it."""

    def __init__(self, workbench: Workbench, messages: Messages, go_to: Callable[[str], None]) -> None:
        super().__init__()
        self._workbench, self._copy, self._go_to = workbench, CoordinateCopy(messages), go_to
        self._rows: dict[str, tuple[QLabel, QLabel, QToolButton]] = {}  # by the key of a notation
        self._grid = QGridLayout()
        self._grid.setColumnStretch(3, 1)
        self._along = wrapping_label("yalu_site_along")
        self._neighbours = {direction: self._neighbour_button(direction) for direction in ("upstream", "downstream")}
        column = QVBoxLayout(self)
        column.addLayout(self._grid)
        column.addWidget(self._along)
        column.addWidget(plain_label(tr("Next crossings along the river: a click goes there")))
        for button in self._neighbours.values():
            column.addWidget(button)
        column.addStretch()

    def _neighbour_button(self, direction: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName(f"yalu_neighbour_{direction}")
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._go_to(button.property("site")))
        return button

    def show_site(self, site: Row | None) -> None:
        """Show the location of this site, or nothing for None."""
        place = QgsPointXY(*lonlat_of(site["geom"])) if site is not None and site.get("geom") else None
        self._show_notations(notations(place) if place is not None else [])
        self._along.setText("\n".join(self._lines(site, place)))
        up, down = self._next_crossings(site) if site is not None else (None, None)
        for direction, other in (("upstream", up), ("downstream", down)):
            self._show_neighbour(direction, site, other)

    def _show_notations(self, found: list[Notation]) -> None:
        texts = {one.key: one.text for one in found}
        for one in found:
            if one.key not in self._rows:
                self._rows[one.key] = self._row(one)
        for key, (title, text, button) in self._rows.items():
            text.setText(texts.get(key, ""))
            for widget in (title, text, button):
                widget.setVisible(key in texts)

    def _row(self, one: Notation) -> tuple[QLabel, QLabel, QToolButton]:
        title, text = plain_label(one.title), plain_label(name=f"yalu_place_{one.key}")
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setAccessibleName(one.title)
        row = title, text, self._copy_button(one, text)
        at = list(NOTATIONS).index(one.key)
        for column, widget in enumerate(row):
            self._grid.addWidget(widget, at, column)
        return row

    def _copy_button(self, one: Notation, text: QLabel) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"yalu_copy_{one.key}")
        button.setIcon(QIcon(str(resource("icons", "copy.svg"))))
        button.setAutoRaise(True)
        button.setToolTip(tr("Copy: {title}").format(title=one.title))
        button.setAccessibleName(button.toolTip())
        button.clicked.connect(lambda: self._copy.copy_text(text.text()))
        return button

    def _lines(self, site: Row | None, place: QgsPointXY | None) -> list[str]:
        from yalu_plugin.layers.layouts.sheet_texts import county  # lazy, to keep startup fast

        if site is None:
            return []
        river = self._workbench.river
        name, certain = river.positions.county_of(site)
        km, accuracy = river.chainages.get(site["id"]), site["location_accuracy_m"]
        return [tr("Where this site lies is not known.") if place is None
                else tr("WGS 84, latitude first; accuracy {metres:g} m").format(metres=round(accuracy, 1)) if accuracy
                else tr("WGS 84, latitude first; accuracy not stated"),
                tr("No chainage") if km is None else tr("km {km:.2f} along the river").format(km=km),
                county(site, {"county": name, "county_certain": certain})]

    def _next_crossings(self, site: Row) -> tuple[Row | None, Row | None]:
        """Return the next crossings up- and downstream of a site that are not retired on the day on screen."""
        bench, day = self._workbench, as_of(self._workbench.imagery.day)
        facts = bench.session.need_facts()
        retired_ids = {name for name, last in facts.retirements().items() if is_retired({"retired_on": last}, day)}
        up, down = bench.river.positions.neighbours(site["id"], retired_ids)
        return facts.row("sites", up) if up else None, facts.row("sites", down) if down else None

    def _show_neighbour(self, direction: str, site: Row | None, other: Row | None) -> None:
        button = self._neighbours[direction]
        label = tr("Upstream") if direction == "upstream" else tr("Downstream")
        if site is None or other is None:
            text = tr("{heading}: no further crossing known").format(heading=label)
        else:
            km = self._workbench.river.chainages
            straight = wgs84_measure().measureLine(*(QgsPointXY(*lonlat_of(row["geom"])) for row in (site, other)))
            text = tr("{heading}: {name}, {along} along the river, {straight} straight").format(
                heading=label, name=in_sentence(one_line(site_name(other), 60)), straight=metres_or_km(straight),
                along=metres_or_km(1000 * abs(km[other["id"]] - km[site["id"]])))
        button.setText(text.replace("&", "&&"))
        button.setAccessibleName(text)
        button.setProperty("site", other["id"] if other is not None else "")
        button.setEnabled(other is not None)
