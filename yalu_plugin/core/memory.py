"""Memory and the garbage collector: pausing Python's cycle collector, and returning freed memory to the system.

The collector repeatedly traverses all objects while their number grows, and no other Python code runs meanwhile: with
70,000 sites this blocked the window for half a second at a time. Objects without cycles do not need it.
"""

from __future__ import annotations

import ctypes
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

Result = TypeVar("Result")
Argument = TypeVar("Argument")


def with_collector_paused(work: Callable[[Argument], Result]) -> Callable[[Argument], Result]:
    """Wrap `work` so that the collector skips the objects it creates, meanwhile and until `resume_collector`."""
    @wraps(work)
    def run_paused(argument: Argument) -> Result:
        with collector_off():
            try:
                return work(argument)
            finally:
                gc.freeze()

    return run_paused


@contextmanager
def collector_off() -> Iterator[None]:
    """Switch the collector off, for work whose objects are all freed at its end."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def resume_collector() -> None:
    """Let the collector traverse objects created while it was paused again, when most of them have been freed."""
    gc.unfreeze()


def release_memory() -> None:
    """Return freed memory to the system after work on a million rows: glibc would keep 100 MB, other systems do not."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
