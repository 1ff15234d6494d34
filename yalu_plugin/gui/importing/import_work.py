"""What an import does aside, in the worker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yalu_plugin.core.worker import in_worker

if TYPE_CHECKING:
    from yalu_plugin.core.importing.column_map import ColumnMap
    from yalu_plugin.core.importing.judged import Judged, KnownSite
    from yalu_plugin.core.importing.source import ReadOptions, Source


def read_and_guess(path: Path, options: ReadOptions) -> tuple[Source, ColumnMap]:
    """The file's rows and the likely meaning of its columns."""
    from yalu_plugin.core.importing.columns import guess_columns
    from yalu_plugin.core.importing.reading import read_source

    source = in_worker(lambda: read_source(path, options))
    return source, guess_columns(source)


def judge_rows(source: Source, column_map: ColumnMap, known: tuple[KnownSite, ...]) -> Judged:
    """What becomes of each row of the file."""
    from yalu_plugin.core.importing.judge import judge

    return in_worker(lambda: judge(source, column_map, known=known))
