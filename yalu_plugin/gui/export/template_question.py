"""The question before a template is used for the first time."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgsMessageBar

from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import tr
from yalu_plugin.layers.layouts.template_file import read_template
from yalu_plugin.settings import TEMPLATES_USED

STORED = 200  # number of templates remembered


def asks_before_use(template: Path | None, bar: QgsMessageBar, go_on: Callable[[], None]) -> bool:
    """Ask in `bar` whether to use a template whose content is new; return whether it asked. "Use it" calls `go_on`.

    Raises what reading the template raises.
    """
    known = TEMPLATES_USED.value().split()
    found = read_template(template) if template else None
    if found is None or found.digest in known:
        return False

    def use() -> None:
        TEMPLATES_USED.setValue(" ".join([*known[-STORED:], found.digest]))
        go_on()

    bar.clearWidgets()  # an earlier question is about another press
    Messages(bar).ask(found.warning(), {tr("Use it"): use, tr("Do not use it"): lambda: None})
    return True
