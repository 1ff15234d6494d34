"""Resolving links and assets of STAC documents, and which of them may be followed."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.imagery.json_values import Json, as_list

WEB = ("http", "https")
_ESCAPES = frozenset("%#?\\")
MAX_LENGTH = 8_000  # characters of an address: about what servers accept


def resolve(base: str, href: object) -> str:
    """Return the address of `href` in the document at `base`; empty for one that must not be followed.

    A document from the web cannot name local files, and no document can name files of another computer.
    """
    if not isinstance(href, str) or not href.strip() or len(href) > MAX_LENGTH or not href.isprintable():
        return ""
    if scheme(base) == "file" and scheme(href) not in WEB:
        file = local_file(Path(url2pathname(urlsplit(base).path)).parent, href)
        return file.as_uri() if file else ""
    try:
        address = urljoin(base, href)
    except ValueError:
        return ""
    return address if scheme(address) in WEB else ""


def local_file(folder: Path, href: object) -> Path | None:
    """Return the local file that `href` refers to in a document in `folder` (absolute); None for anything else.

    A relative address is first tried literally, because names may contain % and #. Otherwise it is unquoted, and
    backslashes are slashes. Paths with a drive are valid on Windows only.
    """
    if not isinstance(href, str) or not href.strip() or not href.isprintable():
        return None
    if scheme(href) == "file":
        parts = urlsplit(href)
        path = url2pathname(parts.path) if parts.netloc in ("", "localhost") else ""
    elif has_drive(href):
        path = href if os.name == "nt" else ""
    elif scheme(href) or _is_network_path(href):
        return None
    elif not _ESCAPES & set(href) or os.path.isfile(folder / href):  # noqa: PTH113 - Path.is_file may raise
        path = href
    else:
        path = unquote(urlsplit(href).path).replace("\\", "/")
    usable = path and "\0" not in path and not _is_network_path(path)
    return Path(os.path.normpath(folder / path)) if usable else None


def _is_network_path(path: str) -> bool:
    """Return whether this is the path of a share: Windows would send the user's login to that computer."""
    return path[:2].replace("\\", "/") == "//"


def has_drive(href: str) -> bool:
    """Return whether this is a Windows path with a drive."""
    return len(scheme(href)) == 1


def links(document: Json, rel: str) -> list[Json]:
    """Return the document's links with this relation."""
    return [one for one in as_list(document.get("links")) if isinstance(one, dict) and one.get("rel") == rel]


def link(document: Json, rel: str, base: str) -> str:
    """Return the address of the document's first link with this relation that can be followed, or empty."""
    return next((address for one in links(document, rel) if (address := resolve(base, one.get("href")))), "")


def scheme(address: str) -> str:
    """Return the scheme of an address in lower case, empty for none; "broken" if it is not a valid address."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "broken"
