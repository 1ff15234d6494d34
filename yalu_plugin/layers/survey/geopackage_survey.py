"""A survey in one GeoPackage: each method delegates to the module that does the work."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeedback, QgsProject, QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.schema import SITE_STATES, SURVEY_VERSION, holds_on
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.survey.geopackage import layer_source
from yalu_plugin.layers.survey.invalid_days import with_invalid_days
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.rows import read_rows
from yalu_plugin.layers.survey.survey import RowsByTable, Survey

if TYPE_CHECKING:
    from yalu_plugin.core.published import Row
    from yalu_plugin.core.survey.delta import Delta, Entry
    from yalu_plugin.core.survey.facts import Facts
    from yalu_plugin.core.survey.reception import Reception
    from yalu_plugin.core.survey.sealed_record import Head
    from yalu_plugin.core.survey.stored_heads import StoredHead
    from yalu_plugin.layers.survey.layer_commits import LayerCommits
    from yalu_plugin.layers.survey.verify import VerificationResult

SMALL = 4_000_000  # bytes


@dataclass(frozen=True)
class GeoPackageSurvey(Survey):
    """A file that was found to be a survey; `file` prevents writing into another file under the same name.

    Modules are imported on first use: a start has 50 ms.
    """

    path: Path
    id: str
    title: str
    read_only: bool
    file: OpenedFile
    notices: tuple[YaluError, ...] = ()
    version: int = SURVEY_VERSION

    @property
    def location(self) -> str:
        return str(self.path)

    def is_same(self, other: Survey) -> bool:
        return isinstance(other, GeoPackageSurvey) and self.path.samefile(other.path)

    def layer(self, table: str) -> QgsVectorLayer:
        from yalu_plugin.layers.survey.stored_styles import stored_style
        from yalu_plugin.layers.survey.styles import styled_layer

        stored = None
        with suppress(YaluError), self.file.reader.opened() as dataset:  # the layer of a file that is gone is invalid
            stored = stored_style(dataset, table)
        layer = styled_layer(layer_source(self.path, table), table, stored)
        self.protect(layer, table)
        return layer

    def rows(self, table: str, **equal: str | bool | Collection[str]) -> list[dict[str, Any]]:
        with self.file.reader.opened() as dataset:
            return read_rows(dataset, self.path, table, equal)

    def states(self, day: date | None, **equal: str) -> list[dict[str, Any]]:
        with self.file.reader.opened() as dataset:
            found = read_rows(dataset, self.path, SITE_STATES.name, equal, holds_on(day))
            return with_invalid_days(dataset, self.path, found, day, equal)

    def days(self) -> tuple[date, date] | None:
        from yalu_plugin.layers.survey.invalid_days import first_and_last_day

        with self.file.reader.opened() as dataset:
            return first_and_last_day(dataset)

    def read(self, feedback: QgsFeedback) -> Facts:
        from yalu_plugin.layers.survey.read_facts import read_facts

        return read_facts(self.path, feedback)

    @property
    def is_small(self) -> bool:
        return self.path.is_file() and self.path.stat().st_size <= SMALL

    def change(self, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
               replaced: RowsByTable | None = None, unchanged: RowsByTable | None = None,
               progress: Progress = no_progress) -> Delta:
        from yalu_plugin.layers.survey.write import change

        return change(self.path, action, added, removed, replaced, unchanged, self.file, progress)

    def reception(self, other: Survey, progress: Progress = no_progress) -> Reception:
        from yalu_plugin.layers.survey.receiving import reception

        return reception(self, other, progress)

    def receive(self, other: Survey, action: str, added: RowsByTable, replaced: RowsByTable, unchanged: RowsByTable,
                progress: Progress = no_progress) -> Delta:
        from yalu_plugin.layers.survey.receiving import receive

        return receive(self, other, action, added, replaced, unchanged, progress)

    def changes_since(self, seq: int, wait: bool = True) -> Delta | None:
        from yalu_plugin.layers.survey.record_changes import changes_since

        return changes_since(self, seq, wait)

    def stored_text(self, name: str) -> str:
        from yalu_plugin.layers.survey.stored_texts import stored_text

        return stored_text(self.path, name)

    def store_text(self, name: str, text: str) -> None:
        from yalu_plugin.layers.survey.stored_texts import store_text

        store_text(self.path, self.file, name, text)

    def store_style(self, table: str, qml: str, sld: str) -> None:
        from yalu_plugin.layers.survey.stored_styles import store_style

        store_style(self.path, self.file, table, qml, sld)

    def verify(self, stored_heads: Sequence[StoredHead], progress: Progress) -> VerificationResult:
        from yalu_plugin.layers.survey.verify import verify

        return verify(self.path, stored_heads, progress)

    def check(self, progress: Progress) -> None:
        from yalu_plugin.layers.survey.page_check import check_pages
        from yalu_plugin.layers.survey.record_check import check_record

        check_pages(self.path)
        check_record(self.path, progress)

    def check_heads(self, stored_heads: Sequence[StoredHead]) -> None:
        from yalu_plugin.layers.survey.record_check import check_heads

        check_heads(self.path, stored_heads)

    def head(self) -> Head:
        from yalu_plugin.layers.survey.heads import head_of

        return head_of(self.path)

    def last_seen(self) -> Head:
        return self.file.last_seen

    def entry_hash(self, seq: int) -> str | None:
        from yalu_plugin.layers.survey.heads import hash_of

        return hash_of(self.path, seq)

    def entries_after(self, seq: int) -> Iterator[Row]:
        from yalu_plugin.layers.survey.raw_rows import entries_after

        return entries_after(self.path, seq)

    def removed_ids(self, table: str) -> set[str]:
        from yalu_plugin.layers.survey.raw_rows import removed_ids

        return removed_ids(self.path, table)

    def entries_of_site(self, site_id: str, progress: Progress = no_progress) -> list[Entry]:
        from yalu_plugin.layers.survey.site_record import entries_of_site

        return entries_of_site(self.path, site_id, progress)

    def places_of_site(self, site_id: str, progress: Progress = no_progress) -> list[tuple[float, float]]:
        from yalu_plugin.layers.survey.site_record import places_of_site

        return places_of_site(self.path, site_id, progress)

    def adoptable_entries(self) -> list[Entry]:
        from yalu_plugin.layers.survey.record_entries import adoptable_entries

        return adoptable_entries(self)

    def adopt(self, entries: Iterable[int], who: str, reason: str) -> Delta:
        from yalu_plugin.layers.survey.record_entries import adopt

        return adopt(self, entries, who, reason)

    def accept_missing_heads(self, lost: Sequence[StoredHead], who: str, reason: str) -> Delta:
        from yalu_plugin.layers.survey.record_entries import accept_missing_heads

        return accept_missing_heads(self, lost, who, reason)

    def table_of(self, layer: QgsVectorLayer) -> str | None:
        if layer.providerType() != "ogr":
            return None
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        return (parts.get("layerName") or "") if Path(parts.get("path") or "").resolve() == self.path else None

    def watch(self, project: QgsProject, check_edits: Callable[[QgsVectorLayer], None], parent: QObject
              ) -> LayerCommits:
        from yalu_plugin.layers.survey.layer_commits import LayerCommits

        return LayerCommits(project, self, check_edits, parent)

    def close(self) -> None:
        self.file.close()
