"""The plugin class: adds workbench, panels and menu to QGIS' window. The only module that uses `iface`."""

from __future__ import annotations

from qgis.core import QgsApplication, QgsProject
from qgis.gui import QgisInterface, QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator
from qgis.PyQt.QtWidgets import QAction, QMainWindow, QMenu

from yalu_plugin.algorithms.provider import YaluProvider
from yalu_plugin.gui.actions import Actions
from yalu_plugin.gui.analyst_question import AnalystQuestion
from yalu_plugin.gui.coordinate_copy import CoordinateCopy
from yalu_plugin.gui.corridor.corridor_dock import CorridorDock
from yalu_plugin.gui.counting.counting_dock import CountingDock
from yalu_plugin.gui.crossings.crossings_dock import CrossingsDock
from yalu_plugin.gui.crossings.edit_actions import EditActions
from yalu_plugin.gui.crossings.former_places import FormerPlaces
from yalu_plugin.gui.crossings.lineage_actions import LineageActions
from yalu_plugin.gui.crossings.observation_actions import ObservationActions
from yalu_plugin.gui.crossings.site_card import SiteCard
from yalu_plugin.gui.crossings.site_menu import SiteMenu
from yalu_plugin.gui.cursor_place import CursorPlace
from yalu_plugin.gui.dock_memory import DockMemory
from yalu_plugin.gui.edit_conflicts import EditConflictQuestion
from yalu_plugin.gui.frozen_maps import freeze_while_reloading
from yalu_plugin.gui.guide import HelpKey
from yalu_plugin.gui.imagery.imagery_dock import ImageryDock
from yalu_plugin.gui.imagery.prefetch import Prefetcher
from yalu_plugin.gui.imagery.visibility_check import VisibilityCheck
from yalu_plugin.gui.map_picture.map_picture_action import MapPictureAction
from yalu_plugin.gui.matrix.matrix_dock import MatrixDock
from yalu_plugin.gui.menu import fill_menu
from yalu_plugin.gui.messages import Messages
from yalu_plugin.gui.options import OptionsFactory
from yalu_plugin.gui.packages import PackageInstaller, add_to_path
from yalu_plugin.gui.panel_arrangement import ARRANGEMENT, BOTTOM, RIGHT, PanelArrangement, Panels
from yalu_plugin.gui.panel_focus import HiddenKeys
from yalu_plugin.gui.point_menu import PointMenu
from yalu_plugin.gui.record.accept_state import AcceptState
from yalu_plugin.gui.scale_keeper import ScaleKeeper
from yalu_plugin.gui.search.locator_filter import LocatorFilter, use_prefix
from yalu_plugin.gui.undo_actions import UndoActions
from yalu_plugin.gui.write_progress import WriteProgress
from yalu_plugin.i18n import tr
from yalu_plugin.layers.survey.analyst import AnalystFunction
from yalu_plugin.paths import resource
from yalu_plugin.settings import DOCKS_ARRANGED
from yalu_plugin.workbench import Workbench

NEED_SURVEY = ("find_site", "go_to_site", "next_site", "previous_site", "copy_coordinates", "site_card", "site_form",
               "site_sheet", "save_matrix", "export_sites", "share_project", "all_marks", "overview_map")


