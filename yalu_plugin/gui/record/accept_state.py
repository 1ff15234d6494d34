"""Shows notices about an opened survey; a restored older copy can be accepted, with a reason."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtWidgets import QDialog, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.survey_errors import NotAsLastSeen
from yalu_plugin.workbench import Workbench


class AcceptState:
    """Shows the notices of the workbench; an accepted state is not reported again on this computer."""

    def __init__(self, workbench: Workbench, messages: Messages, parent: QWidget) -> None:
        self._workbench, self._messages, self._parent = workbench, messages, parent
        workbench.noticed.connect(self._show)

    def _show(self, notice: YaluError) -> None:
        survey = self._workbench.session.survey
        if isinstance(notice, NotAsLastSeen) and survey is not None and not survey.read_only:
            self._messages.notice(notice, {tr("Accept this state…"): partial(self._ask, notice)})
        else:
            self._messages.notice(notice)

    def _ask(self, notice: NotAsLastSeen) -> None:
        from yalu_plugin.gui.crossings.line_dialog import LineDialog  # on first use: the plugin must start within 50 ms

        dialog = LineDialog(self._parent, "accept_state", tr("Accept this state"), tr(
            "Work continues with this file, although entries of its record that were seen before are not in it. State "
            "why: the record will have the reason under your name."), needed=True)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        with self._messages.reporting():
            self._workbench.session.accept(notice, dialog.text())
            self._messages.show_message(tr("Accepted: the record states this, and your reason."))
