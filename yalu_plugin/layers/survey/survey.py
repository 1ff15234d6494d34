"""The interface of an open survey, independent of how its tables are stored."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback, QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import RECORDS, SITE_STATES
from yalu_plugin.core.site_name import site_name
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.survey_errors import CannotRecord, SurveyOlder, SurveyReadOnly

if TYPE_CHECKING:
    from yalu_plugin.core.importing.import_assessment import KnownSite
    from yalu_plugin.core.survey.delta import Delta, Entry
    from yalu_plugin.core.survey.facts import Facts
    from yalu_plugin.core.survey.reception import Reception
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
    """An open survey; `location` states in one line where it is, `notices` has messages about opening it.

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
        """The place of the survey, as messages state it."""

    @abstractmethod
    def is_same(self, other: Survey) -> bool:
        """Return whether both are one survey in one place, opened twice."""

    @property
    def read_only_reason(self) -> YaluError | None:
        """The reason why nothing can be written to it, as far as that was known when it was opened."""
        if not self.read_only:
            return None
        reasons = (notice for notice in self.notices if isinstance(notice, (SurveyOlder, CannotRecord)))
        return next(reasons, SurveyReadOnly(path=self.location))

    # tables

    @abstractmethod
    def layer(self, table: str) -> QgsVectorLayer:
        """Return a new layer on one of the survey's tables; tables that are not to be edited by hand are read-only."""

    @abstractmethod
    def rows(self, table: str, **equal: str | bool | Collection[str]) -> list[dict[str, Any]]:
        """Return a table's rows, all or those with these values, or with one of several values of one column.

        The values are plain: None for empty, ISO 8601 text for dates (UTC for times), WKT in EPSG:4326 under "geom".
        """

    @abstractmethod
    def states(self, day: date | None, **equal: str) -> list[dict[str, Any]]:
        """Return the rows of site_states valid at the end of the UTC `day`, or the latest, as `rows`: one for each
        site.
        """

    @abstractmethod
    def days(self) -> tuple[date, date] | None:
        """Return the last UTC days of the first and the latest dated observation, or None. Safe in any thread."""

    @abstractmethod
    def read(self, feedback: QgsFeedback) -> Facts:
        """Return all facts as of the last entry of the record, which is their `seq`. Raises Cancelled."""

    @property
    @abstractmethod
    def is_small(self) -> bool:
        """Whether reading it takes less time than a window takes to show."""

    # changes

    @abstractmethod
    def change(self, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
               replaced: RowsByTable | None = None, unchanged: RowsByTable | None = None,
               progress: Progress = no_progress) -> Delta:
        """Write `added` rows, remove `removed` ones and overwrite with `replaced` ones, all or nothing.

        Only if the `unchanged` rows are still as given. Rows are dicts with "id", by table. Returns what that changed,
        sealed into the record under the analyst's name; `progress` is called with the share done, and may raise to roll
        back.
        """

    @abstractmethod
    def reception(self, other: Survey, progress: Progress = no_progress) -> Reception:
        """Return what of the record of another survey is not here yet. Reads the new entries; safe in any thread."""

    @abstractmethod
    def receive(self, other: Survey, action: str, added: RowsByTable, replaced: RowsByTable, unchanged: RowsByTable,
                progress: Progress = no_progress) -> Delta:
        """Write rows as `change` does, and in the same transaction the record of `other`, as it is there.

        An entry of this record states the head that was received. A record that is not whole is not kept.
        """

    @abstractmethod
    def changes_since(self, seq: int, wait: bool = True) -> Delta | None:
        """Return what any process wrote after an entry of the record; None where reloading everything is quicker.

        While another thread is writing, no changes are returned unless `wait` is true.
        """

    # texts and styles, which are not facts: neither in the record nor undone

    @abstractmethod
    def stored_text(self, name: str) -> str:
        """Return the text stored under this name; empty where there is none."""

    @abstractmethod
    def store_text(self, name: str, text: str) -> None:
        """Store a text under this name."""

    @abstractmethod
    def store_style(self, table: str, qml: str, sld: str) -> None:
        """Replace the default style of a table, which applies wherever the survey is opened; QGIS reads QML, others the
        SLD.
        """

    # the record

    @abstractmethod
    def verify(self, stored_heads: Sequence[StoredHead], progress: Progress) -> VerificationResult:
        """Return whether the survey matches its record and heads stored elsewhere."""

    @abstractmethod
    def check(self, progress: Progress) -> None:
        """Run the checks made whenever the survey is opened; raise SurveyDamaged or RecordAltered."""

    @abstractmethod
    def check_heads(self, stored_heads: Sequence[StoredHead]) -> None:
        """Raise NotAsLastSeen where the record lacks entries that were seen before, as an older copy does. Fast."""

    @abstractmethod
    def head(self) -> Head:
        """Return the last sealed entry of the record."""

    @abstractmethod
    def last_seen(self) -> Head:
        """Return the last sealed entry read or written here, which the survey must still have. Reads nothing."""

    @abstractmethod
    def entry_hash(self, seq: int) -> str | None:
        """Return the hash of a sealed entry, None where there is none."""

    @abstractmethod
    def entries_after(self, seq: int) -> Iterator[Row]:
        """Yield the entries of the record after the one with this seq, in order, as they are stored."""

    @abstractmethod
    def removed_ids(self, table: str) -> set[str]:
        """Return the ids of rows that were removed, as the record says; some may be there again. Reads all of it."""

    @abstractmethod
    def entries_of_site(self, site_id: str, progress: Progress = no_progress) -> list[Entry]:
        """Return the entries about a site and its observations, the newest first; reads the whole record."""

    @abstractmethod
    def places_of_site(self, site_id: str, progress: Progress = no_progress) -> list[tuple[float, float]]:
        """Return longitude and latitude of the places a site has had, the newest first; reads the whole record."""

    @abstractmethod
    def adoptable_entries(self) -> list[Entry]:
        """Return the entries made outside the plugin that are not adopted."""

    @abstractmethod
    def adopt(self, entries: Iterable[int], who: str, reason: str) -> Delta:
        """Adopt entries made outside, by their seq. Raises CannotAdopt and ReasonMissing; then nothing is written."""

    @abstractmethod
    def accept_missing_heads(self, lost: Sequence[StoredHead], who: str, reason: str) -> Delta:
        """Write into the record who continues with it though it lacks these heads, and why.

        Raises ReasonMissing; then nothing is written.
        """

    # in a window

    @abstractmethod
    def table_of(self, layer: QgsVectorLayer) -> str | None:
        """Return the table of the survey that a layer shows, or None for a layer of something else."""

    @abstractmethod
    def watch(self, project: QgsProject, check_edits: Callable[[QgsVectorLayer], None], parent: QObject) -> LayerWatch:
        """Start to watch what QGIS' own tools do to the survey's layers in a project.

        `check_edits` raises a YaluError where the edits of a layer must not be saved now.
        """

    @abstractmethod
    def close(self) -> None:
        """Close the connections that are kept open."""

    def protect(self, layer: QgsVectorLayer, table: str) -> None:
        """Prevent QGIS' own tools from editing derived tables, and a survey that cannot record edits."""
        if self.read_only or table in (SITE_STATES.name, *RECORDS):
            layer.setReadOnly(True)

    def known_sites(self, source_title: str) -> tuple[KnownSite, ...]:
        """Return every site as an import compares it; with its source_ref if it came from the source of this title.

        Another source may count from 1 again.
        """
        from yalu_plugin.core.importing.import_assessment import KnownSite

        def known(row: Row, lon: float, lat: float) -> KnownSite:
            of_source = row["source_id"] in ids
            return KnownSite(row["id"], lon, lat, row["name"] or "", str(row["source_ref"] or "") if of_source else "",
                             tuple(seen.get(row["id"], ())), site_name(row), of_source, row["kind"],
                             row["at_fence_gate"], row["county"], row["confidence"], row["note"],
                             row["created_at"] or "", row["bank"], row.get("retired_on"))

        ids = {row["id"] for row in self.rows("sources") if row["title"] == source_title}
        found = [(row, QgsGeometry.fromWkt(row["geom"]).asPoint()) for row in self.rows("sites") if row.get("geom")]
        seen: dict[str, list[tuple[str, str | None, str | None]]] = {}
        for row in self.rows("observations"):
            seen.setdefault(row["site_id"], []).append((row["state"], row["seen_from"], row["seen_to"]))
        return tuple(known(row, point.x(), point.y()) for row, point in found)
