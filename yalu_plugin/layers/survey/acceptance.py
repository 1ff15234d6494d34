"""A survey accepted as it is, though its record lacks entries that were seen before: after a backup was put back.

The record says who decided it and why, for each head that it does not have. That is for people to read: what is said in
the file itself is no proof, so whoever else has seen those entries is told of them all the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from yalu_plugin.core.survey.delta import Delta
from yalu_plugin.core.survey.sealed_record import PLUGIN
from yalu_plugin.core.survey.stored_heads import StoredHead
from yalu_plugin.layers.survey.geopackage_survey import GeoPackageSurvey
from yalu_plugin.layers.survey.record_words import say_of_record, typed_reason
from yalu_plugin.layers.survey.sealing import delta_of, seal_entries
from yalu_plugin.layers.survey.write import transaction

ACCEPT = "accept"  # the action of such an entry; its row_id is the seq of the head, its after has the hash


def accept(survey: GeoPackageSurvey, lost: Sequence[StoredHead], who: str, reason: str) -> Delta:
    """Write an entry "accept" for each of these heads. Raises ReasonMissing (nothing is written then), and what writing
    a survey raises.
    """
    typed = typed_reason(who, reason)
    with transaction(survey.path, survey.file) as dataset:
        seal_entries(dataset)
        for seq, digest in sorted({(head.seq, head.hash) for head in lost}):
            say_of_record(dataset, ACCEPT, seq, {**typed, "hash": digest})
        return delta_of(seal_entries(dataset, typed["who"], ACCEPT, PLUGIN))
