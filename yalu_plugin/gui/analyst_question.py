"""The question who is recording, asked in the message bar when a survey is first opened for writing."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import LONGEST_INITIALS, LONGEST_NAME, analyst, is_named, login_name
from yalu_plugin.settings import ANALYST_INITIALS, ANALYST_NAME
from yalu_plugin.workbench import Workbench

NAME_WIDTH, INITIALS_WIDTH = 220, 80  # pixels: the question itself needs the space


class AnalystQuestion(QObject):
    """Asks once per session, until a name is set. It does not block: entries before the answer carry the login name."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._asked = workbench, messages, False
        workbench.session.survey_changed.connect(self._ask_once)

    def _ask_once(self) -> None:
        survey = self._workbench.session.survey
        if self._asked or is_named() or survey is None or survey.read_only:
            return
        self._asked = True
        fields = AnalystFields("yalu_ask_analyst")
        fields.name.setText(login_name())
        fields.name.setPlaceholderText(tr("Name"))
        fields.initials.setPlaceholderText(tr("Initials"))
        for field, width in ((fields.name, NAME_WIDTH), (fields.initials, INITIALS_WIDTH)):
            field.setMaximumWidth(width)
        self._messages.ask(tr("Who is recording? The record carries this name."),
                           {tr("Keep"): lambda: self._save(fields)}, (fields.name, fields.initials))

    def _save(self, fields: AnalystFields) -> None:
        if is_named() and not fields.name.isModified():
            return  # a name was set in QGIS' options meanwhile; the suggested login name must not replace it
        fields.save()
        self._messages.show_message(tr("Recorded under this name from now on: {name}").format(name=analyst()))


class AnalystFields:
    """The fields `name` and `initials`, filled from the settings. `prefix` is the start of their object names."""

    def __init__(self, prefix: str) -> None:
        self.name = _line(f"{prefix}_name", ANALYST_NAME.value(), LONGEST_NAME, tr(
            "Your name, as rows of the survey and entries of its record carry it"))
        self.initials = _line(f"{prefix}_initials", ANALYST_INITIALS.value(), LONGEST_INITIALS, tr(
            "Your initials, written after the name; may stay empty"))

    def save(self) -> None:
        """Save both as settings: later changes of the survey are recorded under this name."""
        ANALYST_NAME.setValue(self.name.text().strip())
        ANALYST_INITIALS.setValue(self.initials.text().strip())


def _line(name: str, text: str, longest: int, tooltip: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setObjectName(name)
    line.setMaxLength(longest)
    line.setToolTip(tooltip)
    line.setAccessibleName(tooltip)
    return line
