"""The requests of a STAC API search, page by page.

By the STAC API specification 1.0, item search: link relation `search`, the parameters `bbox`, `datetime`,
`collections` and `limit`, and paging by `next` links with `method`, `body`, `headers` and `merge`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from yalu_plugin.core.imagery.scene_query import SceneQuery
from yalu_plugin.core.imagery.stac_links import link, links, resolve

PAGE = 100  # items; a page of Sentinel-2 items is then 1 to 3 MB, so that a slow connection still shows progress


@dataclass(frozen=True)
class Request:
    """A request to a service: a GET, or a POST of `body` as JSON if there is one.

    `authcfg` is the id of an entry in QGIS' authentication store, empty for none.
    """

    address: str
    body: Mapping[str, Any] | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    authcfg: str = ""


def search_request(
    document: dict[str, Any], base: str, query: SceneQuery, collections: Sequence[str]
) -> Request | None:
    """Return the first request of a search at a service, given its landing page or a collection as `document`.

    None if `document` (found at `base`) offers no search: a static catalog.
    """
    limits = {"limit": PAGE, **({"bbox": list(query.extent)} if query.extent else {}),
             **({"datetime": query.interval} if query.interval else {})}
    named = {"collections": list(collections)} if collections else {}
    for one in links(document, "search"):
        address = resolve(base, one.get("href"))
        if address and str(one.get("method", "")).upper() == "POST":
            return Request(address, {**limits, **named})
    address = link(document, "search", base)
    if address:
        return Request(_with_parameters(address, {**limits, **named}))
    address = link(document, "items", base)
    return Request(_with_parameters(address, limits)) if address else None


def next_request(page: dict[str, Any], last: Request) -> Request | None:
    """Return the request for the page after `page`, which is the response to `last`; None after the last page."""
    for one in links(page, "next"):
        address = resolve(last.address, one.get("href"))
        if not address:
            continue
        merge = one.get("merge") is True
        body, headers = one.get("body"), one.get("headers")
        sent = {**(last.headers if merge else {}), **(headers if isinstance(headers, dict) else {})}
        if str(one.get("method", "GET")).upper() != "POST":
            return Request(address, headers=_texts(sent))
        given = body if isinstance(body, dict) else {}
        return Request(address, {**(last.body or {}), **given} if merge else given, _texts(sent))
    return None


def _texts(headers: Mapping[Any, Any]) -> dict[str, str]:
    return {str(name): str(value) for name, value in headers.items()}


def _with_parameters(address: str, parameters: Mapping[str, Any]) -> str:
    written = {name: ",".join(map(str, value)) if isinstance(value, list) else value
               for name, value in parameters.items()}
    return f"{address}{'&' if '?' in address else '?'}{urlencode(written, safe=',:/')}"
