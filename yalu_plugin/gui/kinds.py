"""Words and symbols for kinds and states, as every panel shows them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from qgis.core import QgsSymbolLayerUtils
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QIcon

from yalu_plugin.core.custom_kinds import CustomKind
from yalu_plugin.core.kinds import KIND_BY_VALUE, OTHER, SITE_KINDS, SiteKind
from yalu_plugin.core.value_labels import STATE_LABELS
from yalu_plugin.i18n import tr
from yalu_plugin.layers.display_names import kind_name
from yalu_plugin.layers.survey.kind_symbols import symbol_of

__all__ = ["every_kind", "kind_icon", "kind_keys", "kind_name", "own_kind_icon", "show_own_kinds", "state_name"]

SIZE, LARGE_MM = 32, 6.4  # pixels of an icon, and a symbol that fills it
_own: dict[str, CustomKind] = {}


def state_name(state: str) -> str:
    """The state of a site in the user's language; "unknown" means that nobody saw it, not that it is absent."""
    return tr(STATE_LABELS[state]) if state in STATE_LABELS else state


def show_own_kinds(kinds: Iterable[CustomKind]) -> None:
    """From now on these are the kinds of the user's own: there is one open survey in a window."""
    _own.clear()
    _own.update({kind.value: kind for kind in kinds})
    kind_icon.cache_clear()


def every_kind() -> list[str]:
    """Every kind that a site may have: those of the schema, then the user's own."""
    return [*SITE_KINDS, *_own]


def own_kind_icon(kind: CustomKind | SiteKind) -> QIcon:
    """The symbol that a kind has on the map."""
    symbol = symbol_of(kind)
    symbol.setSize(LARGE_MM)
    return QgsSymbolLayerUtils.symbolPreviewIcon(symbol, QSize(SIZE, SIZE))


def kind_keys() -> dict[str, str]:
    """By key, the user's own kinds that have one."""
    return {kind.key: kind.value for kind in _own.values() if kind.key}


@cache
def kind_icon(kind: str | None) -> QIcon:
    """The kind's symbol, as on the map: a shape of its own for each."""
    return own_kind_icon(_own.get(kind or "") or KIND_BY_VALUE.get(kind or "") or KIND_BY_VALUE[OTHER])
