"""A patrol by keys: Space, N and Backspace on the map record and step, a click adds a site, Esc ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QLayout, QToolButton

from yalu_plugin.core.corridor.coverage import NOT_OBSERVABLE, SEARCHED
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import REASONS
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.patrol.patrol_options import PatrolOptions
from yalu_plugin.gui.patrol.stored_map_view import restore_map_view
from yalu_plugin.gui.reasons_menu import reasons_menu
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.observations import NotDrawnYet
from yalu_plugin.settings import PATROL_LENGTH_M, PATROL_OVERLAP_M
from yalu_plugin.workbench import Workbench

if TYPE_CHECKING:
    from yalu_plugin.gui.patrol.patrol_bar import PatrolBar
    from yalu_plugin.gui.patrol.patrol_view import PatrolView


class Patrolling(QObject):
    """Owns the actions, the bar, which is added to the layout `place` with the first patrol, and the view on the map.

    `button` starts and ends a patrol, and has the menu of its options.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 place: QLayout, parent: QObject) -> None:
        super().__init__(parent)
        self._workbench, self._messages, self._actions, self._canvas = workbench, messages, actions, canvas
        self._patrol, self._place = workbench.patrol, place
        self._bar: PatrolBar | None = None
        self._view: PatrolView | None = None
        self._reason = REASONS[0]  # the last one that was selected
        self._early, self._is_early = 0, False  # keys refused before the map was drawn; was the last one
        self._create_actions(actions)
        self.button = tool_button(self.action)
        self._options = PatrolOptions(self.button)
        self._options.changed.connect(self._options_changed)
        self.button.setMenu(self._options)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._keys = LetterKeys({Qt.Key.Key_Space: self._nothing, Qt.Key.Key_N: self._not_observable,
                                 Qt.Key.Key_Backspace: self._back, Qt.Key.Key_Escape: self.action},
                                lambda: self._patrol.running, self)
        self._keys.listen(canvas)
        # only N: elsewhere Space, Backspace and Esc are keys of buttons and boxes
        self.letters = LetterKeys({Qt.Key.Key_N: self._not_observable}, lambda: self._patrol.running, self)
        self._patrol.changed.connect(self._show)
        self._patrol.ended.connect(self._ended)
        workbench.session.survey_changed.connect(self._show_survey)
        self._show_survey()

    def _create_actions(self, actions: Actions) -> None:
        self.action = actions.add("patrol", tr("Patrol"), tr(
            "Walk the river in stretches on the scene on screen, and record what was searched (Esc ends)"), "patrol",
            self._switch, "Ctrl+Alt+S", checkable=True)
        self._nothing = actions.add("patrol_nothing", tr("Nothing here, next stretch"), tr(
            "Record that the stretch was searched, and go on to the next one (Space on the map)"), "patrol_nothing",
            lambda: self._record(SEARCHED))
        self._not_observable = actions.add("patrol_could_not_tell", tr("Not observable…"), tr(
            "Record that the stretch was not observable, and why (N on the map)"), "observe_not_observable",
                                           self._ask_reason)
        self._back = actions.add("patrol_back", tr("Previous stretch"), tr(
            "Go back to the previous stretch (Backspace on the map)"), "previous", self._go_back)

    # user actions

    def _switch(self, on: bool) -> None:
        if not on:
            self._patrol.end()
        elif not self._patrol.running:
            self._start()

    def _start(self) -> None:
        try:
            self._patrol.start(PATROL_LENGTH_M.value(), PATROL_OVERLAP_M.value())
        except YaluError as error:
            self.action.setChecked(self._patrol.running)  # a running patrol continues unchanged
            self._messages.error(error)
            return
        self._add_by_click(True)
        self._canvas.setFocus()

    def _add_by_click(self, on: bool) -> None:
        add = self._actions.by_name.get("add_crossing")
        if add is not None:
            add.setChecked(on)

    def _options_changed(self) -> None:
        """Apply changed options: restart with new stretches, and show the current one again."""
        if self._patrol.running:
            self._start()
        if self._patrol.running and self._view is not None:
            with self._messages.reporting():
                self._view.refresh_view()

    def _record(self, result: str, reason: str = "") -> None:
        current = self._patrol.current
        with self._messages.reporting():
            if current is None:
                return
            if result == SEARCHED and self._view is not None and not self._view.drawn:
                self._early, self._is_early = self._early + 1, True
                self._show_bar()
                raise NotDrawnYet(scene=current.scene.label)
            # the next key clears the refusal's message: the bar shows the number until a key comes in time
            self._early, self._is_early = self._early if self._is_early else 0, False
            self._patrol.record(result, reason)
            self._messages.clear()
        self._canvas.setFocus()

    def _ask_reason(self) -> None:
        menu = reasons_menu(self._canvas, self._record_blind)
        menu.setObjectName("yalu_patrol_reasons")
        for number, action in enumerate(menu.actions(), 1):
            action.setText(f"&{number}  {action.text()}")
        menu.setActiveAction(next(one for one in menu.actions() if one.data() == self._reason))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._canvas.mapToGlobal(QPoint(self._canvas.width() // 3, self._canvas.height() // 3)))

    def _record_blind(self, reason: str) -> None:
        self._reason = reason
        self._record(NOT_OBSERVABLE, reason)

    def _go_back(self) -> None:
        self._messages.clear()
        self._patrol.back()
        self._canvas.setFocus()

    # display

    def _show_survey(self) -> None:
        restore_map_view(self._workbench.project, self._canvas)  # if a project was read that has one
        survey = self._workbench.session.survey
        enable_write_actions([self.action], survey, survey is not None)
        self._show_actions()

    def _show_actions(self) -> None:
        running, current = self._patrol.running, self._patrol.current
        self._nothing.setEnabled(current is not None)
        self._not_observable.setEnabled(current is not None)
        self._back.setEnabled(running and self._patrol.number > 0)

    def _show(self) -> None:
        self.action.setChecked(self._patrol.running)
        self._show_actions()
        if self._patrol.running:
            view = self._need_view()
            self._show_bar()
            with self._messages.reporting():
                view.show()

    def _show_bar(self) -> None:
        """Update the bar, so that the map gets its final size before it zooms to a stretch."""
        bar = self._need_bar()
        shown = bar.isVisible()
        bar.early = self._early
        bar.show_patrol()
        if shown != bar.isVisible():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def _need_view(self) -> PatrolView:
        from yalu_plugin.gui.patrol.patrol_view import PatrolView  # on first use: a start has 50 ms

        if self._view is None:
            self._view = PatrolView(self._patrol, self._canvas, self._workbench.project)
        return self._view

    def _need_bar(self) -> PatrolBar:
        from yalu_plugin.gui.patrol.patrol_bar import PatrolBar  # on first use: a start has 50 ms

        if self._bar is None:
            self._bar = PatrolBar(self._workbench, [_button(one) for one in (
                self._back, self._nothing, self._not_observable)])
            self._place.addWidget(self._bar)
            self._keys.listen(self._bar)
        return self._bar

    def _ended(self) -> None:
        self._early, self._is_early = 0, False
        self._messages.clear_not_seen()
        if self._bar is not None:
            self._bar.show_patrol()
        if self._view is not None:
            self._view.release()
            self._view = None
        self._add_by_click(False)


def _button(action: QAction) -> QToolButton:
    button = tool_button(action)
    button.setAccessibleName(action.text())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
