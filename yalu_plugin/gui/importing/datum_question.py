"""The question whether coordinates that may be those of a Chinese map are converted."""

from __future__ import annotations

from collections.abc import Callable

from yalu_plugin.core.importing.import_assessment import AS_STATED, DatumOffer
from yalu_plugin.gui.messages import Messages
from yalu_plugin.i18n import phrase_text, tr


def ask_datum(offer: DatumOffer, messages: Messages, convert: Callable[[], None], leave: Callable[[], None]) -> None:
    """Say that the coordinates may be shifted; nothing is converted unless the user says so."""
    label = tr("Convert them") if offer.datum == AS_STATED else tr("Convert from {datum}").format(datum=offer.datum)
    messages.ask(phrase_text(offer.reason), {label: convert, tr("Leave as written"): leave})
