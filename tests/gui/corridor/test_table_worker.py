"""Tables computed in the background: the last requested one is emitted; and rows of large tables with their sites."""

from __future__ import annotations

import threading

import pytest

pytest.importorskip("geopandas")


@pytest.fixture
def worker(qgis_app):
    from qgis.PyQt.QtCore import QObject

    from yalu_plugin.gui.corridor.table_worker import TableWorker

    parent = QObject()
    worker = TableWorker(parent)
    worker.built_rows, worker.ends = [], []
    worker.built.connect(lambda rows: worker.built_rows.append(list(rows)))
    worker.failed.connect(lambda error: worker.ends.append(str(error)))
    worker.stopped.connect(lambda: worker.ends.append("stopped"))
    yield worker
    parent.deleteLater()


def frame(**columns):
    import pandas

    return pandas.DataFrame(columns)


def test_the_last_request_is_emitted_and_the_previous_one_is_cancelled(worker, wait_for):
    started, seen = threading.Event(), []

    def slow(feedback):
        started.set()
        while not feedback.isCanceled():
            pass
        seen.append("cancelled")
        return frame(n=[1])

    worker.request(slow)
    wait_for(started.is_set)
    worker.request(lambda feedback: frame(n=[2]))
    worker.request(lambda feedback: frame(n=[3]))
    wait_for(lambda: worker.built_rows)
    assert worker.built_rows == [[{"n": 3}]] and seen == ["cancelled"] and worker.ends == []


def test_away_from_the_main_thread(worker, wait_for):
    worker.request(lambda feedback: frame(main=[threading.current_thread() is threading.main_thread()]))
    wait_for(lambda: worker.built_rows)
    assert not worker.built_rows[0][0]["main"]


def test_errors_and_cancellation_by_the_user_are_reported(worker, wait_for):
    from qgis.core import QgsApplication

    from yalu_plugin.core.errors import YaluError

    def fail(feedback):
        raise YaluError("no way")

    worker.request(fail)
    wait_for(lambda: worker.ends)
    started = threading.Event()

    def slow(feedback):
        started.set()
        while not feedback.isCanceled():
            pass
        return frame(n=[1])

    worker.request(slow)
    wait_for(started.is_set)
    QgsApplication.taskManager().cancelAll()
    wait_for(lambda: len(worker.ends) == 2)
    assert worker.ends[1] == "stopped" and worker.built_rows == []


def test_rows_and_the_sites_they_are_about():
    from yalu_plugin.gui.corridor.frame_rows import FrameRows

    pairs = FrameRows(frame(site_id=list("aaabbc"), other_id=list("bcdcdd"), km=range(6)))
    assert len(pairs) == 6 and pairs[4] == {"site_id": "b", "other_id": "d", "km": 4}
    assert set(pairs.sites_of([(0, 1), (4, 4)])) == set("abcd") and pairs.sites_of([]) == []
    assert pairs.spans_of("abc").tolist() == [[0, 1], [3, 3]]
    assert pairs.spans_of("abcd").tolist() == [[0, 5]] and pairs.spans_of("a").tolist() == []
    clusters = FrameRows(frame(site_ids=[("a", "b"), ("c", "d")]))
    assert clusters.sites_of([(1, 1)]) == ["c", "d"] and clusters.spans_of("abc").tolist() == [[0, 0]]
    assert FrameRows(frame(from_km=[0.0])).spans_of("a").tolist() == []
