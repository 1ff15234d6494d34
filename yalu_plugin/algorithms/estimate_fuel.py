"""yalu:estimatefuel: estimate the yearly fuel of filling stations, next to the figures published in 2020."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from yalu_plugin.algorithms.algorithm import YaluAlgorithm
from yalu_plugin.algorithms.output_tables import fields_of, write_features
from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.fuel import SOURCE, Assumptions, Estimate, estimate, in_metric
from yalu_plugin.core.phrase import Phrase
from yalu_plugin.core.text import translatable
from yalu_plugin.i18n import error_text, phrase_text, tr

KIND, FUEL_STATION = "kind", "fuel_station"
NUMBER, TEXT = QMetaType.Type.Double, QMetaType.Type.QString
COLUMNS = (("step", TEXT), ("quantity", TEXT), ("value", NUMBER), ("unit", TEXT), ("published", NUMBER),
           ("published_unit", TEXT), ("source", TEXT))
UNITS = ("imperial", "metric")
TITLES = {
    "tank_length_ft": translatable("Length of a tank"), "tank_diameter_ft": translatable("Diameter of a tank"),
    "allowance_percent": translatable("Allowance for the tank's walls"),
    "pounds_per_cubic_foot": translatable("Weight of a cubic foot of fuel"),
    "pounds_per_gallon": translatable("Weight of a US gallon of fuel"),
    "tanks_per_station": translatable("Tanks of a station"), "stations": translatable("Filling stations"),
    "refills_per_month": translatable("Fillings of a tank in a month"),
    "cap_barrels": translatable("Cap on imports"),
    "tank_volume": translatable("Volume of a tank, a cylinder"),
    "tank_volume_less_allowance": translatable("Volume less the allowance"),
    "tank_weight": translatable("Weight of the fuel in a tank"), "tank_content": translatable("Fuel in a tank"),
    "gallons_per_month": translatable("Fuel for all stations in a month"),
    "barrels_per_month": translatable("The same in barrels of 42 US gallons"),
    "barrels_per_year": translatable("Fuel for all stations in a year"),
    "cap_ratio": translatable("Share of the cap"),
}


class SitesWithoutKind(YaluError):
    """The filling stations cannot be counted, because the layer of sites has no column "kind"."""

    template = translatable("SITES has no column \"kind\", so its filling stations cannot be counted. Give a survey's "
                            "sites, or STATIONS.")


class EstimateFuel(YaluAlgorithm):
    """The estimate of AccessDPRK, step by step, with its assumptions as parameters."""

    STATIONS, SITES, UNITS, OUTPUT = "STATIONS", "SITES", "UNITS", "OUTPUT"
    GALLONS, BARRELS, RATIO = "GALLONS_PER_MONTH", "BARRELS_PER_YEAR", "CAP_RATIO"

    def name(self) -> str:
        """Return the id after `yalu:`."""
        return "estimatefuel"

    def displayName(self) -> str:
        """Return the name in the toolbox."""
        return tr("Estimate fuel of filling stations")

    def shortHelpString(self) -> str:
        """Return the help text of the dialog."""
        return tr(
            "Estimates how much fuel filling stations would take, as {source} did for 122 stations: from the size of a "
            "tank on imagery to barrels a year and the share of the cap on imports. Every assumption can be changed "
            "and is in the table. Nothing is rounded; the document rounds at every step, and its figures are next to "
            "those computed from its own assumptions. It is an estimate of what the tanks could hold, not of "
            "what was sold.").format(source=SOURCE)

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs."""
        published = Assumptions()
        for name, title, minimum, maximum, text in (
                ("tank_length_ft", tr("Length of a tank, feet"), 0, None,
                 tr("How long a tank is, as measured on imagery, in feet.")),
                ("tank_diameter_ft", tr("Diameter of a tank, feet"), 0, None,
                 tr("How wide a tank is, as measured on imagery, in feet.")),
                ("allowance_percent", tr("Allowance, percent"), 0, 100,
                 tr("What is taken off a tank's volume for the thickness of its walls, 0 to 100.")),
                ("pounds_per_cubic_foot", tr("Pounds in a cubic foot of fuel"), 0, None,
                 tr("The weight of a cubic foot of fuel, in pounds.")),
                ("pounds_per_gallon", tr("Pounds in a US gallon of fuel"), 0, None,
                 tr("The weight of a US gallon of fuel, in pounds.")),
                ("tanks_per_station", tr("Tanks of a station"), 0, None, tr("As many as a station has on average."))):
            self._add_number(name.upper(), title, getattr(published, name), text, minimum, maximum)
        self._add_number(self.STATIONS, tr("Filling stations"), published.stations,
                         tr("How many there are; not asked where SITES is given."), 0, whole=True)
        self.add(QgsProcessingParameterFeatureSource(self.SITES, tr("Sites to count the stations of"),
                                                     [QgsProcessing.SourceType.TypeVector], optional=True),
                 tr("A layer with a column kind, as a survey's sites: those of kind fuel_station are counted."))
        self._add_number("REFILLS_PER_MONTH", tr("Fillings of a tank in a month"), published.refills_per_month,
                         tr("How often each tank is filled in a month."), 0)
        self._add_number("CAP_BARRELS", tr("Cap on imports, barrels a year"), published.cap_barrels,
                         tr("What may be imported in a year, in barrels of 42 US gallons."), 0)
        self.add(QgsProcessingParameterEnum(self.UNITS, tr("Units of the table"), UNITS, usesStaticStrings=True,
                                            defaultValue=UNITS[0]),
                 tr("imperial or metric. The outputs and what was published stay in gallons and barrels."))
        self.add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Steps of the estimate"),
                                                   QgsProcessing.SourceType.TypeVector, optional=True,
                                                   createByDefault=False),
                 tr("A table with a row for each assumption and each step: step, quantity, value, unit, published, "
                    "published_unit, source."))
        for name, title in ((self.GALLONS, tr("US gallons a month")), (self.BARRELS, tr("Barrels a year")),
                            (self.RATIO, tr("Share of the cap"))):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def processAlgorithm(self, parameters: dict[str, Any], context: QgsProcessingContext,
                         feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compute the estimate and write its steps; returns the outputs."""
        try:
            given = self._assumptions(parameters, context)
        except YaluError as error:
            raise QgsProcessingException(error_text(error)) from error
        result = estimate(given)
        feedback.pushInfo(tr("{stations} stations take {gallons:,.0f} US gallons a month, {barrels:,.0f} barrels a "
                             "year: {ratio:.2f} times the cap.").format(
            stations=given.stations, gallons=result.gallons_per_month, barrels=result.barrels_per_year,
            ratio=result.cap_ratio))
        if not given.densities_agree:
            feedback.pushWarning(tr("The two weights are not of one fuel: {gallon} lb in a US gallon are {foot:.2f} lb "
                                    "in a cubic foot, not {given}.").format(
                gallon=given.pounds_per_gallon, foot=given.pounds_of_a_cubic_foot_by_gallon,
                given=given.pounds_per_cubic_foot))
        results: dict[str, Any] = {self.GALLONS: result.gallons_per_month, self.BARRELS: result.barrels_per_year,
                                   self.RATIO: result.cap_ratio}
        if parameters.get(self.OUTPUT) not in (None, ""):
            fields, metric = fields_of(COLUMNS), self.parameterAsEnumString(parameters, self.UNITS, context) == UNITS[1]
            results[self.OUTPUT] = write_features(self, self.OUTPUT, fields, QgsWkbTypes.Type.NoGeometry,
                                                  _features(fields, result, metric), parameters, context)
        return results

    def _add_number(self, name: str, title: str, default: float, text: str, minimum: float,
                    maximum: float | None = None, whole: bool = False) -> None:
        kinds = QgsProcessingParameterNumber.Type
        parameter = QgsProcessingParameterNumber(name, title, kinds.Integer if whole else kinds.Double, default,
                                                 minValue=minimum)
        if maximum is not None:
            parameter.setMaximum(maximum)
        self.add(parameter, text)

    def _assumptions(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Assumptions:
        names = [field for field in Assumptions.__dataclass_fields__ if field != "stations"]
        numbers = {name: self.parameterAsDouble(parameters, name.upper(), context) for name in names}
        sites = self.parameterAsSource(parameters, self.SITES, context)
        stations = self.parameterAsInt(parameters, self.STATIONS, context) if sites is None else _stations(sites)
        return Assumptions(stations=stations, **numbers)


def _stations(sites: QgsProcessingFeatureSource) -> int:
    column = sites.fields().lookupField(KIND)
    if column < 0:
        raise SitesWithoutKind()
    return sum(feature[column] == FUEL_STATION for feature in sites.getFeatures())


def _features(fields: QgsFields, result: Estimate, metric: bool) -> Iterable[QgsFeature]:
    for figure in result.figures:
        shown = in_metric(figure) if metric else figure
        feature = QgsFeature(fields)
        feature.setAttributes([
            figure.name, phrase_text(Phrase(TITLES[figure.name])), shown.value, shown.unit, shown.published,
            shown.published_unit or None, SOURCE if shown.published is not None else None])
        yield feature
