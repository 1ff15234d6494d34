"""What QGIS shows of a feature that is pointed at: the card of a site; of others the text of a field.

Never the markup that may stand in a field: QGIS takes a tip for HTML, also the one it makes up where a layer has none.
"""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from yalu_plugin.core.site_name import LABEL

LONG = 200  # characters
CARD = "yalu_site_card"  # the expression function that makes a site's card, in a QGIS with the plugin


def show_plain_tips(layer: QgsVectorLayer, *fields: str) -> None:
    """Have the layer's map tips say the first of these fields that has a value, to the letter."""
    layer.setMapTipTemplate(f"[% {_plain(*fields)} %]")


def show_card_tips(layer: QgsVectorLayer, id_field: str) -> None:
    """Have the map tips of a layer of sites show the card of the site whose id is in `id_field`; without the plugin,
    its name.
    """
    # eval: a template with a function that is not there would show as it is written
    card = f"""eval('{CARD}({_quoted(id_field)})')"""
    layer.setMapTipTemplate(f"[% coalesce({card}, {_plain('name')}) %]")


def identify_by_card(sites: QgsVectorLayer, states: QgsVectorLayer) -> None:
    """Have QGIS head what it identifies with the site's name and kind and, on the layer of states, the state and the
    last day it was seen; unless the user has chosen another display expression. Not by the card's function: QGIS asks
    for this in other threads, too.
    """
    number = f"attribute(get_feature('{sites.id()}', 'id', \"site_id\"), 'fid')"
    state = "represent_value(\"state\") || coalesce(' · ' || to_string(\"seen_to\"), '')"
    for layer, name, more in ((sites, LABEL, ""), (states, LABEL.replace("$id", number), f" || ' · ' || {state}")):
        if layer.displayExpression() in ("", "name", '"name"'):
            layer.setDisplayExpression(f"{name} || ' · ' || represent_value(\"kind\"){more}")


def _plain(*fields: str) -> str:
    text = f"left(coalesce({', '.join(map(_quoted, fields))}, ''), {LONG})"
    return f"replace({text}, map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"'
