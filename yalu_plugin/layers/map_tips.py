"""What QGIS shows of a feature that is pointed at: the card of a site; of others the text of a field.

Never the markup that may stand in a field: QGIS takes a tip for HTML, also the one it makes up where a layer has none.
"""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from yalu_plugin.core.site_name import LABEL

LONG = 200  # characters
# expression functions in a QGIS with the plugin, of a site's id: its card, and of that where it lies
CARD, PLACE = "yalu_site_card", "yalu_site_place"


def show_plain_tips(layer: QgsVectorLayer, *fields: str) -> None:
    """Have the layer's map tips say the first of these fields that has a value, to the letter."""
    layer.setMapTipTemplate(f"[% {_plain(*fields)} %]")


def show_card_tips(layer: QgsVectorLayer, id_field: str) -> None:
    """Have the map tips of a layer of sites show the card of the site whose id is in `id_field`; without the plugin,
    its name.
    """
    layer.setMapTipTemplate(f"[% coalesce({_asked(CARD, id_field)}, {_plain('name')}) %]")


def identify_by_card(sites: QgsVectorLayer, states: QgsVectorLayer) -> None:
    """Have QGIS head what it identifies with the site's name and kind, on the layer of states the state and the last
    day it was seen, and where it lies; unless the user has chosen another display expression. QGIS asks for this in
    other threads, too: there, and without the plugin, it says all but where the site lies.
    """
    number = f"attribute(get_feature('{sites.id()}', 'id', \"site_id\"), 'fid')"
    state = "represent_value(\"state\") || coalesce(' · ' || to_string(\"seen_to\"), '')"
    for layer, key, name, more in ((sites, "id", LABEL, ""),
                                   (states, "site_id", LABEL.replace("$id", number), f" || ' · ' || {state}")):
        plain = f"{name} || ' · ' || represent_value(\"kind\"){more}"
        if layer.displayExpression() in ("", "name", '"name"', plain):  # plain: projects of before
            layer.setDisplayExpression(f"{plain} || coalesce(' · ' || nullif({_asked(PLACE, key)}, ''), '')")


def _asked(function: str, field: str) -> str:
    """What a function of the plugin says of a field, NULL without the plugin: an expression with a function that is not
    there would show as it is written.
    """
    return f"eval('{function}({_quoted(field)})')"


def _plain(*fields: str) -> str:
    text = f"left(coalesce({', '.join(map(_quoted, fields))}, ''), {LONG})"
    return f"replace({text}, map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"'
