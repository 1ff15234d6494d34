"""The bar above the list of sites: search box, filters, and the columns and groups of the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from yalu_plugin.gui.crossings.letter_keys import LetterKeys
from yalu_plugin.gui.crossings.listing import UNGROUPED
from yalu_plugin.gui.crossings.site_columns import GROUPS, KEYS, NAME, site_columns
from yalu_plugin.gui.crossings.site_filter import Chip, filters
from yalu_plugin.gui.crossings.sites_list import SitesList
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.flow_layout import FlowLayout
from yalu_plugin.gui.search.found_list import FoundList
from yalu_plugin.i18n import tr
from yalu_plugin.paths import resource


class FilterBar(QWidget):
    """Shows each active filter value as a chip, which a click removes.

    The search box filters the list; what else it finds is shown below it. A right click on the list's header opens the
    menu of columns and groups, too.
    """

    def __init__(self, sites: SitesList, found: FoundList) -> None:
        super().__init__()
        self._sites, self._found = sites, found
        self._box = QgsFilterLineEdit(self)
        self._box.setPlaceholderText(tr("Find a site, place, km, date…"))
        self._box.setShowSearchIcon(True)
        self._box.setObjectName("yalu_find")
        self._box.setAccessibleName(self._box.placeholderText())
        self._box.textChanged.connect(found.search)
        self._box.returnPressed.connect(found.go_to_best)
        _connect_key(self._box, Qt.Key.Key_Down, self._focus_results)
        found.searched.connect(self._list_sites)
        found.left_up.connect(self._box.setFocus)
        found.left_down.connect(sites.focus_results)
        self._chips = QWidget(self)
        self._chips.setObjectName("yalu_chips")
        self._chips.setLayout(FlowLayout(4))
        self._lay_out()
        self.show_chips()
        header = sites.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_header_menu)

    def find(self) -> None:
        """Focus the search box."""
        self._box.setFocus()
        self._box.selectAll()

    def _list_sites(self) -> None:
        """List the sites with the text of the box, or all if it is a km, coordinates or a day; below the box the rest.

        Sites whose names have a slip in them, or that chips hide, are found and not listed.
        """
        self._sites.find("" if self._found.is_about_no_site() else self._box.text())
        self._show_found()

    def _show_found(self) -> None:
        listing = self._sites.sites_model.listing
        self._found.show_results([one for one in self._found.found_sites() if listing.fitting(listing.fids_of([one]))])

    def _focus_results(self) -> None:
        """Focus the list, or what else was found if no site has the text."""
        about_sites = self._sites.sites_model.listing.shown and not self._found.is_about_no_site()
        if about_sites or self._found.isHidden():
            self._sites.focus_results()
        else:
            self._found.focus_first()

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        row.setSpacing(2)
        row.addWidget(self._box, 1)
        row.addWidget(_menu_button("filter_sites", tr("Filter"), tr("List only sites of some kinds, states, origins"),
                                   self._fill_filters))
        row.addWidget(_menu_button("list_options", tr("Columns and groups"), tr(
            "Choose the columns of the list and what it is grouped by"), self._fill_options))
        column.addLayout(row)
        column.addWidget(self._found)
        column.addWidget(self._chips)

    # chips

    def _toggle(self, chip: Chip, *_: object) -> None:
        self._sites.toggle(chip)
        self.show_chips()
        self._show_found()

    def show_chips(self) -> None:
        """Show a chip for each active filter value."""
        flow, selected = self._chips.layout(), self._sites.sites_model.listing.filter.chips
        while flow.count():
            flow.takeAt(0).widget().deleteLater()
        for key, filter_ in filters().items():
            for value, label in filter_.options.items():
                if value in selected.get(key, ()):
                    flow.addWidget(self._chip_button((key, value), filter_.title, label))
        self._chips.setVisible(bool(selected))

    def _chip_button(self, chip: Chip, title: str, label: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"yalu_chip_{chip[0]}_{chip[1]}")
        text = tr("{title}: {word}. Click to remove this from the filter.").format(title=title, word=label)
        button.setText(f"{label}  ✕".replace("&", "&&"))
        button.setToolTip(plain_tooltip(text))
        button.setAccessibleName(text)
        button.clicked.connect(partial(self._toggle, chip))
        return button

    # menus

    def _fill_filters(self, menu: QMenu) -> None:
        selected = self._sites.sites_model.listing.filter.chips
        for key, filter_ in filters().items():
            menu.addSection(filter_.title)
            for value, label in filter_.options.items():
                action = menu.addAction(label.replace("&", "&&"))
                _make_checkable(action, value in selected.get(key, ()), partial(self._toggle, (key, value)))

    def _fill_options(self, menu: QMenu) -> None:
        columns = site_columns()
        menu.addSection(tr("Columns"))
        shown = self._sites.shown_columns()
        for column in range(len(KEYS)):
            action = _make_checkable(menu.addAction(columns[column].title), column in shown,
                                     partial(self._sites.show_column, column))
            action.setEnabled(column != NAME)
        menu.addSection(tr("Group by"))
        options = QActionGroup(menu)
        for column in (UNGROUPED, *GROUPS):
            text = tr("No groups") if column == UNGROUPED else columns[column].title
            _make_checkable(options.addAction(menu.addAction(text)), column == self._sites.sites_model.listing.group,
                            partial(self._group_by, column))

    def _group_by(self, column: int, *_: object) -> None:
        self._sites.group_by(column)

    def _show_header_menu(self, position: QPoint) -> None:
        menu = QMenu(self)
        menu.setObjectName("yalu_header_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill_options(menu)
        menu.popup(self._sites.horizontalHeader().mapToGlobal(position))


def _connect_key(widget: QWidget, key: Qt.Key, run: Callable[[], None]) -> None:
    action = QAction(widget)
    action.triggered.connect(run)
    LetterKeys({key: action}, lambda: True, widget).listen(widget)


def _make_checkable(action: QAction, on: bool, run: Callable[[bool], object]) -> QAction:
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(run)
    return action


def _menu_button(name: str, text: str, tooltip: str, fill: Callable[[QMenu], None]) -> QToolButton:
    """Return a button whose menu is filled each time it opens."""
    button = QToolButton()
    button.setObjectName(f"yalu_{name}")
    button.setIcon(QIcon(str(resource("icons", f"{name}.svg"))))
    button.setToolTip(tooltip)
    button.setAccessibleName(text)
    button.setAutoRaise(True)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    menu.setObjectName(f"yalu_{name}_menu")
    menu.aboutToShow.connect(menu.clear)
    menu.aboutToShow.connect(lambda: fill(menu))
    button.setMenu(menu)
    return button
