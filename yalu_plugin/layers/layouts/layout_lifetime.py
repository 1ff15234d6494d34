"""Ownership of layouts: Qt deletes them, in a fixed order, on the main thread.

A layout belongs to its project, and its own layers belong to the layout. Nothing is left to Python: its garbage
collector runs at any time, in any thread. The layout would then be deleted later, from the event loop, and use a
project or a Python function that no longer exists, which crashed QGIS.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from qgis.core import QgsMapLayer, QgsPrintLayout, QgsProject
from qgis.PyQt import sip

from yalu_plugin.layers.project import add_survey
from yalu_plugin.layers.survey.survey import Survey


def new_layout(project: QgsProject) -> QgsPrintLayout:
    """Return an empty layout that is deleted with `project` at the latest; it is not among the project's layouts."""
    layout = QgsPrintLayout(project)
    layout.setParent(project)
    return layout


def attach_layers(layout: QgsPrintLayout, layers: Iterable[QgsMapLayer]) -> None:
    """Have `layers`, which are in no project, deleted with `layout`: its maps only refer to them."""
    for layer in layers:
        layer.setParent(layout)


@contextmanager
def temporary_layouts(project: QgsProject) -> Iterator[QgsProject]:
    """Delete the layouts created within the block, except those that were added to the project's layouts."""
    before = _unlisted(project)
    try:
        yield project
    finally:
        for layout in _unlisted(project):
            if layout not in before:
                sip.delete(layout)


@contextmanager
def temporary_project(survey: Survey) -> Iterator[QgsProject]:
    """Provide a project with the layers of `survey`, to create layouts in; delete it with them at the end."""
    project = QgsProject()
    try:
        with temporary_layouts(project):
            project.setEllipsoid("WGS84")
            add_survey(project, survey)
            yield project
    finally:
        sip.delete(project)


def _unlisted(project: QgsProject) -> list[QgsPrintLayout]:
    """Return the layouts that belong to `project` and are not among those it shows and saves."""
    listed = project.layoutManager().layouts()
    return [layout for layout in project.findChildren(QgsPrintLayout) if layout not in listed]
