"""Whether an image is marked as SYNTHETIC: generated, or changed so that it shows what never existed.

The mark is the word, in any case, in its name, its description or its STAC item; or the metadata SYNTHETIC=YES.
합성 and 合成 mean composite as well as synthetic: they are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# As a whole word, or in a name such as SyntheticScene: not "photosynthetic", not "synthetic aperture radar".
_WORD = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z])(?=S))(?<!(?i:not) )(?<!(?i:non)[-_ ])(?i:synthetic(?:ally)?)"
                   r"(?:(?![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:(?![\s_-]*aperture)(?!\s*[:=]\s*(?:no|false|0)\b))")
_KEY, _YES = "synthetic", ("yes", "true", "1")
# Endings of the keys of descriptions in TIFF, EXIF, XMP, PNG, JPEG, NITF and netCDF.
_DESCRIPTIONS = ("DESCRIPTION", "COMMENT", "COMMENTS", "TITLE", "CAPTION", "DOCUMENTNAME", "COPYRIGHT", "KEYWORDS",
                 "DISCLAIMER", "ABSTRACT", "XMP")


def mentions_synthetic(text: str) -> bool:
    """Return whether `text`, a name or a description, contains the word."""
    return _WORD.search(text) is not None


def is_synthetic(names: Iterable[str], metadata: Mapping[str, str]) -> bool:
    """Return whether an image is marked by one of its `names`, or by its metadata (upper-case keys)."""
    return any(map(mentions_synthetic, names)) or _is_yes(metadata.get(_KEY.upper(), "")) or any(
        mentions_synthetic(text) for key, text in metadata.items() if key.endswith(_DESCRIPTIONS))


def item_is_synthetic(item: Mapping[str, Any], collection: Mapping[str, Any]) -> bool:
    """Return whether a STAC item or its collection is marked.

    The mark is a property synthetic (with any prefix), true or "yes", or the word in id, title or keywords; also in the
    item's description, but not in the collection's, which has too much else in it.
    """
    properties = item.get("properties")
    properties = properties if isinstance(properties, Mapping) else {}
    stated = (value for source in (properties, item, collection) for key, value in source.items()
              if str(key).lower().rpartition(":")[2] == _KEY)
    return any(map(_is_yes, stated)) or any(map(mentions_synthetic, _words(item, properties, collection)))


def _words(item: Mapping[str, Any], properties: Mapping[str, Any], collection: Mapping[str, Any]) -> Iterable[str]:
    texts = [item.get("id"), item.get("collection"), properties.get("description"), item.get("description")]
    for source in (item, properties, collection):
        keywords = source.get("keywords")
        texts += [source.get("title"), *(keywords if isinstance(keywords, list) else [])]
    return [text for text in (*texts, collection.get("id")) if isinstance(text, str)]


def _is_yes(value: object) -> bool:
    return value is True or str(value).strip().lower() in _YES
