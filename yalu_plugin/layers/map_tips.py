"""Map tips of layers: the card of a site, the text of a field for other features.

Markup in a field is never interpreted: QGIS displays tips as HTML, also its default tip for layers without one.
"""

from __future__ import annotations

from qgis.core import QgsVectorLayer

from yalu_plugin.core.site_name import LABEL

LONG = 200  # characters
# the plugin's expression functions of a site's id: its card, and its place
CARD, PLACE = "yalu_site_card", "yalu_site_place"


def show_plain_tips(layer: QgsVectorLayer, *fields: str) -> None:
    """Show, in the layer's map tips, the first of these fields that has a value, as plain text."""
    layer.setMapTipTemplate(f"[% {_plain(*fields)} %]")


def show_card_tips(layer: QgsVectorLayer, id_field: str) -> None:
    """Show, in the map tips of a layer of sites, the card of the site with the id in `id_field`.

    In a QGIS without the plugin they show its name.
    """
    layer.setMapTipTemplate(f"[% coalesce({_plugin_call(CARD, id_field)}, {_plain('name')}) %]")


def identify_by_card(sites: QgsVectorLayer, states: QgsVectorLayer) -> None:
    """Set display expressions of the layers of sites and states, unless the user has set others.

    QGIS' identify results then have as heading the site's name and kind, for states also the state and the last day on
    which it was seen, and the place. The place is missing in other threads than the main one, and without the plugin.
    """
    number = f"attribute(get_feature('{sites.id()}', 'id', \"site_id\"), 'fid')"
    state = "represent_value(\"state\") || coalesce(' · ' || to_string(\"seen_to\"), '')"
    for layer, key, name, more in ((sites, "id", LABEL, ""),
                                   (states, "site_id", LABEL.replace("$id", number), f" || ' · ' || {state}")):
        plain = f"{name} || ' · ' || represent_value(\"kind\"){more}"
        if layer.displayExpression() in ("", "name", '"name"', plain):  # plain: older projects
            layer.setDisplayExpression(f"{plain} || coalesce(' · ' || nullif({_plugin_call(PLACE, key)}, ''), '')")


def _plugin_call(function: str, field: str) -> str:
    """Return an expression that calls a function of the plugin with a field, and is NULL without the plugin.

    QGIS displays an expression that calls an unknown function as its source text.
    """
    return f"eval('{function}({_quoted(field)})')"


def _plain(*fields: str) -> str:
    text = f"left(coalesce({', '.join(map(_quoted, fields))}, ''), {LONG})"
    return f"replace({text}, map('&', '&amp;', '<', '&lt;', '>', '&gt;'))"


def _quoted(field: str) -> str:
    return '"' + field.replace('"', '""') + '"'
