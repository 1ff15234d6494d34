"""A search run like in a task, and faults of services."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from tests.stac_server import hang, send


def run(source: Any, feedback: Any = None, **query: Any) -> Any:
    """Return the result of searching `source` in a thread of Qt's while the main one processes events.

    Raises the error of the search.
    """
    from qgis.core import QgsFeedback

    from yalu_plugin.core.imagery.scene_query import SceneQuery

    feedback = feedback or QgsFeedback()
    return in_task(lambda: source.search(SceneQuery(**query), feedback))


def in_task(work: Any) -> Any:
    """Return the result of `work` in a task. Raises its error."""
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
    """Return a feedback that is cancelled once a condition holds, such as a request to the service."""
    from qgis.core import QgsFeedback

    feedback = QgsFeedback()

    def press() -> None:
        while not asked():
            time.sleep(0.01)
        feedback.cancel()

    threading.Thread(target=press, daemon=True).start()
    return feedback


def circle(handler: Any) -> None:
    """Redirect every request to itself."""
    send(handler, b"", 302, Location=handler.path)


def half(handler: Any) -> None:
    """End the answer in the middle."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b'{"type": ')
    handler.close_connection = True


def endless(handler: Any) -> None:
    """Answer with more than 50 MB."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(60_000_000))
    handler.end_headers()
    try:
        for _ in range(60):
            handler.wfile.write(b" " * 1_000_000)
    except OSError:
        handler.close_connection = True


FAULTS = [  # an answer of any service, the error for it, and words of its message
    (lambda handler: send(handler, b"", 500), "ServiceFailed", "HTTP 500"),
    (lambda handler: send(handler, b"", 429, Retry_After="3600"), "ServiceBusy", "is busy"),
    (circle, "RedirectedInCircles", "in a circle"),
    (half, "ServiceUnreachable", "failed"),
    (endless, "AnswerTooLarge", "more than 50 MB"),
    (hang, "ServiceTimedOut", "did not answer in time")]


def each_fault(*more: tuple[Any, str, str]) -> pytest.MarkDecorator:
    """Run a test for each of FAULTS and the faults of this service only, as `fault`, `name` and `text`."""
    return pytest.mark.parametrize(("fault", "name", "text"), [*FAULTS, *more],
                                   ids=lambda value: value if isinstance(value, str) else "")


def fails_in_one_line(search: Any, name: str, text: str) -> None:
    """Check that `search` raises the error of this name with `text` in one line."""
    from yalu_plugin.core.errors import YaluError

    with pytest.raises(YaluError) as raised:
        search()
    assert type(raised.value).__name__ == name
    assert text in str(raised.value) and "\n" not in str(raised.value)
