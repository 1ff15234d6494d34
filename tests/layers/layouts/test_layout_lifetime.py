"""The lifetime of layouts, their own layers and their projects does not depend on Python's garbage collector."""

from __future__ import annotations

import gc
import threading

import pytest


@pytest.fixture
def survey(new_survey, tmp_path):
    """The published survey."""
    return new_survey(tmp_path / "published.gpkg", "Published", True)


def layouts_of(project):
    from qgis.core import QgsPrintLayout

    return project.findChildren(QgsPrintLayout)


def collect_elsewhere():
    """Collect garbage in another thread, as Python may do at any time."""
    thread = threading.Thread(target=gc.collect)
    thread.start()
    thread.join()


def test_pages_and_their_layers_go_with_the_block_and_not_before(qgis_app, survey):
    from qgis.PyQt import sip

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    with temporary_project(survey) as project:
        built = [build_overview(project, survey, None), *build_strip_map(project, survey, None, pages=2)]
        drawn = [layer for layout in built for layer in layout.children() if layer.metaObject().className()
                 == "QgsVectorLayer"]
        assert len(built) == 3 and len(drawn) == 2 + 2 + 3  # box, countries; ticks a page, match lines a panel
        assert not set(drawn) & set(project.mapLayers().values())
    assert all(sip.isdeleted(one) for one in (*drawn, *built, project))


@pytest.mark.parametrize("collect", [gc.collect, collect_elsewhere])
def test_what_python_collects_is_no_layout(qgis_app, survey, collect):
    """QGIS crashed when a layout in a cycle was collected in another thread, and deleted later, in the event loop."""
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.strip_map import build_strip_map

    with temporary_project(survey) as project:
        for build in (build_overview, build_strip_map):
            cycle = [build(project, survey, None)]
            cycle.append(cycle)
            del cycle
        collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert [layout.name() for layout in layouts_of(project)] == ["Overview map", "Strip map"]
        for layout in layouts_of(project):
            layout.refresh()


def test_what_fails_half_way_is_no_layout_of_the_window_s_project(qgis_app):
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
    from yalu_plugin.layers.layouts.page_options import PageStyle
    from yalu_plugin.layers.layouts.page_template import NoLogo, from_template

    project = QgsProject()
    with pytest.raises(NoLogo) as error, temporary_layouts(project):
        from_template(project, None, "contents", {}, PageStyle(logo="no_such.png"))
    assert layouts_of(project) == [] and error.traceback


def test_a_layout_added_to_the_project_stays_and_so_do_others_pages(qgis_app, survey):
    from qgis.core import QgsProject

    from yalu_plugin.layers.layouts.layout_lifetime import temporary_layouts
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.project import add_survey

    project = QgsProject()
    add_survey(project, survey)
    with temporary_layouts(project):
        mine = build_overview(project, survey, None)
        with temporary_layouts(project):
            listed = build_overview(project, survey, None)
            listed.setName("Kept")
            project.layoutManager().addLayout(listed)
            build_overview(project, survey, None)
        assert set(layouts_of(project)) == {mine, listed}
    assert layouts_of(project) == project.layoutManager().layouts() == [listed]
    assert len(listed.itemById("main_map").layers()) == 6
    project.layoutManager().removeLayout(listed)
    assert layouts_of(project) == []


def test_a_page_with_its_layers_as_geopdf_keeps_them(qgis_app, survey, tmp_path):
    from yalu_plugin.layers.layouts.export import export
    from yalu_plugin.layers.layouts.layout_lifetime import temporary_project
    from yalu_plugin.layers.layouts.overview import build_overview
    from yalu_plugin.layers.layouts.page_options import GEOPDF

    with temporary_project(survey) as project:
        layout = build_overview(project, survey, None)
        before = set(layout.children())
        export(layout, tmp_path / "map.pdf", GEOPDF)
        assert set(layout.children()) == before
