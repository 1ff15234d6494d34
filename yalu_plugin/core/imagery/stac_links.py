"""Where the links and assets of STAC documents lead, and which of them may be followed."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import url2pathname

from yalu_plugin.core.imagery.json_values import Json, as_list

WEB = ("http", "https")
_ESCAPES = frozenset("%#?\\")
LONGEST = 8_000  # characters of an address: about what servers take


def resolve(base: str, href: object) -> str:
    """The address that `href` means in the document at `base`; empty for one that must not be followed.

    A document from the web cannot name files of this computer, nor any document those of another one.
    """
    if not isinstance(href, str) or not href.strip() or len(href) > LONGEST or not href.isprintable():
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
    """The file of this computer that `href` means in a document in `folder` (absolute); None for anything else.

    A relative address is taken by the letter where there is such a file, for names may have % and # in them. Otherwise
    Windows' backslashes are slashes; its drives are on Windows only.
    """
    if not isinstance(href, str) or not href.strip() or not href.isprintable():
        return None
    if scheme(href) == "file":
        parts = urlsplit(href)
        path = url2pathname(parts.path) if parts.netloc in ("", "localhost") else ""
    elif has_drive(href):
        path = href if os.name == "nt" else ""
    elif scheme(href) or _on_another_computer(href):
        return None
    elif not _ESCAPES & set(href) or os.path.isfile(folder / href):  # noqa: PTH113 - Path.is_file may raise
        path = href
    else:
        path = unquote(urlsplit(href).path).replace("\\", "/")
    usable = path and "\0" not in path and not _on_another_computer(path)
    return Path(os.path.normpath(folder / path)) if usable else None


def _on_another_computer(path: str) -> bool:
    """Whether this is the path of a share: Windows would send that computer who is logged in here."""
    return path[:2].replace("\\", "/") == "//"


def has_drive(href: str) -> bool:
    """Whether this is a path on a drive of Windows."""
    return len(scheme(href)) == 1


def links(document: Json, rel: str) -> list[Json]:
    """The document's links of one relation."""
    return [one for one in as_list(document.get("links")) if isinstance(one, dict) and one.get("rel") == rel]


def link(document: Json, rel: str, base: str) -> str:
    """The address of the document's first link of one relation, or empty."""
    return next((address for one in links(document, rel) if (address := resolve(base, one.get("href")))), "")


def scheme(address: str) -> str:
    """The scheme of an address in lower case, empty for none; "broken" where it is no address at all."""
    try:
        return urlsplit(address).scheme
    except ValueError:
        return "broken"
