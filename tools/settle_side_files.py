"""Rename side files of a survey that do not belong to it, before QGIS opens it. The survey's path is the argument.

qgis_process opens the layers it is given before any code of the plugin runs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from yalu_plugin.core.errors import YaluError
from yalu_plugin.layers.survey.side_file_handling import handle_side_file


def main(path: Path) -> str:
    """Settle the side files; returns the error message, or an empty string."""
    try:
        notice = handle_side_file(path.resolve())
    except YaluError as error:
        return str(error)
    if notice is not None:
        print(notice, file=sys.stderr)
    return ""


sys.exit(main(Path(sys.argv[1])) or 0)
