"""The default styles of a survey's tables, stored in its file: a QGIS without the plugin draws by them.

They are not facts: they are neither in the record nor undone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsReadWriteContext, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.sql import literal
from yalu_plugin.layers.survey.geopackage import execute, rows_of
from yalu_plugin.layers.survey.kind_symbols import ROLES, apply_kinds
from yalu_plugin.layers.survey.opened_file import OpenedFile
from yalu_plugin.layers.survey.survey import Survey
from yalu_plugin.layers.survey.write import transaction
from yalu_plugin.layers.temporal import make_states_temporal


def store_kinds(survey: Survey, kinds: Sequence[CustomKind], changed: Collection[str]) -> None:
    """Write exactly these custom kinds into the styles in the survey's file, as `apply_kinds`.

    A table without a default style gets none. Raises what `store_style` raises.
    """
    for table in ROLES:
        layer = survey.layer(table)
        if not layer.loadDefaultStyle()[1]:
            continue
        if table == "site_states":
            make_states_temporal(layer)  # a layer created by code lacks the temporal settings of its stored style
        apply_kinds(layer, kinds, changed)
        survey.store_style(table, _qml(layer), _sld(layer))


def stored_style(dataset: gdal.Dataset, table: str) -> str | None:
    """Return the QML that QGIS would take as the default style of a table; None where the survey stores none.

    Raises RuntimeError.
    """
    if not rows_of(dataset, "SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'layer_styles'"):
        return None
    found = execute(dataset, f'SELECT "styleQML" FROM layer_styles WHERE "f_table_name" = {literal(table)} '
                             'ORDER BY "useAsDefault" DESC, "update_time" DESC LIMIT 1')
    return found[0] if found else None


def store_style(path: Path, file: OpenedFile, table: str, qml: str, sld: str) -> None:
    """Make this QML and SLD the default style of a table that has one. Raises what `transaction` raises."""
    with transaction(path, file) as dataset:
        execute(dataset, f"UPDATE layer_styles SET \"styleQML\" = {literal(qml)}, \"styleSLD\" = {literal(sld)}, "
                         "\"update_time\" = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
                         f'WHERE "f_table_name" = {literal(table)} AND "useAsDefault"')


def _qml(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return document.toString()


def _sld(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    layer.exportSldStyle(document, "")
    return document.toString()
