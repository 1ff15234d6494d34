"""Images that were found are written into the survey aside: thousands of them take a second or more."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsTask

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.i18n import tr
from yalu_plugin.layers.background import Background
from yalu_plugin.layers.survey.images import add_images
from yalu_plugin.workbench import Workbench


def keeping(workbench: Workbench, scenes: Sequence[Scene]) -> Background:
    """A task that writes `scenes` into the open survey; when it is `done`, the workbench has them.

    It cannot be cancelled: all of them are written, or it has `failed` and none is. Raises NoSurveyOpen.
    """
    survey, known = workbench.session.need_survey(), workbench.scenes.known(scenes)
    task = Background(tr("Adding images"), lambda _task: add_images(survey, scenes, known), QgsTask.Flag.Silent)
    task.done.connect(lambda _added: workbench.session.refresh())
    return task
