"""The worker: one thread of Python's own, and no other, does what other threads ask for."""

from __future__ import annotations

import threading

import pytest

from yalu_plugin.core.worker import NAME, in_worker


def from_another_thread(work):
    told = []

    def run() -> None:
        try:
            told.append(in_worker(work))
        except Exception as error:  # noqa: BLE001 - looked at by the test
            told.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return told[0]


def test_on_the_main_thread_it_is_done_right_here():
    assert in_worker(threading.current_thread) is threading.main_thread()


def test_other_threads_share_one_worker():
    first, second = (from_another_thread(threading.get_ident) for _ in range(2))
    assert first == second != threading.get_ident()


def test_what_is_asked_for_in_the_worker_is_done_there():
    assert from_another_thread(lambda: in_worker(lambda: threading.current_thread().name)).startswith(NAME)


def test_errors_come_back():
    error = from_another_thread(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        raise error
