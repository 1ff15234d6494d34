"""The data of the cells of the list of sites, by item role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import Qt

from yalu_plugin.core.plain_text import one_line
from yalu_plugin.core.published import Row
from yalu_plugin.gui.crossings.listing import Listing
from yalu_plugin.gui.crossings.site_columns import KM, NAME
from yalu_plugin.gui.crossings.site_texts import tooltip
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.kind_display import kind_icon
from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.survey.columns.grouped import Heading

SITE_ID, HEADING = Qt.ItemDataRole.UserRole, int(Qt.ItemDataRole.UserRole) + 1  # HEADING: the Heading of a row

# roles of a site's cell that have data: views query many others, at each painting
SITE_ROLES = frozenset(int(role) for role in (
    SITE_ID, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole,
    Qt.ItemDataRole.TextAlignmentRole))


def site_cell(listing: Listing, site: Row, column: int, role: int) -> object:
    """Return the data of a site's cell for an item role or SITE_ID."""
    context = listing.need_context()
    if role == SITE_ID:
        return site["id"]
    if role == Qt.ItemDataRole.DisplayRole:
        return one_line(listing.columns[column].text(context, site))
    if role == Qt.ItemDataRole.EditRole:
        return site["name"] or ""
    if role == Qt.ItemDataRole.DecorationRole and column == NAME:
        return kind_icon(site["kind"])
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(tooltip(context, site))
    if role == Qt.ItemDataRole.AccessibleTextRole and column != NAME:
        about = listing.columns[column]
        return tr("{what}: {value}").format(what=about.title, value=one_line(about.text(context, site)) or "–")
    if role == Qt.ItemDataRole.AccessibleDescriptionRole:
        return tooltip(context, site)
    if role == Qt.ItemDataRole.TextAlignmentRole and column == KM:
        return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return None


def heading_cell(heading: Heading, column: int, role: int) -> object:
    """Return the data of a heading's cell for an item role or HEADING."""
    if role == HEADING:
        return heading
    if role == Qt.ItemDataRole.DisplayRole and column == NAME:
        return tr("{group} ({n})").format(group=one_line(heading.text) or tr("Not known"), n=heading.sites)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tr("Click to show these sites") if heading.folded else tr("Click to hide these sites")
    return None


def cell_flags(heading: Heading | None, column: int) -> Qt.ItemFlag:
    """Return the flags of a cell: headings cannot be selected, names can be edited."""
    if heading is not None:
        return Qt.ItemFlag.ItemIsEnabled
    usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
    return usual | Qt.ItemFlag.ItemIsEditable if column == NAME else usual
