"""The texts of the bar of a patrol."""

from __future__ import annotations

from yalu_plugin.core.corridor.coverage_phrases import km_text, patrol_phrase
from yalu_plugin.gui.imagery.scene_text import scene_line
from yalu_plugin.i18n import phrase_text, tr
from yalu_plugin.workbench import Workbench
from yalu_plugin.workbench.patrol import Patrol


def place_text(patrol: Patrol) -> str:
    """The place of the current stretch: "km -5 to -4 · 1 of 11"."""
    current = patrol.current
    if current is None:
        return tr("end of the patrol")
    return tr("km {first} to {last} · {n} of {all}").format(
        first=patrol.km(current.from_m), last=patrol.km(current.to_m), n=patrol.number + 1, all=len(patrol.stretches))


def covered_text(patrol: Patrol) -> str:
    """How much of the river the scene covers; the rest is not part of the patrol."""
    corridor = km_text(patrol.coverage().corridor_m)
    return tr("Of the {corridor} km of the river line this scene covers {covered}.").format(
        corridor=corridor, covered=km_text(patrol.covered_m))


def searched_text(workbench: Workbench) -> str:
    """What this analyst has searched on the patrol's scene."""
    patrol = workbench.patrol
    return phrase_text(patrol_phrase(patrol.coverage(), patrol.days, patrol.found, workbench.river.datum_m()))


def hints(workbench: Workbench) -> str:
    """What the keys do now."""
    patrol = workbench.patrol
    current = patrol.current
    if current is None:
        return tr("All of it was walked. Backspace: back · Esc: end")
    if current.scene not in workbench.imagery.drawn:
        return tr("This patrol is on {scene}, which is not on screen. Show it to go on. Esc: end").format(
            scene=scene_line(current.scene))
    return tr("Space: nothing · N: not observable · click: new (V, B) · Backspace: back · Esc: end")


def early_keys_text(keys: int) -> str:
    """The message that early keys recorded nothing; empty if there were none."""
    return tr("{n} keys came before the map was drawn: they recorded nothing").format(n=keys) if keys > 1 else (
        tr("1 key came before the map was drawn: it recorded nothing") if keys else "")
