"""Searching as the panel does it: in a task, with the main thread waiting for events."""

from __future__ import annotations

import time
from typing import Any


def search(address: Any, collections: Any = (), feedback: Any = None, **query: Any) -> Any:
    """The catalogue found, or the error raised."""
    from qgis.core import QgsApplication, QgsFeedback, QgsTask

    from yalu_plugin.core.imagery.query import SceneQuery
    from yalu_plugin.layers.sources.stac import StacSource

    outcome: list[Any] = []
    feedback = feedback or QgsFeedback()

    def work(task: QgsTask) -> None:
        try:
            outcome.append(StacSource(str(address), collections).search(SceneQuery(**query), feedback))
        except Exception as error:
            outcome.append(error)

    task = QgsTask.fromFunction("search", work)
    QgsApplication.taskManager().addTask(task)
    while not outcome or QgsApplication.taskManager().count():
        QgsApplication.processEvents()
        time.sleep(0.005)
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]
