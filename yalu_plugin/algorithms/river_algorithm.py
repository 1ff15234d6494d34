"""The base class of the algorithms that measure along a river: the line as a parameter, and consent to bridge gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line import Corridor
    from yalu_plugin.core.corridor.measure import Measured


class RiverAlgorithm(YaluAlgorithm):
    """An algorithm that measures along a river line: the user's, or the bundled one."""

    CORRIDOR, BRIDGE = "CORRIDOR", "BRIDGE"

    def icon(self) -> QIcon:
        return QIcon(str(resource("icons", "plugin.svg")))

    def add_river(self) -> None:
        """Declare the parameters for the line and for the consent to bridge gaps."""
        corridor = QgsProcessingParameterFeatureSource(
            self.CORRIDOR, tr("River line"), [QgsProcessing.SourceType.TypeVectorLine], optional=True)
        corridor.setHelp(tr("One river line in any CRS; parts must join end to end. Left empty, the bundled Yalu line "
                            "is used. Near the Yalu line the downstream direction is detected; on another river a "
                            "field named direction states it, or else the line is taken to run downstream."))
        self.addParameter(corridor)
        bridge = QgsProcessingParameterBoolean(self.BRIDGE, tr("Bridge gaps"), False)
        bridge.setHelp(tr("Join the line's parts over the gaps between them with straight stretches. The bridged "
                          "length is reported with the line."))
        self.addParameter(bridge)

    def river(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Corridor:
        """Return the line to measure along. Raises what `corridor_from_layer` raises."""
        return self.line(parameters, self.CORRIDOR, context, self.parameterAsBool(parameters, self.BRIDGE, context))

    def line(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext, bridge: bool = False
             ) -> Corridor:
        """Return the line of a parameter, or the bundled one if the parameter is empty."""
        from yalu_plugin.layers.corridor.corridor_input import bundled_corridor, corridor_from_layer

        if parameters.get(name) in (None, ""):
            return bundled_corridor()
        layer = self.parameterAsVectorLayer(parameters, name, context)  # its metadata may state the source of the line
        return corridor_from_layer(self.source(parameters, name, context), context.transformContext(), bridge,
                                   None if layer is None else layer.metadata())

    def source(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
               ) -> QgsProcessingFeatureSource:
        """Return the layer of a parameter.

        Raises:
            QgsProcessingException: the layer cannot be read.
        """
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return source

    def warn_left_out(self, measured: Measured, feedback: QgsProcessingFeedback, of_list: str = "") -> None:
        """Warn about the rows that do not count as crossings, by reason; `of_list` names the list they are in."""
        prefix = tr("List {which}: ").format(which=of_list) if of_list else ""
        if measured.not_crossings or measured.without_point:
            message = tr("Not counted: {other} that are not crossings, {empty} without a point")
            feedback.pushWarning(prefix + message.format(other=measured.not_crossings, empty=measured.without_point))
        if measured.retired:
            feedback.pushWarning(prefix + tr("Not counted, retired: {n}").format(n=measured.retired))
        if measured.assumed_kinds:
            feedback.pushWarning(prefix + tr("Counted as crossings, though these kinds may not be: {kinds}").format(
                kinds=", ".join(kind[:100] for kind in measured.assumed_kinds[:20])))
        if measured.off_line:
            feedback.pushWarning(prefix + tr("Not counted, farther than 5 km from the line: {names}").format(
                names=", ".join(measured.off_line)))
