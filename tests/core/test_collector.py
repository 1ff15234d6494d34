"""Python's collector: kept off large work, and back at its own afterwards."""

from __future__ import annotations

import gc
import weakref

import pytest

from yalu_plugin.core.collector import collector_off, resume_collector, with_collector_paused


class Cycle:
    """Refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_what_is_made_is_not_gone_through_until_the_collector_is_resumed() -> None:
    runs: list[int] = []

    def heard(phase: str, _about: object) -> None:
        runs.append(gc.isenabled()) if phase == "start" else None

    def work(count: int) -> list[list[int]]:
        made.append(weakref.ref(Cycle()))
        return [[number] for number in range(count)]

    made: list[weakref.ref[Cycle]] = []
    gc.callbacks.append(heard)
    try:
        kept = with_collector_paused(work)(200_000)
        assert not runs and len(kept) == 200_000
    finally:
        gc.callbacks.remove(heard)
    assert gc.isenabled()
    gc.collect()
    assert made[0]() is not None
    resume_collector()
    gc.collect()
    assert made[0]() is None


def test_the_collector_is_back_after_an_error_and_stays_off_where_it_was() -> None:
    def fail(_given: object) -> None:
        raise ValueError

    for _ in range(2):
        with pytest.raises(ValueError):
            with_collector_paused(fail)(None)
    assert gc.isenabled()
    gc.disable()
    try:
        with_collector_paused(len)([])
        assert not gc.isenabled()
    finally:
        gc.enable()
        resume_collector()


def test_while_it_is_off_nothing_is_gone_through() -> None:
    with pytest.raises(ValueError), collector_off():
        assert not gc.isenabled()
        with collector_off():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()
