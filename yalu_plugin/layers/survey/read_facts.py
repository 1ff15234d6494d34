"""A survey read into memory in another thread, a page at a time: the window goes on, and so does whoever writes.

No transaction is kept open: in a file without a log, a reader in the midst of one refuses every click until it has
done. So rows may change between two pages; the record tells which, and those are put right at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import QgsFeedback

from yalu_plugin.core.importing.work_progress import Cancelled
from yalu_plugin.core.memory import release_memory
from yalu_plugin.core.schema import FACTS
from yalu_plugin.core.survey.codec import Page, row_from_entry
from yalu_plugin.core.survey.delta import Delta, Entry
from yalu_plugin.core.survey.facts import Facts
from yalu_plugin.layers.survey.geopackage import execute, opened, rows_of
from yalu_plugin.layers.survey.raw_rows import FIRST
from yalu_plugin.layers.survey.rows import missing_columns, page_size, page_sql

_TRIGGERS = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND substr(name, 1, 5) = 'yalu_'"
_LAST = "SELECT COALESCE(MAX(seq), 0) FROM audit"
_ENTRIES = """SELECT seq, at, who, action, origin, table_name, row_id, before, after FROM audit
WHERE seq > {seq} ORDER BY seq"""


def read_facts(path: Path, feedback: QgsFeedback) -> Facts:
    """The facts of the survey at `path` as of the last entry of its record, which is their `seq`.

    For a task. Raises Cancelled, and what opening a survey file raises.
    """
    with opened(path) as dataset:
        is_recorded = execute(dataset, _TRIGGERS) != ["0"]
        if not is_recorded:
            execute(dataset, "BEGIN")  # version 1: nothing would tell what changes meanwhile
        seq = int(execute(dataset, _LAST)[0])
        facts = Facts(_Reading(dataset, feedback).pages, seq)
        if is_recorded:
            facts.catch_up(_written_after(dataset, seq))
        release_memory()
        return facts


class _Reading:
    """Pages of tables, with progress over all of them."""

    def __init__(self, dataset: gdal.Dataset, feedback: QgsFeedback) -> None:
        self._dataset, self._feedback = dataset, feedback
        self._missing = {name: missing_columns(dataset, name) for name in FACTS}  # in a file of an older version
        self._done, self._total = 0, sum(int(execute(dataset, f'SELECT COUNT(*) FROM "{name}"')[0])
                                         for name, missing in self._missing.items() if missing is not None)

    def pages(self, table: str) -> Iterator[Page]:
        """The pages of a table, in the order of fid: SQLite is at the next one while one is taken in."""
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
        """The pages as the file gives them: JSON of each column."""
        count, missing, after = page_size(table), self._missing[table], FIRST
        while missing is not None:
            ((*texts,),) = _quietly(self._dataset, page_sql(table, after, count, missing=missing))
            yield texts
            fids = json.loads(texts[0])
            if len(fids) < count:
                return
            after = fids[-1]


def _quietly(dataset: gdal.Dataset, statement: str) -> list[tuple[Any, ...]]:
    """As rows_of, in a thread for which nobody has said what becomes of GDAL's words."""
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
