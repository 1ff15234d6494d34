"""The dialog to type how far up or down the river a site was rebuilt, with a preview of the place."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.core import QgsPointXY
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from yalu_plugin.core.decimals import metres_or_km
from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.labels import fit_texts, plain_label, wrapping_label
from yalu_plugin.i18n import error_text, tr

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.moved_along import Moved

WIDTH, FARTHEST, STEP, DIGITS = 460, 1_000_000, 10, 6  # pixels; metres; of a degree


class SuccessorDialog(QDialog):
    """Asks for a distance along the river; `place` is the result, None while invalid.

    `name` is the site's name. `move` returns the place a number of metres downstream (negative: upstream) of the site.
    `show_place` shows a place on the map, or none.
    """

    def __init__(self, parent: QWidget, name: str, move: Callable[[float], Moved],
                 show_place: Callable[[QgsPointXY | None], None]) -> None:
        super().__init__(parent)
        self.setObjectName("yalu_successor_dialog")
        self.setWindowTitle(tr("Rebuilt along the river"))
        self._move, self._show_place = move, show_place
        self.place: QgsPointXY | None = None  # EPSG:4326
        about = wrapping_label("yalu_successor_about")
        about.setText(tr("{site} was rebuilt so far along the river, on the same side of the river line and as far "
                         "from it. The new site replaces it; that it was seen is recorded apart.").format(site=name))
        self._metres = QSpinBox()
        self._metres.setObjectName("yalu_successor_metres")
        self._metres.setRange(0, FARTHEST)
        self._metres.setSingleStep(STEP)
        self._metres.setSuffix(tr(" m"))
        self._direction = QComboBox()
        self._direction.setObjectName("yalu_successor_way")
        for label, sign in ((tr("Downstream"), 1), (tr("Upstream"), -1)):
            self._direction.addItem(label, sign)
        self._found = wrapping_label("yalu_successor_place")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self._lay_out(about)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _: show_place(None))
        self._metres.valueChanged.connect(self._show)
        self._direction.currentIndexChanged.connect(self._show)
        fit_texts(self, WIDTH)
        self._metres.selectAll()
        self._show()

    def _lay_out(self, about: QWidget) -> None:
        form = QFormLayout()
        for text, field in ((tr("Distance along the river"), self._metres), (tr("Direction"), self._direction)):
            field.setAccessibleName(text)
            form.addRow(plain_label(text), field)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self._found)
        column.addWidget(self._buttons)
        lines = self._found.fontMetrics().lineSpacing()
        self._found.setMinimumHeight(3 * lines)  # of text, so that the window does not resize

    def _show(self, *_: object) -> None:
        self.place = None
        metres = self._metres.value()
        if metres:
            try:
                moved = self._move(metres * self._direction.currentData())
            except YaluError as error:
                self._found.setText(error_text(error))
            else:
                self.place = QgsPointXY(*moved.lonlat)
                self._found.setText(_place_text(moved))
        else:
            self._found.setText(tr("Type the distance."))
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.place is not None)
        self._show_place(self.place)
        if self.isVisible():
            fit_texts(self)


def _place_text(moved: Moved) -> str:
    lon, lat = moved.lonlat
    text = tr("New place: {place} (latitude, longitude, WGS 84): {along:.0f} m downstream along the river, "
              "{straight:.0f} m straight, {offset} from the river line.") if moved.along_m >= 0 else \
        tr("New place: {place} (latitude, longitude, WGS 84): {along:.0f} m upstream along the river, "
           "{straight:.0f} m straight, {offset} from the river line.")
    return text.format(place=f"{lat:.{DIGITS}f}, {lon:.{DIGITS}f}", along=abs(moved.along_m),
                       straight=moved.straight_m, offset=metres_or_km(moved.offset_m))
