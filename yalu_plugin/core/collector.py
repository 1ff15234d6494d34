"""Python's collector of unused cycles, kept off work that makes millions of objects.

It goes through all objects again and again while their number grows, and nothing else of Python runs meanwhile: of
70,000 sites that stopped the window for half a second at a time. What has no cycles goes without it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TypeVar

Result = TypeVar("Result")
Given = TypeVar("Given")


def with_collector_paused(work: Callable[[Given], Result]) -> Callable[[Given], Result]:
    """The same work; what it makes is not gone through meanwhile, nor afterwards until `resume_collector`."""
    @wraps(work)
    def quietly(given: Given) -> Result:
        with collector_off():
            try:
                return work(given)
            finally:
                gc.freeze()

    return quietly


@contextmanager
def collector_off() -> Iterator[None]:
    """For a while, nothing is gone through: for work at whose end all that it has made has gone."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def resume_collector() -> None:
    """What was made with the collector paused is as all else again: cycles that nobody uses are found. To be called
    when most of it has gone.
    """
    gc.unfreeze()