class YaluPlugin:
    """Created when QGIS loads the plugin; initGui and unload are called once each."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._provider: YaluProvider | None = None

    def initProcessing(self) -> None:  # noqa: N802 - QGIS' own name
        """Add the Processing algorithms; qgis_process calls only this."""
        add_to_path()
        self._translator = self._install_translator()
        self._provider = YaluProvider()
        QgsApplication.processingRegistry().addProvider(self._provider)

    def initGui(self) -> None:  # noqa: N802 - QGIS' own name
        """Add panels, actions, menu and toolbar to the window."""
        self.initProcessing()
        window, canvas = self._iface.mainWindow(), self._iface.mapCanvas()
        self._messages, self._actions = Messages(self._iface.messageBar()), Actions(window)
        self.workbench = Workbench(QgsProject.instance(), canvas.temporalController())
        self._installer = PackageInstaller(self._messages, window)
        self._add_map_helpers(canvas, window)
        self._add_crossings(canvas, window)
        self._add_search(canvas)
        self._add_panels(canvas, window)
        self._connect_messages(window)
        self._options = OptionsFactory(self.workbench)
        self._iface.registerOptionsWidgetFactory(self._options)
        self._add_docks()
        self._add_menu_and_toolbar()
        self.workbench.session.survey_changed.connect(self._show_survey)
        self._show_survey()
        self.workbench.restore()

    def _add_map_helpers(self, canvas: QgsMapCanvas, window: QMainWindow) -> None:
        """Add what works on the map by itself."""
        freeze_while_reloading(self.workbench.session.layers, self._iface.mapCanvases)
        self._prefetcher = Prefetcher(canvas, self.workbench, self._iface.activeDecorations, window)
        self._visibility_check = VisibilityCheck(
            self.workbench.annotation, canvas, lambda: self._prefetcher.shows_prerendered_map, window)

    def _add_crossings(self, canvas: QgsMapCanvas, window: QMainWindow) -> None:
        """Add the list of sites, and all actions on sites."""
        shared = (self.workbench, self._messages, self._actions)
        self._crossings = CrossingsDock(*shared, canvas, window)
        self._crossings.site_after = self._site_after
        self._edit = EditActions(*shared, self._crossings.sites, canvas)
        self._former_places = FormerPlaces(self.workbench, canvas, self._crossings)
        self._lineage = LineageActions(*shared, self._crossings.sites, canvas, window)
        self._observing = ObservationActions(*shared, self._crossings.sites, canvas, window, self._lineage)
        self._point_menu = PointMenu(canvas, CoordinateCopy(self._messages), window)
        self._site_menu = SiteMenu(  # after it: the last one is the first in the map's menu
            *shared, self._crossings.sites, canvas, self._crossings.go_to,
            lambda layer, feature: self._iface.openFeatureForm(layer, feature, False, False),
            self._export, [self._actions.by_name["evidence"], self._observing.card],
            {tr("Observation"): self._observing.actions, tr("Change"): self._edit.actions[:-1],
             tr("What became of it"): [*self._lineage.actions, self._edit.actions[-1]]},
            lambda: self._lineage.selected_observations())

    def _add_search(self, canvas: QgsMapCanvas) -> None:
        """Add the place of the cursor to the status bar, and the filter to QGIS' locator."""
        self._cursor_place = CursorPlace(canvas, self.workbench.river_places)
        self._iface.statusBarIface().addPermanentWidget(self._cursor_place)
        use_prefix()
        self._locator_filter = LocatorFilter(self.workbench.finder, self._crossings.go_to_found)
        self._iface.registerLocatorFilter(self._locator_filter)

    def _add_panels(self, canvas: QgsMapCanvas, window: QMainWindow) -> None:
        """Create the other panels and windows."""
        shared = (self.workbench, self._messages, self._actions)
        self._card, self._analyst_name = SiteCard(self.workbench), AnalystFunction()
        self._imagery = ImageryDock(*shared, canvas, window)
        for keys in (self._crossings.keys, self._imagery.patrol_letter_keys):  # the last has priority: both have N
            keys.listen_within(self._imagery)
        self._matrix = MatrixDock(*shared, canvas, self._crossings.go_to, self._crossings.letter_actions, window)
        self._matrix.menu_requested.connect(self._site_menu.popup)
        self._corridor = CorridorDock(*shared, canvas, self._installer, window)
        self._counting = CountingDock(*shared, canvas, window)
        self._map_picture = MapPictureAction(*shared, canvas, window)
        self._actions.add("overview_map", tr("Maps and report…"), tr("Make maps, site sheets or a report"),
                          "overview", lambda: self._export(), "Ctrl+Alt+D")

    def _connect_messages(self, window: QMainWindow) -> None:
        """Show what the workbench reports, and ask what it needs to know; undo and redo."""
        self.workbench.history.reported.connect(self._messages.show_message)
        self.workbench.error_occurred.connect(self._messages.error)
        self._accept_state = AcceptState(self.workbench, self._messages, window)
        self.workbench.session.survey_changed.connect(self._messages.clear_notices)
        for part in (self.workbench.session, self.workbench.river):
            part.error_cleared.connect(self._messages.dismiss)
        self._undo = UndoActions(self.workbench.history, self._actions, window,
                                 *(window.findChild(QAction, name) for name in ("mActionUndo", "mActionRedo")))
        asking = (self.workbench, self._messages, window)
        self._questions = EditConflictQuestion(*asking), AnalystQuestion(*asking), WriteProgress(self.workbench, window)

    def unload(self) -> None:
        """Remove everything from the window again."""
        DOCKS_ARRANGED.setValue(ARRANGEMENT)
        self._iface.initializationCompleted.disconnect(self._arrangement.arrange_once)
        self._corridor.deactivate_tools()
        for part in (self._crossings, self._former_places, self._edit.tool, self._lineage.tool, self._observing,
                     self._counting, self._prefetcher, self._map_picture):
            part.release()
        self._iface.statusBarIface().removeWidget(self._cursor_place)
        self._locator_filter.wait()
        self._iface.deregisterLocatorFilter(self._locator_filter)
        self._iface.unregisterOptionsWidgetFactory(self._options)
        for each in (self._card, self._analyst_name, self._undo, self.workbench, self._dock_memory, self._scale_keeper):
            each.release()
        for dock in self._docks():
            self._iface.removeDockWidget(dock)
        self._actions.release()
        self._installer.stop()
        self._messages.release()
        for part in (self._crossings.tool, self._edit.tool, self._lineage.tool, *self._counting.tools, *self._docks(),
                     self._point_menu, self._cursor_place, self._arrangement, self._dock_memory, self._scale_keeper,
                     self._toolbar, self._menu, self._actions, self._installer, self._prefetcher,
                     self._visibility_check, *self._questions, self._map_picture,
                     self.workbench):
            part.deleteLater()
        QgsApplication.processingRegistry().removeProvider(self._provider)
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)

    def _show_survey(self) -> None:
        """Enable the actions that read a survey; those that change it are enabled where they are created."""
        for name in NEED_SURVEY:
            self._actions.by_name[name].setEnabled(self.workbench.session.survey is not None)
        sites = self.workbench.sites.layer()
        if sites is not None and self._iface.activeLayer() is None:  # Identify and map tips use the active layer
            self._iface.setActiveLayer(sites)

    def _site_after(self) -> str:
        """Return the site to go to after recording: the next one in the table that has the focus."""
        return self._matrix.site_after() if self._matrix.has_keys else self._crossings.sites.list_selection.site_after()

    def _docks(self) -> Panels:
        return Panels(self._crossings, self._imagery, self._corridor, self._matrix, self._counting)

    def _add_docks(self) -> None:
        window = self._iface.mainWindow()
        keys = {  # by icon, whose name is also that of the page of the guide
            "crossings": "Ctrl+Alt+B", "imagery": "Ctrl+Alt+I", "corridor": "Ctrl+Alt+K", "matrix": "Ctrl+Alt+X",
            "counting": "Ctrl+Alt+O"}
        for dock, (icon, key) in zip(self._docks(), keys.items()):
            HelpKey(dock, icon)
            HiddenKeys(dock, self._iface.mapCanvas())
            action = self._actions.add(f"{icon}_dock", dock.windowTitle(),
                                       tr("Show or hide the panel {title}").format(title=dock.windowTitle()), icon,
                                       shortcut=key, checkable=True)
            dock.setToggleVisibilityAction(action)
            self._iface.addDockWidget(BOTTOM if dock in (self._imagery, self._matrix) else RIGHT, dock)
            window.restoreDockWidget(dock)
        self._actions.by_name["matrix_dock"].triggered.connect(self._matrix.request_focus)
        self._arrangement = PanelArrangement(self._docks(), window, self._iface.addDockWidget)
        # after QGIS has restored its window, not before: arranging twice leaves an empty tab bar in the window
        self._iface.initializationCompleted.connect(self._arrangement.arrange_once)
        if window.isVisible():  # the plugin was enabled or upgraded: the panels have no stored positions
            self._arrangement.arrange()
        self._scale_keeper = ScaleKeeper(self._iface.mapCanvas(), self._docks(), window)
        self._dock_memory = DockMemory(QgsProject.instance(), self._docks(), window)

    def _add_menu_and_toolbar(self) -> None:
        bar = self._iface.mainWindow().menuBar()
        self._menu = QMenu(tr("&Yalu"), bar)
        self._menu.setObjectName("yalu_menu")
        self._toolbar = self._iface.addToolBar(tr("Yalu"))
        self._toolbar.setObjectName("yalu_toolbar")
        fill_menu(self._menu, self._actions.by_name)
        for name in ("crossings_dock", "imagery_dock", "corridor_dock", "matrix_dock", "counting_dock", "add_crossing",
                     "undo", "redo", "overview_map"):
            self._toolbar.addAction(self._actions.by_name[name])
        self._undo.add_menus(self._toolbar)
        bar.insertMenu(self._iface.firstRightStandardMenu().menuAction(), self._menu)

    def _export(self, site_id: str = "") -> None:
        from yalu_plugin.gui.export.export_dialog import ExportDialog

        with self._messages.reporting():
            self.workbench.session.need_survey()
            dialog = ExportDialog(self.workbench, self._messages, self._iface.openLayoutDesigner,
                                  self._iface.mainWindow())
            if site_id:
                dialog.select_site_sheet(site_id)
            dialog.exec()

    def _install_translator(self) -> QTranslator | None:
        translator = QTranslator()
        if not translator.load(QLocale(QgsApplication.locale()), "yalu", "_", str(resource("i18n"))):
            return None
        QCoreApplication.installTranslator(translator)
        return translator
