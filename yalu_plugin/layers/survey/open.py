"""Open a survey file: say in one line what is wrong with it, or return it ready to read."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import NULL, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.published import Row
from yalu_plugin.core.schema import SURVEY_VERSION, TABLE
from yalu_plugin.layers.survey.beside import ASK, settle_beside
from yalu_plugin.layers.survey.errors import (
    NotAGeoPackage,
    NotASurvey,
    SurveyDamaged,
    SurveyMissing,
    SurveyTooNew,
    SurveyUnreadable,
)
from yalu_plugin.layers.survey.failures import PageDamaged, is_geopackage
from yalu_plugin.layers.survey.geopackage import execute, into_one_file, layer_source, opened, remove_unused_journal
from yalu_plugin.layers.survey.identity import OpenedFile
from yalu_plugin.layers.survey.names import must_be_possible
from yalu_plugin.layers.survey.rows import read_rows
from yalu_plugin.layers.survey.side_files import is_read_only

if TYPE_CHECKING:
    from yalu_plugin.core.importing.judged import KnownSite

RowsByTable = Mapping[str, Sequence[Row]]


@dataclass(frozen=True)
class Survey:
    """A survey file that was found to be one. Holds no connection: layers and rows are read when asked for.

    `notice` is what has to be told of opening it, if anything.
    """

    path: Path
    id: str
    title: str
    read_only: bool
    file: OpenedFile
    notice: YaluError | None = None

    def layer(self, table: str) -> QgsVectorLayer:
        """A new layer on one of the survey's tables, or on its view site_states."""
        return QgsVectorLayer(layer_source(self.path, table), table, "ogr")

    def rows(self, table: str, **equal: str | bool) -> list[dict[str, Any]]:
        """A table's rows, all or those with these values, as plain values: None for empty, ISO 8601 text for dates,
        WKT under "geom". Safe in any thread, as `layer` is not. Raises what opening a survey file raises.
        """
        return read_rows(self.path, table, equal)

    def change(self, action: str, added: RowsByTable | None = None, removed: RowsByTable | None = None,
               replaced: RowsByTable | None = None) -> None:
        """Write to the file that was opened, and to no other: as layers.survey.write.change, and raises SurveyGone and
        SurveyReplaced.
        """
        from yalu_plugin.layers.survey.write import change

        change(self.path, action, added, removed, replaced, self.file)

    def known_sites(self, source_title: str) -> tuple[KnownSite, ...]:
        """Every site, as an import compares it; with its source_ref where it came from the source of this title.

        Another source may count from 1 again.
        """
        from yalu_plugin.core.importing.judged import KnownSite

        ids = {row["id"] for row in self.rows("sources") if row["title"] == source_title}
        found = [(row, QgsGeometry.fromWkt(row["geom"]).asPoint()) for row in self.rows("sites") if row.get("geom")]
        seen: dict[str, list[tuple[str, str | None, str | None]]] = {}
        for row in self.rows("observations"):
            seen.setdefault(row["site_id"], []).append((row["state"], row["seen_from"], row["seen_to"]))
        return tuple(KnownSite(row["id"], point.x(), point.y(), row["name"] or "",
                               str(row["source_ref"] or "") if row["source_id"] in ids else "",
                               tuple(seen.get(row["id"], ())))
                     for row, point in found)


def open_survey(path: Path, beside: str = ASK) -> Survey:
    """Check and open the survey at `path`. Changes of another file that lie beside it are moved aside first; `beside`
    is the answer (TAKE_IN, KEEP_ASIDE) where SideFileUnsure asked whose they are.

    Raises SurveyMissing, SurveyUnreadable, NotAGeoPackage, NotASurvey, SurveyTooNew, SurveyDamaged, SurveyLocked,
    NameTooLong, NameMisread, SideFileUnsure or SideFileNotItsOwn.
    """
    path = Path(path).resolve()
    must_be_possible(path)
    if not path.is_file():
        raise SurveyMissing(path=path)
    if not os.access(path, os.R_OK):
        raise SurveyUnreadable(path=path)
    if not is_geopackage(path):
        raise NotAGeoPackage(path=path)
    notice = settle_beside(path, beside)
    file = OpenedFile(path)
    tables = _tables(path)
    row = next(iter(read_rows(path, "survey", {})), None) if "survey" in tables else None
    if row is None or not isinstance(row.get("version"), int):
        raise NotASurvey(path=path)
    if row["version"] > SURVEY_VERSION:
        raise SurveyTooNew(path=path, version=row["version"], known=SURVEY_VERSION)
    if not tables >= TABLE.keys():
        raise SurveyDamaged("no table " + ", ".join(sorted(TABLE.keys() - tables)), path=path)
    _complete(path, file)
    return Survey(path, row["id"], row["title"] or path.stem, is_read_only(path), file, notice)


def _tables(path: Path) -> set[str]:
    """The names of a GeoPackage's tables, its pages checked: a damaged page would later read as rows missing.

    A change that a program left half-way when it was ended is taken back here, which only one that may write can do.
    """
    unfinished = path.with_name(f"{path.name}-journal").exists() and not is_read_only(path)
    with opened(path, update=unfinished) as dataset:
        found = execute(dataset, "PRAGMA quick_check(1)")
        if found != ["ok"]:
            raise PageDamaged("; ".join(found))
        return {dataset.GetLayer(number).GetName() for number in range(dataset.GetLayerCount())}


def _complete(path: Path, file: OpenedFile) -> None:
    """Note the file's last entry, and bring what lies in a log of its own into the file, where that may be written."""
    with opened(path, update=not is_read_only(path)) as dataset:
        file.see(file.last_entry(dataset))
        if not is_read_only(path):
            into_one_file(dataset)
            if path.with_name(f"{path.name}-journal").exists():
                remove_unused_journal(dataset)


def plain_value(value: Any) -> Any:  # noqa: ANN401 - an attribute may be anything
    """None for NULL, ISO 8601 text (UTC for times) for Qt's dates; other values unchanged."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ssZ")
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate)
    return value
