"""yalu:searchstac: add the scenes that a STAC API or catalog has of an area to a survey."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from yalu_plugin.algorithms.imagery_algorithm import ImageryAlgorithm
from yalu_plugin.i18n import tr
from yalu_plugin.layers.sources.service_presets import EARTH_SEARCH

if TYPE_CHECKING:
    from yalu_plugin.core.imagery.scene_query import SceneQuery
    from yalu_plugin.layers.sources.stac_source import StacSource


class SearchStac(ImageryAlgorithm):
    """Searches a STAC and writes the scenes found to the survey's images table."""

    URL, COLLECTIONS, MAX_CLOUD = "URL", "COLLECTIONS", "MAX_CLOUD"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "searchstac"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Search STAC imagery")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr("Searches a STAC API, or a static STAC catalog, for images by area, dates and cloud cover and adds "
                  "them to a survey. Only their addresses are stored: the images stay where they are, and QGIS reads "
                  "of them what the map shows. Images that do not state their cloud cover are not left out.")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        self.add(QgsProcessingParameterString(self.URL, tr("STAC address"), EARTH_SEARCH),
                 tr("The address of a STAC API, or the address or file of a catalog, collection or item."))
        self.add(QgsProcessingParameterString(self.COLLECTIONS, tr("Collections"), "", optional=True),
                 tr("Ids of collections, separated by commas. Empty: all."))
        self.add_area_and_days(tr("The area that the images are to show at least in part. Empty: anywhere."),
                               tr("Images of this day or later. Empty: from the first one on."))
        self.add(QgsProcessingParameterNumber(
            self.MAX_CLOUD, tr("Cloud cover up to (%)"), Qgis.ProcessingNumberParameterType.Double, 100,
            minValue=0, maxValue=100), tr("Images with more cloud than this, in percent from 0 to 100, are left out."))
        self.add_survey()
        self.addOutput(QgsProcessingOutputNumber(self.SCENES, tr("Dated images found")))

    def source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> StacSource:
        """Return the STAC at the address.

        Raises:
            KeyInAddress: the address contains an access key.
        """
        from yalu_plugin.layers.sources.stac_source import StacSource, collection_ids

        return StacSource(self.parameterAsString(parameters, self.URL, context).strip(),
                          collection_ids(self.parameterAsString(parameters, self.COLLECTIONS, context)))

    def query(self, parameters: dict[str, Any], context: QgsProcessingContext) -> SceneQuery:
        """Return the query by area, days and cloud cover.

        Raises:
            ExtentUnusable: the extent cannot be transformed to EPSG:4326.
        """
        return replace(super().query(parameters, context),
                       max_cloud=self.parameterAsDouble(parameters, self.MAX_CLOUD, context))
