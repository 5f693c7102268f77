"""Feeds as XML (Atom Syndication Format, RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from archive.values import Description
from webui.i18n import translated

NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"

#: When a feed without entries changed last.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A document, and when it came."""

    document: Description
    #: Address of its page.
    url: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """What is told about a list of documents."""

    title: str
    #: Whoever publishes it.
    author: str
    #: Addresses of the page with the same documents, and of the feed itself, without any secret.
    page_url: str
    own_url: str
    #: The latest first.
    entries: tuple[FeedEntry, ...]


def written(feed: Feed) -> bytes:
    """Return a feed as XML."""
    root = etree.Element(f"{{{NAMESPACE}}}feed", nsmap={None: NAMESPACE})  # type: ignore[dict-item] # the namespace without a prefix
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "de")
    _texts(root, (("id", feed.own_url), ("title", feed.title)))
    _texts(root, (("updated", _moment(max((each.at for each in feed.entries), default=_NEVER))),))
    _texts(_below(root, "author"), (("name", feed.author),))
    _below(root, "link", rel="self", type=MEDIA_TYPE, href=feed.own_url)
    _below(root, "link", rel="alternate", type="text/html", href=feed.page_url)
    for each in feed.entries:
        _write(_below(root, "entry"), each)
    return etree.tostring(root, xml_declaration=True, encoding="utf-8")


def _write(element: etree._Element, entry: FeedEntry) -> None:
    document, at = entry.document, _moment(entry.at)
    _texts(element, (("id", entry.url), ("title", document.title), ("updated", at), ("published", at)))
    _below(element, "link", rel="alternate", type="text/html", href=entry.url)
    about = (translated(document.kind.value), document.meeting.title if document.meeting else "", *document.sites)
    _texts(element, (("summary", " · ".join(filter(None, about))),))
    for term in (document.kind.value, *document.topics, *document.keywords):
        _below(element, "category", term=term)


def _below(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", {key: _plain(each) for key, each in attributes.items()})


def _texts(parent: etree._Element, texts: Iterable[tuple[str, str]]) -> None:
    for name, text in texts:
        _below(parent, name).text = _plain(text)


def _plain(text: str) -> str:
    """Return a text without the signs that XML cannot hold."""
    return "".join(sign for sign in text if sign.isprintable() or sign in "\n\t")


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
