"""An XML element with its texts and children."""

from __future__ import annotations

from collections.abc import Iterator


class Element:
    """An element: name and attributes without prefixes, texts and children in order."""

    __slots__ = ("_attributes", "children", "parts", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self._attributes = attributes
        self.parts: list[str | Element] = []
        self.children: list[Element] = []

    def __iter__(self) -> Iterator[Element]:
        """Iterate over the child elements."""
        return iter(self.children)

    def append(self, element: Element) -> None:
        """Append a child element."""
        self.parts.append(element)
        self.children.append(element)

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return self._attributes.get(name, default)

    def find(self, path: str) -> Element | None:
        """Return the first child of this name; "a/b" is the first b in the first a."""
        if "/" in path:
            name, _, rest = path.partition("/")
            found = self.find(name)
            return found.find(rest) if found is not None else None
        for child in self.children:
            if child.tag == path:
                return child
        return None

    def iter(self, tag: str = "") -> Iterator[Element]:
        """Iterate over this element and all its descendants, of one name or of any."""
        if not tag or self.tag == tag:
            yield self
        for child in self:
            yield from child.iter(tag)

    @property
    def text(self) -> str:
        """All text in the element, stripped."""
        if not self.children:
            return "".join(self.parts).strip()  # type: ignore[arg-type]
        return "".join(self.texts()).strip()

    def child_text(self, path: str) -> str:
        """Return the text of the element that `find` returns, "" for none."""
        found = self.find(path)
        return found.text if found is not None else ""

    def texts(self) -> Iterator[str]:
        """Yield the pieces of text in the element, unchanged."""
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part.texts()
