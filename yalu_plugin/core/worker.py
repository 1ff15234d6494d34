"""One Python thread for geographic work away from the main thread.

pyproj keeps a context per thread, frees it with Python's state of that thread, and finds it again by the thread
itself. A thread of Qt's pool gets a new Python state for each task: the second task to use pyproj there would find
the freed context, and QGIS would crash (seen with pyproj 3.7.1 on Debian 13). A thread of Python's own keeps its state.
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
    """Do `work` in the worker and wait for it; on the main thread, and in the worker itself, do it right here.

    What `work` returns or raises comes back to the caller.
    """
    here = threading.current_thread()
    if here is threading.main_thread() or here.name.startswith(NAME):
        return work()
    return _worker().submit(work).result()


@cache
def _worker() -> ThreadPoolExecutor:
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(max_workers=1, thread_name_prefix=NAME)
