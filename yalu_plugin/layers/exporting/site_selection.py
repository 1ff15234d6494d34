"""The sites of an export that a QGIS expression selects."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.exporting.export_files import PART
from yalu_plugin.core.exporting.export_tables import site_table
from yalu_plugin.core.exporting.site_export import SurveyExport
from yalu_plugin.core.text import translatable
from yalu_plugin.core.work_progress import Progress, no_progress
from yalu_plugin.layers.exporting.vector_tables import GEOPACKAGE, features_of, fields_of_table


class FilterInvalid(YaluError):
    """The expression cannot be parsed or evaluated."""

    template = translatable("The filter is not an expression that QGIS understands: {problem}")


class FilterColumnUnknown(YaluError):
    """The expression names a column that sites do not have."""

    template = translatable("Sites have no column “{column}”. The filter may use: {columns}")


def selected_sites(export: SurveyExport, filter_text: str, progress: Progress = no_progress) -> SurveyExport:
    """Return the export of only the sites for which an expression on the columns of their table is true.

    Without an expression, the export itself. Raises FilterInvalid, FilterColumnUnknown and what `progress` raises.
    """
    if not filter_text.strip():
        return export
    table = site_table(export)
    fields = fields_of_table(GEOPACKAGE, table.columns)
    expression, context = QgsExpression(filter_text), QgsExpressionContext()
    if expression.hasParserError():
        raise FilterInvalid(problem=" ".join(expression.parserErrorString().split()))
    names = {column.name.casefold() for column in table.columns}
    for column in sorted(expression.referencedColumns() - {QgsFeatureRequest.ALL_ATTRIBUTES}):
        if column.casefold() not in names:
            raise FilterColumnUnknown(column=column, columns=", ".join(one.name for one in table.columns))
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.setFields(fields)
    expression.prepare(context)
    site_at = fields.indexOf("site_id")
    found = []
    for feature in features_of(fields, GEOPACKAGE, table, progress):
        context.setFeature(feature)
        if expression.evaluate(context):
            found.append(str(feature.attribute(site_at)))
        if expression.hasEvalError():
            raise FilterInvalid(problem=" ".join(expression.evalErrorString().split()))
    return replace(export, site_ids=found, scope=PART)
