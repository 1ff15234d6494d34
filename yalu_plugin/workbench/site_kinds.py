"""The kinds of site of the open survey: those of the schema, and custom kinds that the user adds, edits or removes."""

from __future__ import annotations

import uuid
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.custom_kinds import (
    LIST,
    CustomKind,
    custom_kinds,
    folded,
    is_built_in,
    normalized_key,
    normalized_kind,
)
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.kinds import SITE_KINDS
from yalu_plugin.core.published import Row, Rows
from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import tr
from yalu_plugin.layers import project as in_project
from yalu_plugin.layers.display_names import kind_name
from yalu_plugin.layers.survey.analyst import analyst
from yalu_plugin.layers.survey.kind_symbols import ROLES, apply_kinds
from yalu_plugin.layers.survey.write import utc_now
from yalu_plugin.workbench.history import History
from yalu_plugin.workbench.session import SurveySession


class KindNeedsWord(YaluError):
    """A custom kind has no word, which is its name."""

    template = translatable("A kind of site needs a word. Type one.")


class KindExists(YaluError):
    """Another kind has the same word."""

    template = translatable("There is a kind of site called {word}. Choose another word.")


class KeyTaken(YaluError):
    """The key of a custom kind is in use."""

    template = translatable("The key {key} is already in use. Choose another letter or digit, or none.")


class KindInUse(YaluError):
    """A custom kind that sites have cannot be removed."""

    template = translatable("{n} sites are of the kind {word}. Give them another kind first, then remove it.")
    singular_template = translatable("1 site is of the kind {word}. Give it another kind first, then remove that one.")


class SiteKinds(QObject):
    """`custom` are the user's kinds, in the order in which they were added."""

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, session: SurveySession, history: History, parent: QObject) -> None:
        super().__init__(parent)
        self._project, self._session, self._history = project, session, history
        self.custom: list[CustomKind] = []
        session.survey_changed.connect(self._read)
        session.facts_ready.connect(self._read)
        session.changed.connect(self._apply)

    def all(self) -> list[str]:
        """Return every kind that a site may have."""
        return [*SITE_KINDS, *(kind.value for kind in self.custom)]

    def add(self, kind: CustomKind) -> None:
        """Add a kind. Raises KindNeedsWord, KindExists, KeyTaken and what a change raises."""
        kind = self._checked(kind, exclude="")
        row = {"id": str(uuid.uuid4()), "list": LIST, **_columns(kind)}
        self._history.push(tr("Add a kind of site"), self._session.change("edit", {"value_lists": [row]}))

    def change(self, value: str, kind: CustomKind) -> None:
        """Change the word, key or symbol of a kind, and the kind of its sites in the same change.

        Raises what `add` raises.
        """
        kind, row = self._checked(kind, exclude=value), self._row(value)
        replaced: Rows = {"value_lists": [{**row, **_columns(kind)}]}
        unchanged: Rows = {"value_lists": [row]}
        sites = self._sites(value) if kind.value != value else []
        if sites:
            edited = {"kind": kind.value, "modified_by": analyst(), "modified_at": utc_now()}
            replaced["sites"], unchanged["sites"] = [{**site, **edited} for site in sites], sites
        if replaced["value_lists"] != unchanged["value_lists"] or sites:
            delta = self._session.change("edit", replaced=replaced, unchanged=unchanged)
            self._history.push(tr("Change a kind of site"), delta)

    def remove(self, value: str) -> None:
        """Remove a kind that no site has. Raises KindInUse and what a change raises."""
        row, sites = self._row(value), self._sites(value)
        if sites:
            raise KindInUse(n=len(sites), word=value)
        delta = self._session.change("delete", removed={"value_lists": [row]}, unchanged={"value_lists": [row]})
        self._history.push(tr("Remove a kind of site"), delta)

    def _checked(self, kind: CustomKind, exclude: str) -> CustomKind:
        kind = kind._replace(value=normalized_kind(kind.value), key=normalized_key(kind.key) or kind.key.strip())
        if not kind.value:
            raise KindNeedsWord()
        others = [one for one in self.custom if one.value != exclude]
        names = {folded(kind_name(one)) for one in SITE_KINDS} | {folded(one.value) for one in others}
        if is_built_in(kind.value) or folded(kind.value) in names:
            raise KindExists(word=kind.value)
        # as it would be loaded: a key that is invalid or in use would be dropped
        if kind.key and custom_kinds([{"list": LIST, **_columns(one)} for one in (*others, kind)])[-1].key != kind.key:
            raise KeyTaken(key=kind.key)
        return kind

    def _row(self, value: str) -> Row:
        for row in self._session.need_survey().rows("value_lists", list=LIST):
            if normalized_kind(row["value"]) == value:
                return row
        raise KindNeedsWord()

    def _sites(self, value: str) -> list[Row]:
        return self._session.need_survey().rows("sites", kind=value)

    def _apply(self, delta: Delta) -> None:
        if "value_lists" in delta.tables:
            rows = [row for pair in delta.changes("value_lists") for row in pair if row]
            changed_kinds = {normalized_kind(row["value"]) for row in rows}
            self._read(changed_kinds)
            self._store_styles(changed_kinds)

    def _store_styles(self, changed_kinds: set[str]) -> None:
        """Store the symbols in the survey's file too, for QGIS without the plugin."""
        from yalu_plugin.layers.survey.stored_styles import store_kinds  # on first use: a start has 50 ms

        survey = self._session.need_survey()
        if not survey.read_only:
            try:
                store_kinds(survey, self.custom, changed_kinds)
            except YaluError as error:
                self._session.error_occurred.emit(error)

    def _read(self, changed_kinds: set[str] | frozenset[str] = frozenset()) -> None:
        facts = self._session.facts
        if facts is None and self._session.survey is not None:
            return  # soon
        own = custom_kinds(facts.rows("value_lists")) if facts is not None else []
        if facts is not None:
            for role in ROLES:
                layer = in_project.layer_with_role(self._project, role)
                if isinstance(layer, QgsVectorLayer):
                    apply_kinds(layer, own, changed_kinds)
        if own != self.custom:
            self.custom = own
            self.changed.emit()


def _columns(kind: CustomKind) -> dict[str, Any]:
    return {"value": kind.value, "key": kind.key or None, "shape": kind.shape, "colour": kind.colour}
