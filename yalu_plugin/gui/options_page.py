"""The page of settings: the analyst's name, stepping through scenes, and coordinates."""

from __future__ import annotations

from qgis.core import QgsSettingsEntryInteger
from qgis.gui import QgsOptionsPageWidget, QgsSpinBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox, QVBoxLayout, QWidget

from yalu_plugin.core.imagery.zone_days import ZONES
from yalu_plugin.gui.analyst_question import AnalystFields
from yalu_plugin.i18n import tr
from yalu_plugin.layers.coordinates import notation_titles
from yalu_plugin.layers.survey.analyst import login_name
from yalu_plugin.settings import (
    COPY_NOTATION,
    CURSOR_PLACE,
    DAY_ZONE,
    PLAY_SECONDS,
    SAME_DAY,
    SCENES_AHEAD,
    SCENES_KEPT,
)
from yalu_plugin.workbench.imagery import Imagery


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings; `apply`, which QGIS calls on OK, saves them and updates the imagery."""

    def __init__(self, imagery: Imagery, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_options_page")
        self._imagery = imagery
        self._analyst = AnalystFields("yalu_analyst")
        self._analyst.name.setPlaceholderText(login_name())
        self._zone = QComboBox()
        self._zone.setObjectName("yalu_day_zone")
        self._zone.setToolTip(tr("Days of scenes are counted in this time zone, which is shown with every day. "
                                 "The survey stores UTC."))
        names = {"UTC": tr("UTC"), "Asia/Shanghai": tr("China (UTC+8)"), "Asia/Pyongyang": tr("North Korea (UTC+9)")}
        for key in ZONES:
            self._zone.addItem(names[key], key)
        self._zone.setCurrentIndex(self._zone.findData(DAY_ZONE.value()))
        self._same_day = QCheckBox(tr("Draw the scenes of one day and platform together, as one step"))
        self._same_day.setObjectName("yalu_same_day")
        self._same_day.setChecked(SAME_DAY.value())
        self._counts = {
            PLAY_SECONDS: _spin_box("yalu_play_seconds", PLAY_SECONDS, 1, 60, tr(" s"), tr(
                "How long a scene stays on screen while scenes are played")),
            SCENES_AHEAD: _spin_box("yalu_scenes_ahead", SCENES_AHEAD, 0, 10, "", tr(
                "Steps drawn ahead of time, on either side; 0 draws none ahead")),
            SCENES_KEPT: _spin_box("yalu_scenes_kept", SCENES_KEPT, 1, 50, "", tr(
                "Scenes kept open besides the one on screen, and the most drawn as one step: each takes memory")),
        }
        self._places = PlaceOptions()
        self._lay_out()

    def apply(self) -> None:
        """Save the settings and apply them to the imagery."""
        self._analyst.save()
        DAY_ZONE.setValue(self._zone.currentData())
        SAME_DAY.setValue(self._same_day.isChecked())
        for setting, box in self._counts.items():
            setting.setValue(box.value())
        self._places.save()
        self._imagery.apply_settings()

    def _lay_out(self) -> None:
        analyst = QGroupBox(tr("Analyst"))
        who = QFormLayout(analyst)
        who.addRow(tr("&Name"), self._analyst.name)
        who.addRow(tr("&Initials"), self._analyst.initials)
        group = QGroupBox(tr("Stepping through imagery"))
        form = QFormLayout(group)
        form.addRow(tr("Count &days in"), self._zone)
        form.addRow(self._same_day)
        labels = {PLAY_SECONDS: tr("&Play interval"), SCENES_AHEAD: tr("Steps drawn &ahead"),
                  SCENES_KEPT: tr("Scenes &kept open")}
        for setting, box in self._counts.items():
            form.addRow(labels[setting], box)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(analyst)
        rows.addWidget(group)
        rows.addWidget(self._places)
        rows.addStretch()


def _spin_box(name: str, setting: QgsSettingsEntryInteger, least: int, most: int, suffix: str,
              tooltip: str) -> QgsSpinBox:
    box = QgsSpinBox()
    box.setObjectName(name)
    box.setRange(least, most)
    box.setClearValue(setting.defaultValue())
    box.setSuffix(suffix)
    box.setToolTip(tooltip)
    box.setValue(setting.value())
    return box


class PlaceOptions(QGroupBox):
    """Shows the settings; `save` stores them."""

    def __init__(self) -> None:
        super().__init__(tr("Places"))
        self._notation = QComboBox()
        self._notation.setObjectName("yalu_copy_notation")
        self._notation.setToolTip(tr("The notation of Copy coordinates; its menus have the others, too. WGS 84"))
        for key, title in notation_titles().items():
            self._notation.addItem(title, key)
        self._notation.setCurrentIndex(max(0, self._notation.findData(COPY_NOTATION.value())))
        self._cursor_place = QCheckBox(tr("Show km, offset and county of the cursor in the status bar"))
        self._cursor_place.setObjectName("yalu_show_cursor_place")
        self._cursor_place.setChecked(CURSOR_PLACE.value())
        rows = QFormLayout(self)
        rows.addRow(tr("&Copy coordinates in"), self._notation)
        rows.addRow(self._cursor_place)

    def save(self) -> None:
        """Store the settings; they are used from the next click or move of the mouse on."""
        COPY_NOTATION.setValue(self._notation.currentData())
        CURSOR_PLACE.setValue(self._cursor_place.isChecked())
