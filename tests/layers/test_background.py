"""Work in the background: results arrive on the main thread, and only if they are still needed."""

from __future__ import annotations

import gc
import threading

import pytest

from yalu_plugin.core.errors import YaluError


class Wrong(YaluError):
    template = "it is wrong"


def fail(_task):
    raise Wrong()


def begun(work):
    """Return a task whose work has ended, and the list that receives its signals once events are processed."""
    from yalu_plugin.layers.background import Background

    def whole(task):
        try:
            return work(task)
        finally:
            ended.set()

    received, ended = [], threading.Event()
    task = Background("work", whole)
    for signal in (task.done, task.failed):
        signal.connect(lambda brought: received.append((brought, threading.current_thread())))
    task.cancelled.connect(lambda: received.append("cancelled"))
    task.start()
    assert ended.wait(10) and not received
    return task, received


def settle(qgis_app):
    from qgis.core import QgsApplication

    while QgsApplication.taskManager().count():
        qgis_app.processEvents()


@pytest.mark.parametrize(("work", "brought"), [(lambda task: 7, 7), (fail, "it is wrong")])
def test_the_result_arrives_on_the_main_thread(qgis_app, work, brought):
    _, received = begun(work)
    settle(qgis_app)
    (result, thread), = received
    assert getattr(result, "template", result) == brought and thread is threading.main_thread()


def test_no_reference_is_needed(qgis_app):
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.background import Background

    class Listener(QObject):
        def hear(self, result):
            received.append(result)

    received, listener, released = [], Listener(), threading.Event()
    Background("first", lambda task: released.wait(10)).start()
    task = Background("second", lambda task: 7)
    task.done.connect(listener.hear)
    task.start()
    del task
    gc.collect()
    released.set()
    settle(qgis_app)
    assert received == [7]


def test_waiting_work_receives_a_cancel(qgis_app):
    from yalu_plugin.layers.background import Background

    received, waits = [], threading.Event()
    task = Background("work", lambda task: task.feedback.canceled.connect(waits.set) and waits.wait(10))
    task.cancelled.connect(lambda: received.append("cancelled"))
    task.done.connect(received.append)
    task.start()
    task.cancel()
    settle(qgis_app)
    assert received == ["cancelled"]


@pytest.mark.parametrize("work", [lambda task: 7, fail], ids=["done", "failed"])
def test_once_abandoned_no_signal_follows_even_if_the_work_has_ended(qgis_app, work):
    task, received = begun(work)
    task.abandon()
    settle(qgis_app)
    assert not received


def test_a_bug_does_not_block_the_caller_and_is_reported(qgis_app, monkeypatch):
    import sys

    def divide(_task):
        return 1 / 0

    reported = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: reported.append(kind))
    task, received = begun(divide)
    settle(qgis_app)
    (error, thread), = received
    assert isinstance(error, YaluError) and str(error).startswith("work: ") and "ZeroDivisionError" in error.detail
    assert thread is threading.main_thread() and reported == [ZeroDivisionError]


def test_a_task_that_qgis_has_deleted_can_still_be_abandoned(qgis_app):
    from qgis.PyQt import sip

    task, received = begun(lambda task: 7)
    settle(qgis_app)
    while not sip.isdeleted(task):
        qgis_app.sendPostedEvents(None, 0)
        qgis_app.processEvents()
    task.abandon()
    assert [brought for brought, _thread in received] == [7]


@pytest.mark.parametrize("deleted", (False, True))
def test_a_result_comes_too_late_for_an_object_that_was_deleted(qgis_app, deleted):
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.layers.background import Background, unless_deleted

    class Receiver(QObject):
        results: list[tuple] = []

        def store(self, *results):
            self.results.append(results)

    receiver = Receiver()
    receiver.results.clear()
    task = Background("work", lambda task: 7)
    task.done.connect(unless_deleted(receiver.store, "first"))
    if deleted:
        sip.delete(receiver)
    task.start()
    settle(qgis_app)
    assert receiver.results == ([] if deleted else [("first", 7)])
