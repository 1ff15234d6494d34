"""The buttons that record what the scene on screen shows of the selected site, and Show evidence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from yalu_plugin.core.published import Row
from yalu_plugin.core.states import NOT_OBSERVABLE, STATE_KEYS
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.text import translatable
from yalu_plugin.gui.about_site import AboutSite, about_site
from yalu_plugin.gui.actions import Actions, tool_button
from yalu_plugin.gui.crossings.observation_texts import recorded_text
from yalu_plugin.gui.crossings.resolution_question import RECORD, UNOBSERVABLE, ResolutionQuestion
from yalu_plugin.gui.kind_display import state_name
from yalu_plugin.gui.map_coordinates import is_in_view
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.reasons_menu import reasons_menu
from yalu_plugin.gui.write_actions import enable_write_actions
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.observations import TooEarly, seen_days
from yalu_plugin.paths import resource
from yalu_plugin.settings import AFTER_OBSERVING
from yalu_plugin.workbench import Workbench


class SiteNotInView(TooEarly):
    """The site to record was not in view."""

    template = translatable("{name} was not in view, so nothing was recorded from {scene}. The map has gone there: "
                            "look, and press the key again.")


class ObservationBar(QWidget):
    """A button for each state; the checked one is recorded for the selected site on the scene shown.

    `next_site` returns the id of the site after the selected one in the list (empty at its end); `go_to_site` selects
    a site and centres the map on it.
    """

    def __init__(self, workbench: Workbench, messages: Messages, actions: Actions, canvas: QgsMapCanvas,
                 next_site: Callable[[], str], go_to_site: Callable[[str], None]) -> None:
        super().__init__()
        self._workbench, self._messages, self._canvas = workbench, messages, canvas
        self._next_site, self._go_to_site = next_site, go_to_site
        self._resolution = ResolutionQuestion(self)
        self._states = {state: self._state_action(actions, state, letter) for state, letter in STATE_KEYS.items()}
        self._evidence = actions.add(
            "evidence", tr("Show evidence"),
            tr("Go to the scene on which the selected site's state was seen"), "evidence", self._show_evidence,
            "Alt+Shift+E")
        self._lay_out()
        session = workbench.session
        session.survey_changed.connect(self._show_survey)
        for changed in (session.facts_ready, session.changed, workbench.sites.selection_changed,
                        workbench.imagery.day_changed):
            changed.connect(self._show)
        session.changed.connect(self._clear_deleted_sites)
        workbench.imagery.day_changed.connect(messages.clear_not_seen)
        self._show_survey()

    def letter_actions(self) -> dict[Qt.Key, QAction]:
        """Return the actions by their letter keys."""
        return {getattr(Qt.Key, f"Key_{letter}"): self._states[state] for state, letter in STATE_KEYS.items()}

    # actions

    def _observe(self, state: str, reason: str = "") -> None:
        next_id = self._next_site() if AFTER_OBSERVING.value() == "site" else ""
        selected = self._workbench.sites.selected()
        site_id = selected[0] if len(selected) == 1 else ""
        about = about_site(self._workbench, site_id, self._workbench.imagery.scene, self._go_to_site)
        with self._messages.reporting(about):
            self._show()  # so that the buttons show what is recorded while a question is open
            self._require_in_view(about)
            state, reason = self._confirmed_state(state, reason)
            if state and about is not None:
                self._report_recorded(about, state, self._workbench.annotation.observe(state, reason))
                if next_id:
                    self._go_to_site(next_id)
                elif AFTER_OBSERVING.value() == "scene":
                    self._workbench.imagery.step("next")
        self._show()  # uncheck a button whose press was refused

    def _require_in_view(self, about: AboutSite | None) -> None:
        """Check that the map shows the one selected site; if not, go there.

        The scene's date is checked first, as a second press would not be recorded either.

        Raises:
            SiteNotInView: the site was not in view.
            NoDatedScene, OnlyReleaseDate: the scene states no day.
        """
        self._workbench.session.need_survey()
        scene, place = self._workbench.imagery.scene, self._workbench.sites.place(self._workbench.sites.need_one())
        seen_days(scene)
        if about is not None and scene is not None and place is not None and not is_in_view(self._canvas, place):
            self._go_to_site(about.site_id)
            raise SiteNotInView(name=about.name, scene=scene.label)

    def _confirmed_state(self, state: str, reason: str) -> tuple[str, str]:
        """Return the state and reason to record, empty for nothing; ask the user if the scene is too coarse."""
        if state == NOT_OBSERVABLE:
            return state, reason
        answer = self._resolution.ask(self._workbench.annotation.unresolved())
        return {RECORD: (state, reason), UNOBSERVABLE: (NOT_OBSERVABLE, "resolution")}.get(answer, ("", ""))

    def _report_recorded(self, about: AboutSite, state: str, replaced: list[Row]) -> None:
        """Show which of the user's observations this replaced or contradicts: it may have been the wrong key."""
        rivals = self._workbench.annotation.own_rivals(about.site_id)
        if rivals:
            self._messages.clear(about)
            self._messages.warn(recorded_text(about.name, state, replaced, rivals))
        elif replaced:
            self._messages.show_message(recorded_text(about.name, state, replaced), about)
        else:
            self._messages.clear(about)  # a message there is about another state

    def _show_evidence(self) -> None:
        with self._messages.reporting():
            self._workbench.imagery.show(self._workbench.annotation.evidence())
            self._go_to_site(self._workbench.sites.need_one())

    # display

    def _show_survey(self) -> None:
        survey = self._workbench.session.survey
        self._evidence.setEnabled(survey is not None)
        enable_write_actions(self._states.values(), survey, survey is not None)
        self._show()

    def _show(self, *_: object) -> None:
        recorded = self._recorded()
        for state, action in self._states.items():
            action.setChecked(state == recorded)

    def _clear_deleted_sites(self, delta: Delta) -> None:
        deleted = {before["id"] for before, after in delta.changes("sites") if before is not None and after is None}
        if deleted:
            self._messages.clear_site_errors(deleted)

    def _recorded(self) -> str | None:
        """Return the state recorded for the one selected site on the scene on screen, if any."""
        facts, scene, selected = (
            self._workbench.session.facts, self._workbench.imagery.scene, self._workbench.sites.selected())
        if facts is None or scene is None or len(selected) != 1:
            return None
        found = [row["state"] for row in facts.observations_of(selected[0]) if row["image_id"] == scene.id]
        return found[-1] if found else None

    # construction

    def _state_action(self, actions: Actions, state: str, letter: str) -> QAction:
        name = state_name(state)
        tooltip = tr("Record what the scene on screen shows of the selected site: {state} "
                     "({letter} in the list or on the map)").format(state=name, letter=letter)
        action = actions.add(f"observe_{state}", tr("Record: {state}").format(state=name), tooltip, f"observe_{state}",
                             lambda: self._observe(state), f"Alt+Shift+{letter}")
        action.setIconText(letter)
        action.setCheckable(True)
        return action

    def _lay_out(self) -> None:
        self.setObjectName("yalu_observation_bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for state, action in self._states.items():
            button = tool_button(action, with_text=True)
            button.setAccessibleName(action.text())
            row.addWidget(button)
            if state == NOT_OBSERVABLE:
                button.setMenu(reasons_menu(self, self._record_not_observable))
                button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        row.addStretch()
        row.addWidget(tool_button(self._evidence))
        row.addWidget(self._after_button())

    def _record_not_observable(self, reason: str) -> None:
        self._observe(NOT_OBSERVABLE, reason)

    def _after_button(self) -> QToolButton:
        menu = QMenu(self)
        menu.setObjectName("yalu_after_observing_menu")
        options = QActionGroup(menu)
        for what, text in (("stay", tr("After recording, stay")), ("site", tr("After recording, next site")),
                           ("scene", tr("After recording, next scene"))):
            option = options.addAction(menu.addAction(text))
            option.setCheckable(True)
            option.setChecked(AFTER_OBSERVING.value() == what)
            option.triggered.connect(partial(self._set_after_observing, what))
        button = QToolButton()
        button.setObjectName("yalu_after_observing")
        button.setIcon(QIcon(str(resource("icons", "after_observing.svg"))))
        button.setToolTip(tr("What to go on to after recording: nothing, the next site, or the next scene"))
        button.setAccessibleName(tr("After recording"))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAutoRaise(True)
        return button

    def _set_after_observing(self, what: str, *_: object) -> None:
        AFTER_OBSERVING.setValue(what)
