"""The background task that writes images into the survey; thousands of them take a second or more."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsTask

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.images import add_images
from yalu_plugin.workbench import Workbench


def store_images_task(workbench: Workbench, scenes: Sequence[Scene]) -> Background:
    """Create a task that writes `scenes` into the open survey, and updates the workbench when it is `done`.

    It cannot be cancelled: it writes all of them, or it has `failed` and writes none.

    Raises:
        NoSurveyOpen: no survey is open.
    """
    survey, known = workbench.session.need_survey(), workbench.scenes.known(scenes)
    task = Background(tr("Adding images"), lambda _task: add_images(survey, scenes, known), QgsTask.Flag.Silent)
    task.done.connect(lambda _added: workbench.session.refresh())
    return task
