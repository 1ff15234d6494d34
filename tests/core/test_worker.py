"""The worker: a single Python thread does the work of all other threads."""

from __future__ import annotations

import threading

import pytest

from yalu_plugin.core.worker import NAME, in_worker


def from_another_thread(work):
    results = []

    def run() -> None:
        try:
            results.append(in_worker(work))
        except Exception as error:  # noqa: BLE001 - looked at by the test
            results.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return results[0]


def test_on_the_main_thread_it_runs_directly():
    assert in_worker(threading.current_thread) is threading.main_thread()


def test_other_threads_share_one_worker():
    first, second = (from_another_thread(threading.get_ident) for _ in range(2))
    assert first == second != threading.get_ident()


def test_work_requested_in_the_worker_runs_there():
    assert from_another_thread(lambda: in_worker(lambda: threading.current_thread().name)).startswith(NAME)


def test_errors_are_passed_to_the_caller():
    error = from_another_thread(lambda: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        raise error
