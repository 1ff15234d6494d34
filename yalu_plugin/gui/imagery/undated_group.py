"""The images whose date nothing tells, listed below the rows that step."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QListView, QVBoxLayout

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.imagery.scene_rows import SceneRows
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench


class UndatedGroup(QgsCollapsibleGroupBox):
    """Follows the scenes; hidden where all are dated. `why` says, by uri, why one that was added is undated."""

    def __init__(self, workbench: Workbench, why: Mapping[str, str]) -> None:
        super().__init__()
        self.setObjectName("yalu_undated_group")
        self._scenes, self._why = workbench.scenes, why
        view = QListView()
        view.setObjectName("yalu_undated")
        view.setAccessibleName(tr("Undated images"))
        view.setToolTip(tr("Images without a date: they cannot be stepped to"))
        view.setMinimumHeight(40)
        view.setUniformItemSizes(True)
        self._rows = SceneRows(_name, self._told, view)
        view.setModel(self._rows)
        QVBoxLayout(self).addWidget(view)
        for changed in (workbench.session.survey_changed, workbench.scenes.scenes_changed):
            changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        undated = self._scenes.undated
        self._rows.show(undated)
        self.setTitle(tr("Undated ({n})").format(n=len(undated)))
        self.setVisible(bool(undated))

    def _told(self, scene: Scene) -> str:
        why = self._why.get(scene.uri, tr("No date to rely on was found. Add it again to see why."))
        return f"{why}\n{scene.uri}"


def _name(scene: Scene) -> str:
    mark = f" · {tr('SYNTHETIC')}" if scene.synthetic else ""
    return one_line(scene.name) + mark
