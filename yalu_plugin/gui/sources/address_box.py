"""A field for an address, typed or selected from a few known ones by name."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtWidgets import QComboBox


class AddressBox(QComboBox):
    """`known` has the addresses by their display names; `address` is the initial one."""

    def __init__(self, known: Mapping[str, str], address: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for name, one in known.items():
            self.addItem(name, one)
        row = self.findData(address)
        self.setCurrentIndex(row)
        if row < 0:
            self.setEditText(address)

    @property
    def address(self) -> str:
        """Return the selected or typed address."""
        return str(self.itemData(self._row())) if self.is_known else self.currentText().strip()

    @property
    def is_known(self) -> bool:
        """Return whether the address is one of those offered by name."""
        return self._row() >= 0

    def _row(self) -> int:
        return self.findText(self.currentText())
