"""An open survey, wherever its tables lie: what everybody else knows of it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.importing.work_progress import Progress, no_progress
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SITE_STATES
from yalu_plugin.core.site_name import site_name
from yalu_plugin.layers.survey.survey_errors import CannotRecord, SurveyOlder, SurveyReadOnly

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import KnownSite
    from yalu_plugin.core.survey.delta import Delta, Entry
    from yalu_plugin.core.survey.facts import Facts
    from yalu_plugin.core.survey.sealed_record import Head
    from yalu_plugin.core.survey.stored_heads import StoredHead
    from yalu_plugin.layers.survey.verify import VerificationResult

RowsByTable = Mapping[str, Sequence[Row]]


class LayerWatch(QObject):
    """Watches what QGIS' own tools do to the survey's layers, until it is deleted; each engine has a subclass."""

    committed = pyqtSignal(object)  # QGIS' own tools have saved this layer
    refused = pyqtSignal(object)  # QGIS failed to save this layer; `error_occurred` gave the reason
    error_occurred = pyqtSignal(object)  # a YaluError: nothing was saved, or not yet in one file


class Survey(ABC):
    """`location` says in one line where it is, `notices` what has to be said of opening it.

    All but `layer`, `protect` and `watch` is safe in any thread, and raises a YaluError where the survey cannot be read
    or written to. The tests in tests/layers/survey/contract.py hold for every engine.
    """

    id: str
    title: str
    version: int
    read_only: bool
    notices: tuple[YaluError, ...]

    @property
    @abstractmethod
    def location(self) -> str:
        """Where it is, as messages say it."""

    @abstractmethod
    def is_same(self, other: Survey) -> bool:
        """Whether both are one survey in one place, opened twice."""

    @property
    def read_only_reason(self) -> YaluError | None:
        """Why nothing can be written to it, as far as that was known when it was opened."""
        if not self.read_only:
            return None
        reasons = (notice for notice in self.notices if isinstance(notice, (SurveyOlder, CannotRecord)))
        return next(reasons, SurveyReadOnly(path=self.location))

    # tables

    @abstractmethod
    def layer(self, table: str) -> QgsVectorLayer:
        """A new layer on one of the survey's tables; what is not to be written by hand cannot be edited."""

    @abstractmethod
    def rows(self, table: str, **equal: str | bool | Collection[str]) -> list[dict[str, Any]]:
        """A table's rows, all or those with these values, or with one of several values of one column, as plain values:
        None for empty, ISO 8601 text for dates (UTC for times), WKT in EPSG:4326 under "geom".
        """

    @abstractmethod
    def states(self, day: date | None, **equal: str) -> list[dict[str, Any]]:
        """As `rows`, those of site_states that hold at the end of the UTC `day`, without one the latest: one a site."""

    @abstractmethod
    def last_day(self) -> date | None:
        """The UTC day up to which the latest dated observation was made; None where none is dated. In any thread."""

    @abstractmethod
    def read(self, feedback: QgsFeedback) -> Facts:
        """All facts as of the last entry of the record, which is their `seq`. Raises Cancelled."""

    @property
    @abstractmethod
    def is_small(self) -> bool:
        """Whether reading it takes less time than a window takes to show."""

    # changes

    @abstractmethod
    def change(self, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
               replaced: RowsByTable | None = None, unchanged: RowsByTable | None = None,
               progress: Progress = no_progress) -> Delta:
        """Write `added` rows, take `removed` ones out, write `replaced` ones over those there, all or nothing, and only
        where the `unchanged` ones are there as they are given. Rows are dicts with "id", by table. Returns what that
        changed, sealed into the record under the analyst's name; `progress` hears how far that is, and what it raises
        takes all back.
        """

    @abstractmethod
    def changes_since(self, seq: int, wait: bool = True) -> Delta | None:
        """What was written after an entry of the record, by whomever; None where it is quicker to read all anew.

        While another thread is writing, nothing is returned, unless one can `wait`.
        """

    # texts that are no facts: neither in the record nor undone

    @abstractmethod
    def stored_text(self, name: str) -> str:
        """What was kept under this name, by whomever; empty where nothing was."""

    @abstractmethod
    def store_text(self, name: str, text: str) -> None:
        """Keep a text under this name from now on."""

    @abstractmethod
    def store_style(self, table: str, qml: str, sld: str) -> None:
        """Draw a table, which has a default style, by this one wherever the survey is opened; QGIS reads QML, others
        the SLD.
        """

    # the record

    @abstractmethod
    def verify(self, stored_heads: Sequence[StoredHead], progress: Progress) -> VerificationResult:
        """Whether the survey is what its record says, and what heads kept elsewhere say of it."""

    @abstractmethod
    def check(self, progress: Progress) -> None:
        """Raise SurveyDamaged or RecordAltered where it is not whole: what is looked at when it is opened."""

    @abstractmethod
    def check_heads(self, stored_heads: Sequence[StoredHead]) -> None:
        """Raise NotAsLastSeen where the record lacks entries that were seen before, at once: as an older copy does."""

    @abstractmethod
    def head(self) -> Head:
        """The last sealed entry of the record."""

    @abstractmethod
    def last_seen(self) -> Head:
        """The last sealed entry that was read or written here: what the survey must still have. Reads nothing."""

    @abstractmethod
    def entry_hash(self, seq: int) -> str | None:
        """The hash of a sealed entry, None where there is none."""

    @abstractmethod
    def entries_of_site(self, site_id: str, progress: Progress = no_progress) -> list[Entry]:
        """The entries about a site and what was seen of it, the newest first: all of the record is gone through."""

    @abstractmethod
    def adoptable_entries(self) -> list[Entry]:
        """Entries made outside the plugin that nobody has adopted."""

    @abstractmethod
    def adopt(self, entries: Iterable[int], who: str, reason: str) -> Delta:
        """Adopt entries made outside, by their seq. Raises CannotAdopt and ReasonMissing; then nothing is written."""

    @abstractmethod
    def accept_missing_heads(self, lost: Sequence[StoredHead], who: str, reason: str) -> Delta:
        """Say in the record who goes on with it though it lacks these heads, and why. Raises ReasonMissing; then
        nothing is written.
        """

    # in a window

    @abstractmethod
    def table_of(self, layer: QgsVectorLayer) -> str | None:
        """The table of the survey that a layer shows, or None where it is not one of this survey."""

    @abstractmethod
    def watch(self, project: QgsProject, check_edits: Callable[[QgsVectorLayer], None], parent: QObject) -> LayerWatch:
        """See to what QGIS' own tools do to the survey's layers in a project; `check_edits` raises a YaluError where
        the edits of a layer must not be saved now.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of what is kept open."""

    def protect(self, layer: QgsVectorLayer, table: str) -> None:
        """Keep QGIS' own tools from editing what is derived, and a survey that cannot record it."""
        if self.read_only or table in (SITE_STATES.name, "audit"):
            layer.setReadOnly(True)

    def known_sites(self, source_title: str) -> tuple[KnownSite, ...]:
        """Every site, as an import compares it; with its source_ref where it came from the source of this title.

        Another source may count from 1 again.
        """
        from yalu_plugin.core.importing.import_assessment import KnownSite

        ids = {row["id"] for row in self.rows("sources") if row["title"] == source_title}
        found = [(row, QgsGeometry.fromWkt(row["geom"]).asPoint()) for row in self.rows("sites") if row.get("geom")]
        seen: dict[str, list[tuple[str, str | None, str | None]]] = {}
        for row in self.rows("observations"):
            seen.setdefault(row["site_id"], []).append((row["state"], row["seen_from"], row["seen_to"]))
        return tuple(KnownSite(row["id"], point.x(), point.y(), row["name"] or "",
                               str(row["source_ref"] or "") if row["source_id"] in ids else "",
                               tuple(seen.get(row["id"], ())), site_name(row))
                     for row, point in found)
