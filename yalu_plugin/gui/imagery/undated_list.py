"""The list of images without a date, which cannot be stepped to."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QHBoxLayout, QListView, QWidget

from yalu_plugin.core.imagery.scene import Scene
from yalu_plugin.core.plain_text import one_line
from yalu_plugin.gui.imagery.scene_list import SceneRows
from yalu_plugin.gui.labels import ElidedLabel, plain_label
from yalu_plugin.gui.map_coordinates import zoom_to_scenes
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.workbench import Workbench

LINES = 2


class UndatedList(QWidget):
    """Lists the undated scenes of the survey, and shows one on a double click; hidden if there are none.

    `undated_reasons` maps the uri of an added image to the reason why it is undated. `count_label` shows how many
    there are while the list is hidden.
    """

    def __init__(self, workbench: Workbench, undated_reasons: Mapping[str, str], messages: Messages,
                 canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._imagery, self._messages, self._canvas = workbench.imagery, messages, canvas
        self.setObjectName("yalu_undated_group")
        self._scenes, self._reasons = workbench.scenes, undated_reasons
        view = QListView()
        view.setObjectName("yalu_undated")
        view.setAccessibleName(tr("Undated images"))
        view.setToolTip(tr("Images without a date: a double click shows one; nothing can be recorded from it"))
        view.activated.connect(lambda index: self._show_scene(self._scenes.undated[index.row()]))
        view.setFixedHeight(LINES * view.fontMetrics().height() + 6)
        view.setUniformItemSizes(True)
        self._rows = SceneRows(_name, self._tooltip, view)
        view.setModel(self._rows)
        self._count = plain_label(name="yalu_undated_count")
        self.count_label = ElidedLabel("yalu_undated_noted", bold=False)
        self._count.setBuddy(view)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addWidget(view, 1)
        for changed in (workbench.session.survey_changed, workbench.scenes.scenes_changed):
            changed.connect(self._show)
        self._show()

    def count_text(self) -> str:
        """Return how many undated images there are; empty for none."""
        return tr("Undated ({n})").format(n=len(self._scenes.undated)) if self._scenes.undated else ""

    def _show(self) -> None:
        undated = self._scenes.undated
        self._rows.show(undated)
        self._count.setText(self.count_text())
        self.count_label.show_text(self.count_text(), tr("Images without a date: they cannot be stepped to"))
        self.count_label.setVisible(bool(undated))
        self.setVisible(bool(undated))

    def _show_scene(self, scene: Scene) -> None:
        with self._messages.reporting():
            self._imagery.show(scene)
            zoom_to_scenes(self._canvas, [scene])
            text = tr("{name} is shown, but it has no date: nothing can be recorded from it. {why}")
            self._messages.warn(text.format(name=_name(scene), why=self._reason(scene)))

    def _reason(self, scene: Scene) -> str:
        return self._reasons.get(scene.uri, tr("No reliable date was found. Add it again to see why."))

    def _tooltip(self, scene: Scene) -> str:
        return f"{self._reason(scene)}\n{scene.uri}"


def _name(scene: Scene) -> str:
    mark = f" · {tr('SYNTHETIC')}" if scene.synthetic else ""
    return one_line(scene.name) + mark
