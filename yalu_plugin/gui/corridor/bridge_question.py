"""The question whether the gaps in a line may be bridged."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QWidget

from yalu_plugin.core.errors import YaluError
from yalu_plugin.gui.escaped_text import plain_tooltip
from yalu_plugin.gui.labels import wrapping_label
from yalu_plugin.i18n import error_text, tr

MOST_GAPS = 3  # listed one by one


class BridgeQuestion(QWidget):
    """The gaps of a line and the button that agrees to bridge them; hidden while there is no question.

    `gaps` and `bridge` are the object names of the two.
    """

    agreed = pyqtSignal()

    def __init__(self, gaps: str, bridge: str) -> None:
        super().__init__()
        self._gaps = wrapping_label(gaps)
        agree = QPushButton(tr("&Bridge the gaps"))
        agree.setObjectName(bridge)
        agree.setToolTip(tr("Join the parts with straight stretches; their length is stated with every figure"))
        agree.clicked.connect(self._agree)
        font = self._gaps.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        self._gaps.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._gaps, 1)
        row.addWidget(agree)
        self.hide()

    def ask(self, error: YaluError | None) -> bool:
        """Show the question if `error` is about gaps in a line, else hide it; return whether it is shown."""
        gaps = getattr(error, "gaps", ())  # of CorridorInParts, whose module would be slow to import
        lines = [str(gap) for gap in gaps[:MOST_GAPS]]
        if len(gaps) > MOST_GAPS:
            lines.append(tr("and {n} more").format(n=len(gaps) - MOST_GAPS))
        self._gaps.setText("\n".join(lines))
        self._gaps.setToolTip(plain_tooltip("\n".join([error_text(error), *lines])) if error and gaps else "")
        self.setVisible(bool(gaps))
        return bool(gaps)

    def _agree(self) -> None:
        self.agreed.emit()
