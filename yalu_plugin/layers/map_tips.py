"""What QGIS shows of a feature that is pointed at: the text of a field, not the markup that may stand in it."""

from __future__ import annotations

from qgis.core import QgsVectorLayer

LONG = 200  # characters


def show_plain_tips(layer: QgsVectorLayer, *fields: str) -> None:
    """Have the layer's map tips say the first of these fields that has a value, to the letter.

    QGIS takes a tip for HTML, also the one it makes up from a field where a layer has none of its own.
    """
    text = f"left(coalesce({', '.join(map(_quoted, fields))}, ''), {LONG})"
    layer.setMapTipTemplate(f"[% replace({text}, map('&', '&amp;', '<', '&lt;', '>', '&gt;')) %]")


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"'
