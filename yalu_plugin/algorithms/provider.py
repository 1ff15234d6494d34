"""The Processing provider `yalu`: the functions of the panels for scripts, models and batch runs."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource


class YaluProvider(QgsProcessingProvider):
    """Registers the plugin's algorithms with QGIS; they are imported when QGIS loads them."""

    def id(self) -> str:
        """Return the prefix of the algorithm ids."""
        return "yalu"

    def name(self) -> str:
        """Return the name in the toolbox."""
        return tr("Yalu crossings")

    def icon(self) -> QIcon:
        """Return the icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Return the path of the icon."""
        return str(resource("icons", "plugin.svg"))

    def loadAlgorithms(self) -> None:
        """Add the algorithms."""
        from yalu_plugin.algorithms.catalogue_imagery import CatalogueImagery
        from yalu_plugin.algorithms.compare_lists import CompareLists
        from yalu_plugin.algorithms.compare_published import ComparePublished
        from yalu_plugin.algorithms.count_summary import CountSummary
        from yalu_plugin.algorithms.create_survey import CreateSurvey
        from yalu_plugin.algorithms.estimate_fuel import EstimateFuel
        from yalu_plugin.algorithms.export_document import ExportDocument
        from yalu_plugin.algorithms.export_sites import ExportSites
        from yalu_plugin.algorithms.import_sites import ImportSites
        from yalu_plugin.algorithms.measure_corridor import MeasureCorridor
        from yalu_plugin.algorithms.search_coverage import SearchCoverage
        from yalu_plugin.algorithms.search_stac import SearchStac
        from yalu_plugin.algorithms.site_matrix import SiteMatrix
        from yalu_plugin.algorithms.site_states import SiteStates
        from yalu_plugin.algorithms.sites_from_text import SitesFromText
        from yalu_plugin.algorithms.summarize_corridor import SummarizeCorridor
        from yalu_plugin.algorithms.upgrade_survey import UpgradeSurvey
        from yalu_plugin.algorithms.verify_record import VerifyRecord
        from yalu_plugin.layers.layouts.documents import DOCUMENTS

        for algorithm in (
                CreateSurvey, ImportSites, SitesFromText, ExportSites, MeasureCorridor, SummarizeCorridor,
                ComparePublished, CompareLists, CatalogueImagery, SearchStac, SiteStates, SiteMatrix, SearchCoverage,
                UpgradeSurvey, VerifyRecord, EstimateFuel, CountSummary):
            self.addAlgorithm(algorithm())
        for document in DOCUMENTS:
            self.addAlgorithm(ExportDocument(document))
