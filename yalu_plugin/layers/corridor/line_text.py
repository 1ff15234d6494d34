"""Text for a river line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yalu_plugin.i18n import tr

if TYPE_CHECKING:
    from yalu_plugin.core.corridor.line_facts import LineFacts


def line_text(facts: LineFacts) -> str:
    """Return name, detail, origin and licence of a river line: what its length depends on, and its publisher."""
    description = tr("{name}, {n} vertices, on average {spacing} m apart").format(
        name=facts.name, n=f"{facts.vertices:,}", spacing=f"{facts.mean_spacing_m:,.0f}")
    if facts.bridged_m:
        description = tr("{line}, gaps of {gap} m bridged").format(line=description, gap=round(facts.bridged_m))
    origin = ", ".join(text for text in (facts.attribution or facts.source, facts.licence) if text)
    return f"{description} ({origin})" if origin else description
