"""A single Python thread for geographic work outside the main thread.

pyproj has a context per thread, frees it with Python's state of that thread, and looks it up by the thread itself. A
thread of Qt's pool gets a new Python state for each task: the second task that uses pyproj there would get the freed
context, and QGIS would crash (seen with pyproj 3.7.1 on Debian 13). A Python thread keeps its state.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Result = TypeVar("Result")
NAME = "yalu-worker"


def in_worker(work: Callable[[], Result]) -> Result:
    """Run `work` in the worker and wait for it; in the main thread and in the worker itself, run it directly.

    Results and exceptions of `work` are passed to the caller.
    """
    current = threading.current_thread()
    if current is threading.main_thread() or current.name.startswith(NAME):
        return work()
    return _worker().submit(work).result()


@cache
def _worker() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=NAME)
