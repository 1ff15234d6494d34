"""Who ends a layout: Qt, in one order, on the main thread. A layout is its project's, and its own layers are its own.

Nothing of it is left to Python. What refers to each other Python's collector ends whenever it comes by, in whichever
thread that is: the layout then goes later, from the event loop, and would ask for a project or a function of Python's
that has gone before it. QGIS crashed so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject
from qgis.PyQt import sip

from yalu_plugin.layers.project import add_survey
from yalu_plugin.layers.survey.survey import Survey


def new_layout(project: QgsProject) -> QgsPrintLayout:
    """An empty layout that goes with `project` at the latest; it is not among the project's layouts."""
    layout = QgsPrintLayout(project)
    layout.setParent(project)
    return layout


def give_layers(layout: QgsPrintLayout, layers: Iterable[QgsMapLayer]) -> None:
    """Let `layers`, which are in no project, go with `layout`: its maps only know them."""
    for layer in layers:
        layer.setParent(layout)


@contextmanager
def pages_in(project: QgsProject) -> Iterator[QgsProject]:
    """`project`, to make layouts in; at the end they go, but for those that were added to the project's layouts."""
    before = _unlisted(project)
    try:
        yield project
    finally:
        for layout in _unlisted(project):
            if layout not in before:
                sip.delete(layout)


@contextmanager
def pages_of(survey: Survey) -> Iterator[QgsProject]:
    """A project with the layers of `survey`, to make layouts in; at the end it goes with them."""
    project = QgsProject()
    try:
        with pages_in(project):
            project.setEllipsoid("WGS84")
            add_survey(project, survey)
            yield project
    finally:
        sip.delete(project)


def _unlisted(project: QgsProject) -> list[QgsPrintLayout]:
    """The layouts that belong to `project` and are not among those it shows and saves."""
    listed = project.layoutManager().layouts()
    return [layout for layout in project.findChildren(QgsPrintLayout) if layout not in listed]
