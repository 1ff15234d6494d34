"""Where the links and assets of STAC documents lead, and which of them may be followed."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from yalu_plugin.core.imagery.json_values import Json, as_list

WEB = ("http", "https")
LONGEST = 8_000  # characters of an address: about what servers take


def resolve(base: str, href: object) -> str:
    """The address that `href` means in the document at `base`; empty for one that must not be followed.

    A document from the web cannot name files of this computer.
    """
    if not isinstance(href, str) or len(href) > LONGEST or not href.isprintable():
        return ""
    try:
        address = urljoin(base, href)
    except ValueError:
        return ""
    allowed = (*WEB, "file") if scheme(base) == "file" else WEB
    return address if href and scheme(address) in allowed else ""


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
