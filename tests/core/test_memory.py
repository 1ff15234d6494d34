"""The garbage collector is paused during large work and restored afterwards."""

from __future__ import annotations

import gc
import weakref

import pytest

from yalu_plugin.core.memory import collector_off, resume_collector, with_collector_paused


class Cycle:
    """An object that refers to itself."""

    def __init__(self) -> None:
        self.itself = self


def test_new_objects_are_not_traversed_until_the_collector_is_resumed() -> None:
    runs: list[int] = []

    def on_collection(phase: str, _about: object) -> None:
        runs.append(gc.isenabled()) if phase == "start" else None

    def work(count: int) -> list[list[int]]:
        created.append(weakref.ref(Cycle()))
        return [[number] for number in range(count)]

    created: list[weakref.ref[Cycle]] = []
    gc.callbacks.append(on_collection)
    try:
        result = with_collector_paused(work)(200_000)
        assert not runs and len(result) == 200_000
    finally:
        gc.callbacks.remove(on_collection)
    assert gc.isenabled()
    gc.collect()
    assert created[0]() is not None
    resume_collector()
    gc.collect()
    assert created[0]() is None


def test_the_collector_is_restored_after_an_error_and_stays_off_if_it_was_off() -> None:
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


def test_nothing_is_traversed_while_it_is_off() -> None:
    with pytest.raises(ValueError), collector_off():
        assert not gc.isenabled()
        with collector_off():
            pass
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()
