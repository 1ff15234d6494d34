"""Which layers of a file are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from yalu_plugin.core.importing.source import NoSuchLayer, ReadOptions


def chosen_layers(path: Path, names: Sequence[str], options: ReadOptions) -> tuple[str, ...]:
    """Those asked for, else all. Raises NoSuchLayer."""
    for layer in options.layers:
        if layer not in names:
            raise NoSuchLayer(path=path, layer=layer, layers=", ".join(names))
    return options.layers or tuple(names)
