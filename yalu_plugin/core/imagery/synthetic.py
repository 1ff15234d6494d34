"""Whether an image says that it is SYNTHETIC: made up, or changed so that it shows what was never there.

It says so by the word, in any case, in its name, in what describes it, or in its STAC item; or by the metadata
SYNTHETIC=YES. 합성 and 合成 mean composite as well as synthetic: they are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

# As a word of its own, or of a name such as SyntheticScene: not "photosynthetic", not "synthetic aperture radar".
_WORD = re.compile(r"(?:(?<![A-Za-z])|(?<=[a-z])(?=S))(?<!(?i:not) )(?<!(?i:non)[-_ ])(?i:synthetic(?:ally)?)"
                   r"(?:(?![A-Za-z])|(?<=[a-z])(?=[A-Z]))(?i:(?![\s_-]*aperture)(?!\s*[:=]\s*(?:no|false|0)\b))")
_KEY, _YES = "synthetic", ("yes", "true", "1")
# What the keys of descriptions end with in TIFF, EXIF, XMP, PNG, JPEG, NITF and netCDF.
_DESCRIPTIONS = ("DESCRIPTION", "COMMENT", "COMMENTS", "TITLE", "CAPTION", "DOCUMENTNAME", "COPYRIGHT", "KEYWORDS",
                 "DISCLAIMER", "ABSTRACT", "XMP")


def mentions_synthetic(text: str) -> bool:
    """Whether `text`, a name or a description, has the word."""
    return _WORD.search(text) is not None


def is_synthetic(names: Iterable[str], metadata: Mapping[str, str]) -> bool:
    """Whether an image says so by one of its `names`, or by its metadata (upper-case keys)."""
    return any(map(mentions_synthetic, names)) or _is_yes(metadata.get(_KEY.upper(), "")) or any(
        mentions_synthetic(text) for key, text in metadata.items() if key.endswith(_DESCRIPTIONS))


def item_is_synthetic(item: Mapping[str, Any], collection: Mapping[str, Any]) -> bool:
    """Whether a STAC item says so, or its collection: by a property synthetic (with any prefix), true or "yes", or by
    the word in id, title or keywords; the item also in its description, which of a collection says too much else.
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
