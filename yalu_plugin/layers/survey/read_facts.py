"""Read a survey into memory in another thread, a page at a time: the window stays responsive, and others can write.

No transaction is kept open: in a file without a log, a connection that is reading refuses every write until it is done.
So rows may change between two pages; the record shows which, and these are corrected at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsFeedback

from yalu_plugin.core.memory import release_memory
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.codec import Page, row_from_entry
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.core.work_progress import Cancelled
from yalu_plugin.layers.survey.geopackage import execute, opened, rows_of
from yalu_plugin.layers.survey.raw_rows import FIRST
from yalu_plugin.layers.survey.rows import missing_columns, page_size, page_sql

_TRIGGERS = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 5) = 'yalu_'"
_LAST = "SELECT COALESCE(MAX(seq), 0) FROM audit"
_ENTRIES = """SELECT seq, at, who, action, origin, table_name, row_id, before, after FROM audit
WHERE seq > {seq} ORDER BY seq"""


def read_facts(path: Path, feedback: QgsFeedback) -> Facts:
    """Return the facts of the survey at `path` as of the last entry of its record, which is their `seq`.

    For a task. Raises Cancelled, and what opening a survey file raises.
    """
    with opened(path) as dataset:
        is_recorded = execute(dataset, _TRIGGERS) != ["0"]
        if not is_recorded:
            execute(dataset, "BEGIN")  # version 1: changes made meanwhile are not recorded
        seq = int(execute(dataset, _LAST)[0])
        facts = Facts(_Reading(dataset, feedback).pages, seq)
        if is_recorded:
            facts.catch_up(_written_after(dataset, seq))
        release_memory()
        return facts


class _Reading:
    """Reads pages of tables, with progress over all of them."""

    def __init__(self, dataset: gdal.Dataset, feedback: QgsFeedback) -> None:
        self._dataset, self._feedback = dataset, feedback
        self._missing = {name: missing_columns(dataset, name) for name in FACTS}  # in a file of an older version
        self._done, self._total = 0, sum(int(execute(dataset, f'SELECT COUNT(*) FROM "{name}"')[0])
                                         for name, missing in self._missing.items() if missing is not None)

    def pages(self, table: str) -> Iterator[Page]:
        """Yield the pages of a table, in the order of fid; SQLite reads the next page while the caller handles one."""
        from concurrent.futures import ThreadPoolExecutor  # on first use: a start has 50 ms

        texts = self._texts(table)
        with ThreadPoolExecutor(1) as thread:
            pending = thread.submit(next, texts, None)
            while (found := pending.result()) is not None:
                if self._feedback.isCanceled():
                    raise Cancelled()
                pending = thread.submit(next, texts, None)
                page = [json.loads(text) for text in found]
                yield page
                self._done += len(page[0])
                self._feedback.setProgress(100 * self._done / max(self._total, 1))

    def _texts(self, table: str) -> Iterator[list[str]]:
        """Yield the pages as JSON of each column."""
        count, missing, after = page_size(table), self._missing[table], FIRST
        while missing is not None:
            ((*texts,),) = _quietly(self._dataset, page_sql(table, after, count, missing=missing))
            yield texts
            fids = json.loads(texts[0])
            if len(fids) < count:
                return
            after = fids[-1]


def _quietly(dataset: gdal.Dataset, statement: str) -> list[tuple[Any, ...]]:
    """Do as rows_of, in a thread that has no handler for GDAL's messages."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return rows_of(dataset, statement)
    finally:
        gdal.PopErrorHandler()


def _written_after(dataset: gdal.Dataset, seq: int) -> Delta:
    return Delta(tuple(
        Entry(int(number), at, who, action, origin, table, row_id, row_from_entry(table, before),
              row_from_entry(table, after))
        for number, at, who, action, origin, table, row_id, before, after in rows_of(dataset, _ENTRIES.format(seq=seq))
        if table in FACTS))
