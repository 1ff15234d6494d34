"""A search as a task does it, and faults that services have."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.stac_server import hang, send


def run(source: Any, feedback: Any = None, **query: Any) -> Any:
    """What `source` finds: searched in a thread of Qt's, the main one waiting for events. Raises what it raises."""
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery

    feedback = feedback or QgsFeedback()
    return in_task(lambda: source.search(SceneQuery(**query), feedback))


def in_task(work: Any) -> Any:
    """What `work` returns, in a task. Raises what it raises."""
    from qgis.core import QgsApplication, QgsTask

    outcome: list[Any] = []

    def do(task: Any) -> None:
        try:
            outcome.append(work())
        except Exception as error:
            outcome.append(error)

    task = QgsTask.fromFunction("search", do)
    QgsApplication.taskManager().addTask(task)
    while not outcome or QgsApplication.taskManager().count():
        QgsApplication.processEvents()
        time.sleep(0.005)
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def cancelled_once(asked: Callable[[], object]) -> Any:
    """A feedback that somebody cancels once this is so: the service was asked, say."""
    from qgis.core import QgsFeedback

    feedback = QgsFeedback()

    def press() -> None:
        while not asked():
            time.sleep(0.01)
        feedback.cancel()

    threading.Thread(target=press, daemon=True).start()
    return feedback


def circle(handler: Any) -> None:
    """Send every request on to itself."""
    send(handler, b"", 302, Location=handler.path)


def half(handler: Any) -> None:
    """Break off in the middle."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"type": ')
    handler.close_connection = True


def endless(handler: Any) -> None:
    """More than 50 MB."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(60_000_000))
    handler.end_headers()
    try:
        for _ in range(60):
            handler.wfile.write(b" " * 1_000_000)
    except OSError:
        handler.close_connection = True


FAULTS = [  # what any service may answer, the error it is, and words of its line
    (lambda handler: send(handler, b"", 500), "ServiceFailed", "HTTP 500"),
    (lambda handler: send(handler, b"", 429, Retry_After="3600"), "ServiceBusy", "is busy"),
    (circle, "RedirectedInCircles", "in circles"),
    (half, "ServiceUnreachable", "failed"),
    (endless, "AnswerTooLarge", "more than 50 MB"),
    (hang, "ServiceTimedOut", "did not answer in time")]


def each_fault(*more: tuple[Any, str, str]) -> pytest.MarkDecorator:
    """Run a test for each of FAULTS and those that only this service has, as `fault`, `name` and `text`."""
    return pytest.mark.parametrize(("fault", "name", "text"), [*FAULTS, *more],
                                   ids=lambda value: value if isinstance(value, str) else "")


def fails_in_one_line(search: Any, name: str, text: str) -> None:
    """See that `search` raises the error of this name, and that it says `text` in one line."""
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as raised:
        search()
    assert type(raised.value).__name__ == name
    assert text in str(raised.value) and "\n" not in str(raised.value)
