"""A survey whose names and notes are markup: every panel and dialog shows them literally, and keeps its width."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

LINK = '<a href="file:////host/share">x</a><img src="file:////host/share/a.png">'
HOSTILE = (LINK, "<h1>large</h1>", "W" * 5000, "name\n\nof\nlines\n" * 50, "\u202egnp.exe", "a &amp; b &lt;b&gt;",
           "<" * 300, "혜산\u0000\u2066도하")
TITLE = LINK + "<h1>title</h1>" + "long" * 1000


@pytest.fixture
def hostile(empty_bench: Any, tmp_path: Any) -> Any:
    """A workbench on a survey with such names, and a scene with such texts on screen."""
    from qgis.core import QgsPointXY

    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.write import change

    bench = empty_bench
    bench.new_survey(tmp_path / "a&b.gpkg", TITLE, published=True)
    from yalu_plugin.layers.survey.survey_sites import new_site

    for number, name in enumerate((*HOSTILE, None)):
        rows = new_site(QgsPointXY(128.1 - number / 20, 41.4), "vehicle_ford", None)
        rows["sites"][0].update(name=name, note=name, country="KP")
        change(bench.session.survey.path, "test", rows, {})
    moments = (datetime(2025, 7, day, tzinfo=timezone.utc) for day in (1, 2))
    dated = [Scene(f"s{number}", str(tmp_path / f"{number}<img src=x>.tif"), moment, moment, "acquired", "stac",
                   platform=HOSTILE[number], provider=LINK, attribution=HOSTILE[number + 2], licence=LINK)
             for number, moment in enumerate(moments)]
    bench.scenes.add([*dated, Scene("u", str(tmp_path / "undated <h1>.tif"))])
    bench.session.refresh()
    return bench


def widgets(root: Any) -> Iterator[Any]:
    from qgis.PyQt.QtWidgets import QWidget

    yield root
    yield from root.findChildren(QWidget)


def texts_of(model: Any) -> Iterator[tuple[str, Any]]:
    """The texts of a model: its cells, tooltips and headers."""
    from qgis.PyQt.QtCore import QAbstractListModel, Qt

    roles = {"display": Qt.ItemDataRole.DisplayRole, "tooltip": Qt.ItemDataRole.ToolTipRole}
    for kind, role in roles.items():
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield kind, model.headerData(column, Qt.Orientation.Horizontal, role)
            for row in range(model.rowCount()):
                yield kind, model.index(row, column).data(role)


def is_markup(text: Any) -> bool:
    """Whether Qt would render this as HTML, with tags of the data in it."""
    return any(mark in str(text or "").lower() for mark in ("<a ", "<img", "<h1>", "a &amp; b"))


def faults(root: Any) -> list[str]:
    """The texts in this window that would be rendered as HTML, reordered by control characters, or are too long."""
    from qgis.gui import QgsFileWidget
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QLabel

    found = []
    for widget in widgets(root):
        name = f"{type(widget).__name__} {widget.objectName()}"
        own = not isinstance(widget.parent(), QgsFileWidget)  # it contains a link itself
        rich = isinstance(widget, QLabel) and own and widget.textFormat() != Qt.TextFormat.PlainText
        if rich and is_markup(widget.text()):
            found.append(f"{name}: {widget.text()[:60]}")
        if is_markup(widget.toolTip()) or len(widget.toolTip()) > 2500:
            found.append(f"tooltip of {name}: {widget.toolTip()[:60]}")
        model = widget.model() if isinstance(widget, (QAbstractItemView, QComboBox)) else None
        for kind, text in texts_of(model) if model is not None else ():
            long = len(str(text or "")) > (500 if kind == "display" else 2500)
            turned = any(mark in str(text or "") for mark in ("\u202e", "\u2066"))
            lines = kind == "display" and "\n" in str(text or "")
            if (kind == "tooltip" and is_markup(text)) or long or turned or lines:
                found.append(f"{kind} in {name}: {str(text)[:60]!r}")
    return found


@pytest.fixture
def panels(hostile: Any, window: Any, messages: Any, actions: Any, qgis_app: Any, wait_for: Any) -> Any:
    """The three panels with this survey."""
    from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
    from qgis.PyQt.QtWidgets import QLabel

    from yalu_plugin.gui.corridor.corridor_dock import CorridorDock
    from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
    from yalu_plugin.gui.imagery.imagery_dock import ImageryDock

    class Installer(QObject):
        installed = pyqtSignal()
        failed = pyqtSignal(object)

    docks = [CrossingsDock(hostile, messages, actions, window.canvas, window),
             ImageryDock(hostile, messages, actions, window.canvas, window),
             CorridorDock(hostile, messages, actions, window.canvas, Installer(window), window)]
    for dock in docks:
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        dock.show()
    wait_for(lambda: docks[2].findChild(QLabel, "yalu_corridor_headline"))
    wait_for(lambda: docks[2].findChild(QLabel, "yalu_corridor_headline").text())
    hostile.imagery.scene = hostile.scenes.timeline.scenes[0]
    hostile.imagery.day = hostile.imagery.scene.day
    hostile.imagery.day_changed.emit()
    qgis_app.processEvents()
    return docks


def test_the_panels(panels: Any, hostile: Any) -> None:
    assert [fault for dock in panels for fault in faults(dock)] == []
    widths = [dock.minimumSizeHint().width() for dock in panels]  # of crossings, imagery (below the map) and corridor
    assert widths[0] <= 420 and widths[1] <= 900 and widths[2] <= 420
    title = panels[0].findChild(type(panels[0]._title), "yalu_survey_title")
    assert title.text().startswith('<a href="file:////host/share">x</a><img')
    assert title.toolTip().startswith("<p style") and "&lt;a href" in title.toolTip()


def test_every_table_of_the_corridor(panels: Any, wait_for: Any, qgis_app: Any) -> None:
    from qgis.PyQt.QtWidgets import QComboBox, QTabWidget

    dock = panels[2]
    tabs = dock.findChild(QTabWidget)
    for number in range(tabs.count()):
        tabs.setCurrentIndex(number)
        qgis_app.processEvents()
        assert faults(dock) == []
    tabs.setCurrentIndex(0)
    which = dock.findChild(QComboBox, "yalu_corridor_table")
    for row in range(which.count()) if which else ():
        which.setCurrentIndex(row)
        wait_for(lambda: not dock.findChild(QTabWidget).currentWidget().findChildren(QComboBox) or True)
        qgis_app.processEvents()
        assert faults(dock) == []


def test_the_dialogs(hostile: Any, messages: Any, window: Any, tmp_path: Any, wait_for: Any) -> None:
    from qgis.gui import QgsFileWidget
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QPushButton

    from yalu_plugin.gui.export.export_dialog import ExportDialog
    from yalu_plugin.gui.imagery.frames_dialog import FramesDialog
    from yalu_plugin.gui.importing.import_dialog import ImportDialog

    source = tmp_path / "rows &amp; <h1>.csv"
    source.write_text('name,lat,lon,"<img src=x>"\n' + "".join(
        '"{}",41.4,128.{},"{}"\n'.format(name.replace('"', '""').replace("\0", ""), number, LINK.replace('"', '""'))
        for number, name in enumerate(HOSTILE)), encoding="utf-8")
    dialogs = [ImportDialog(hostile, messages, window), ExportDialog(hostile, messages, lambda _: None, window),
               FramesDialog(hostile, messages, window.canvas, window)]
    for dialog in dialogs:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.show()
    dialogs[0].findChild(QgsFileWidget, "yalu_import_file").setFilePath(str(source))
    wait_for(dialogs[0].findChild(QPushButton, "yalu_import_write").isEnabled)
    for dialog in dialogs:
        assert faults(dialog) == []
        dialog.close()


@pytest.mark.parametrize("text", HOSTILE)
def test_messages(messages: Any, bar: Any, text: str) -> None:
    from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

    from yalu_plugin.core.errors import YaluError

    class Fault(YaluError):
        template = "It says {text}"

    for report in (messages.show_message, messages.warn, lambda one: messages.error(Fault(text=one)),
                   lambda one: messages.ask(one, {"Yes": lambda: None})):
        report(text)
        item = bar.items()[0]
        browser = item.findChild(QTextBrowser)
        formats = browser.document().allFormats()
        assert not any(one.isImageFormat() or one.toCharFormat().isAnchor() for one in formats)
        shown = browser.toPlainText().partition(": ")[2]
        assert len(shown) <= 400 and not {"\n", "\u202e", "\u2066", "\0"} & set(shown)
        if text.isprintable() and len(text) < 100:
            assert shown.endswith(text)
        buttons = [button.text() for button in item.findChildren(QPushButton)]
        assert buttons == ["Yes"] or buttons == ["Details"] * (len(text) > 400)


@pytest.mark.parametrize("text", HOSTILE)
def test_map_tips(hostile: Any, text: str) -> None:
    from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils

    layer = hostile.sites.layer()
    feature = next(one for one in layer.getFeatures() if str(one["name"]).startswith(text.split("\0")[0]))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
    assert layer.mapTipsEnabled() and "<" not in tip and 0 < len(tip) <= 2000


def test_the_layer_tree(hostile: Any) -> None:
    (group,) = [node for node in hostile.project.layerTreeRoot().children() if node.customProperty("yalu/group")]
    assert group.name().startswith("<a href") and len(group.name()) == 120


def test_lists_of_layers(window: Any, qgis_app: Any) -> None:
    from qgis.core import QgsProject, QgsVectorLayer
    from qgis.PyQt.QtCore import QEvent, Qt
    from qgis.PyQt.QtGui import QHelpEvent
    from qgis.PyQt.QtWidgets import QToolTip

    from yalu_plugin.gui.combo_boxes import layer_box

    QgsProject.instance().addMapLayer(QgsVectorLayer("Point", LINK, "memory"))
    box = layer_box(window)
    box.show()
    box.showPopup()
    qgis_app.processEvents()
    view = box.view()
    assert "<img" in view.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)  # QGIS itself would show this
    spot = view.visualRect(view.model().index(0, 0)).center()
    qgis_app.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, spot, view.viewport().mapToGlobal(spot)))
    assert QToolTip.text().startswith("<p style") and "&lt;img" in QToolTip.text()
    box.hidePopup()


def test_names_of_scenes_in_the_layer_tree(bench: Any, romania: Any) -> None:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.imagery.project_scenes import shown_layer

    moment = datetime(2025, 7, 1, tzinfo=timezone.utc)
    bench.scenes.add([Scene("s", str(romania / "S2_L2A_romania_20161014.tif"), moment, moment, "acquired", "stac",
                            platform="wide\n" * 1000)])
    bench.imagery.step("first")
    assert len(shown_layer(bench.project).name()) == 120 and "\n" not in shown_layer(bench.project).name()
