"""Names and icons of kinds and states, as all panels show them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from qgis.core import QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.kinds import KIND_BY_VALUE, OTHER, SITE_KINDS, SiteKind
from yalu_plugin.layers.display_names import kind_name, state_name
from yalu_plugin.layers.survey.kind_symbols import symbol_of

__all__ = ["custom_kind_icon", "custom_kind_keys", "every_kind", "kind_icon", "kind_name", "set_custom_kinds",
           "state_name"]

SIZE, LARGE_MM = 32, 6.4  # of an icon in pixels, and of a symbol that fills it
_custom: dict[str, CustomKind] = {}


def set_custom_kinds(kinds: Iterable[CustomKind]) -> None:
    """Set the custom kinds for all panels; a window has only one open survey."""
    _custom.clear()
    _custom.update({kind.value: kind for kind in kinds})
    kind_icon.cache_clear()


def every_kind() -> list[str]:
    """Return every kind that a site may have: those of the schema, then the custom ones."""
    return [*SITE_KINDS, *_custom]


def custom_kind_icon(kind: CustomKind | SiteKind) -> QIcon:
    """Return an icon of the symbol that a kind has on the map."""
    symbol = symbol_of(kind)
    symbol.setSize(LARGE_MM)
    return QgsSymbolLayerUtils.symbolPreviewIcon(symbol, QSize(SIZE, SIZE))


def custom_kind_keys() -> dict[str, str]:
    """Return the custom kinds that have a key, by key."""
    return {kind.key: kind.value for kind in _custom.values() if kind.key}


@cache
def kind_icon(kind: str | None) -> QIcon:
    """Return the kind's symbol as on the map; unknown kinds have that of "other"."""
    return custom_kind_icon(_custom.get(kind or "") or KIND_BY_VALUE.get(kind or "") or KIND_BY_VALUE[OTHER])
