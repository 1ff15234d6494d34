"""The question whether to record a state that is too small for the pixels of the scene or of the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.unresolved import Unresolved

RECORD, UNOBSERVABLE, NEITHER = "record", "not observable", ""


class ResolutionQuestion:
    """Asks once per pixel size and kind of site, and once for maps, until the window is closed."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._answered: set[tuple[float, str]] = set()

    def ask(self, about: Unresolved | None) -> str:
        """Return RECORD, UNOBSERVABLE or NEITHER; RECORD without a question if there is none, or it was answered."""
        if about is None:
            return RECORD
        # by pixel size, as the many scenes of one session come from the same satellite
        question_key = (about.scene.gsd_m or 0.0, about.kind) if about.screen_m is None else (0.0, "")
        if question_key in self._answered:
            return RECORD
        answer = self._ask(about)
        if answer != NEITHER:
            self._answered.add(question_key)
        return answer

    def _ask(self, about: Unresolved) -> str:
        box = QMessageBox(QMessageBox.Icon.Question, tr("Can this image tell?"), question_text(about),
                          parent=self._parent)
        box.setObjectName("yalu_resolution_question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        buttons = {box.addButton(text, role): answer for text, role, answer in (
            (tr("Record, below resolution"), QMessageBox.ButtonRole.AcceptRole, RECORD),
            (tr("Not observable (N)"), QMessageBox.ButtonRole.DestructiveRole, UNOBSERVABLE),
            (tr("Record nothing"), QMessageBox.ButtonRole.RejectRole, NEITHER))}
        box.setDefaultButton(next(iter(buttons)))
        box.exec()
        return buttons.get(box.clickedButton(), NEITHER)


def question_text(about: Unresolved) -> str:
    """Return the text of the question: what is too small, and for which pixels."""
    if about.screen_m is not None:
        return tr("{thing} of {size:g} m is smaller than two pixels of the screen at this scale, of {gsd:.0f} m each "
                  "({scene}). Record it anyway, as below resolution?").format(
            thing=tr(about.thing.label).capitalize(), size=about.thing.size_m, gsd=about.screen_m,
            scene=one_line(about.scene.label))
    return tr("{thing} of {size:g} m is smaller than two pixels of this {gsd} m image ({scene}). Record it anyway, as "
              "below resolution?").format(thing=tr(about.thing.label).capitalize(), size=about.thing.size_m,
                                          gsd=f"{_shown_gsd(about):.10g}", scene=one_line(about.scene.label))


def _shown_gsd(about: Unresolved) -> float:
    """Return the pixel size with enough digits to show that the thing is smaller than two pixels: 10.003, not 10."""
    gsd = about.scene.gsd_m or 0.0
    return next((round(gsd, digits) for digits in range(2, 9) if 2 * round(gsd, digits) > about.thing.size_m), gsd)
