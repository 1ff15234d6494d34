"""Labels of the survey's tables and columns in forms, attribute tables and messages."""

from __future__ import annotations

from yalu_plugin.core.text import translatable

NOT_STATED = translatable("Not stated")  # the entry of a list that leaves its column empty
TABLE_LABELS = {
    "sites": translatable("Site"), "observations": translatable("Observation"), "images": translatable("Image"),
    "marks": translatable("Counted object"), "searches": translatable("Search"),
    "corridors": translatable("River line"), "sources": translatable("Source"), "claims": translatable("Claim"),
    "areas": translatable("Area of counting"), "counts": translatable("Count"),
    "value_lists": translatable("Value of a list"), "site_states": translatable("State of a site"),
}
LISTED_LABELS = {  # of rows of another table in a form, by that table and its column that refers to this one
    ("observations", "site_id"): translatable("Observations"),
    ("observations", "image_id"): translatable("Observations"),
    ("observations", "source_id"): translatable("Observations"),
    ("sites", "replaces_site_id"): translatable("Rebuilt as"), ("marks", "image_id"): translatable("Counted objects"),
    ("marks", "count_id"): translatable("Counted objects"), ("counts", "area_id"): translatable("Counts"),
}
RECORDED_LABEL = translatable("Recorded")
COLUMN_LABELS = {
    "name": translatable("Name"), "kind": translatable("Kind"), "bank": translatable("Bank"),
    "at_fence_gate": translatable("At a gate of the border fence"), "county": translatable("County"),
    "confidence": translatable("Confidence"), "location_accuracy_m": translatable("Location accuracy (m)"),
    "source_ref": translatable("Id in the source"), "replaces_site_id": translatable("Replaces the site"),
    "retired_on": translatable("Retired: last day it counts (UTC)"), "note": translatable("Note"),
    "created_by": translatable("Created by"), "created_at": translatable("Created at (UTC)"),
    "finished_at": translatable("Finished at (UTC)"),
    "modified_by": translatable("Modified by"), "modified_at": translatable("Modified at (UTC)"),
    "site_id": translatable("Site"), "image_id": translatable("Image"), "source_id": translatable("Source"),
    "count_id": translatable("Count"), "area_id": translatable("Area of counting"),
    "corridor_id": translatable("River line"),
    "seen_from": translatable("Seen from (UTC)"), "seen_to": translatable("Seen to (UTC)"),
    "state": translatable("State"), "reason": translatable("Why it could not be seen"),
    "likelihood": translatable("Likelihood"), "below_resolution": translatable("Below the image's resolution"),
    "valid_from": translatable("State holds from"), "valid_to": translatable("State holds until"),
    "acquired_from": translatable("Acquired from (UTC)"), "acquired_to": translatable("Acquired to (UTC)"),
    "date_kind": translatable("Kind of date"), "date_source": translatable("Date read from"),
    "platform": translatable("Platform"), "provider": translatable("Provider"),
    "uri": translatable("File or address"), "gsd_m": translatable("Ground sample distance (m)"),
    "cloud_cover": translatable("Cloud cover (%)"), "attribution": translatable("Attribution"),
    "licence": translatable("Licence"), "synthetic": translatable("Synthetic"),
    "item_url": translatable("Catalogue item"), "sha256": translatable("Checksum (SHA-256)"),
    "length_m": translatable("Length (m)"), "width_m": translatable("Width (m)"),
    "error_m": translatable("Error of length and width (m)"),
    "from_m": translatable("From (m along the line)"), "to_m": translatable("To (m along the line)"),
    "result": translatable("Result"), "direction": translatable("Digitised"), "source": translatable("Source"),
    "title": translatable("Title"), "publisher": translatable("Publisher"), "author": translatable("Author"),
    "published_on": translatable("Published on"), "url": translatable("Address"),
    "accessed_on": translatable("Accessed on"), "quantity": translatable("What is counted"),
    "value": translatable("Figure"), "qualifier": translatable("Exactly, at least or about"),
    "unit": translatable("Unit"), "scope": translatable("Of what"), "from_date": translatable("From (UTC)"),
    "to_date": translatable("To (UTC)"), "share_shown": translatable("Share of the area shown (0 to 1)"),
    "list": translatable("List"), "label": translatable("Shown as"), "key": translatable("Key that chooses it"),
    "shape": translatable("Shape of its symbol"), "colour": translatable("Colour of its symbol"),
}
_LABELS_IN_TABLE = {  # columns with another meaning than in other tables
    ("marks", "label"): translatable("Class"), ("value_lists", "value"): translatable("Word"),
}


def column_label(table: str, column: str) -> str:
    """Return the label of a column of a table in English, to be translated when shown."""
    return _LABELS_IN_TABLE.get((table, column)) or COLUMN_LABELS[column]
