"""Copy QGIS' message log into the file $YALU_DESKTOP_LOG. QGIS runs this before it loads any plugin."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import Qgis, QgsApplication

NAMES = {
    Qgis.MessageLevel.Info: "info",
    Qgis.MessageLevel.Success: "success",
    Qgis.MessageLevel.Warning: "warning",
    Qgis.MessageLevel.Critical: "critical",
}


def write_message(text: str, tag: str, level: Qgis.MessageLevel) -> None:
    """Append one message to the file."""
    with Path(os.environ["YALU_DESKTOP_LOG"]).open("a", encoding="utf-8") as log:
        log.write(f"{NAMES.get(level, level)} [{tag}] {text}\n")


QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(write_message)
