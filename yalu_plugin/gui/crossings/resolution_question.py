"""Whether what a scene or the map cannot tell is to be recorded all the same: asked once a size of pixel and kind of
site, and once for maps.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.i18n import tr
from yalu_plugin.workbench.cannot_tell import CannotTell

RECORD, COULD_NOT_TELL, NEITHER = "record", "could not tell", ""


class ResolutionQuestion:
    """Remembers, as long as the window is open, what was answered."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._answered: set[tuple[float, str]] = set()

    def ask(self, about: CannotTell | None) -> str:
        """RECORD what was pressed, COULD_NOT_TELL or NEITHER; RECORD where there is nothing to ask, or no more."""
        if about is None:
            return RECORD
        # an evening's sixty scenes are of one satellite
        question_key = (about.scene.gsd_m or 0.0, about.kind) if about.screen_m is None else (0.0, "")
        if question_key in self._answered:
            return RECORD
        answer = self._ask(about)
        if answer != NEITHER:
            self._answered.add(question_key)
        return answer

    def _ask(self, about: CannotTell) -> str:
        box = QMessageBox(QMessageBox.Icon.Question, tr("Can this image tell?"), question_text(about),
                          parent=self._parent)
        box.setObjectName("yalu_resolution_question")
        box.setTextFormat(Qt.TextFormat.PlainText)
        buttons = {box.addButton(text, role): answer for text, role, answer in (
            (tr("Record, below resolution"), QMessageBox.ButtonRole.AcceptRole, RECORD),
            (tr("Could not tell (N)"), QMessageBox.ButtonRole.DestructiveRole, COULD_NOT_TELL),
            (tr("Record nothing"), QMessageBox.ButtonRole.RejectRole, NEITHER))}
        box.setDefaultButton(next(iter(buttons)))
        box.exec()
        return buttons.get(box.clickedButton(), NEITHER)


def question_text(about: CannotTell) -> str:
    """What the image or the map cannot tell, and what is asked."""
    if about.screen_m is not None:
        return tr("{thing} of {size:g} m is smaller than two pixels of the screen at this scale, of {gsd:.0f} m each "
                  "({scene}). Record it anyway, as below resolution?").format(
            thing=tr(about.thing.text).capitalize(), size=about.thing.size_m, gsd=about.screen_m,
            scene=one_line(about.scene.label))
    return tr("{thing} of {size:g} m is smaller than two pixels of this {gsd} m image ({scene}). Record it anyway, as "
              "below resolution?").format(thing=tr(about.thing.label).capitalize(), size=about.thing.size_m,
                                          gsd=f"{_written(about):.10g}", scene=one_line(about.scene.label))


def _written(about: CannotTell) -> float:
    """The size of a pixel with as many digits as show that the thing is smaller than two of it: 10.003, not 10."""
    gsd = about.scene.gsd_m or 0.0
    return next((round(gsd, digits) for digits in range(2, 9) if 2 * round(gsd, digits) > about.thing.size_m), gsd)
