"""The error that ends an export where the user wants it to."""

from __future__ import annotations

from yalu_plugin.core.errors import YaluError
from yalu_plugin.core.text import translatable


class Cancelled(YaluError):
    """The user stopped an export."""

    template = translatable("The export was cancelled. Nothing was written.")
