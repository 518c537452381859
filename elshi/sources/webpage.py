"""A web page that lies in a file: its article, title and day of publication. Nothing is ever fetched."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from elshi.errors import UnreadableDocument
from elshi.records import Document, content_id
from elshi.sources.days import read_iso_day

__all__ = ["find_declared_encoding", "looks_like_page", "read_page"]

MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta)\b", re.I | re.S
)
TAG = re.compile(r"<[a-z!/]", re.I)
DECLARED = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]{2,40})|^\s*<\?xml[^>]{0,100}encoding=["']([\w.:-]{2,40})""", re.I)
LARGEST_PAGE = 3_000_000  # characters; reading time grows with them
MOST_TAGS = 30_000  # reading time may grow with their square
SHORTEST_ARTICLE = 40  # letters
# Where publishers state the day for machines; dates in the visible text or the address may mean anything.
DAY_PROPERTIES = frozenset(
    {
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "date.issued",
        "dc.date.issued",
        "dcterms.issued",
        "parsely-pub-date",
        "pubdate",
        "publish-date",
    }
)
DEEPEST_METADATA = 6

# A page that cannot be read is an error in the stream of documents, not a line in a log.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def looks_like_page(head: str, suffix: str) -> bool:
    """Whether the beginning of a text is HTML; the file's `suffix` decides only where there is some markup."""
    return bool(MARKUP.match(head)) or (suffix in {".html", ".htm", ".xhtml", ".shtml"} and bool(TAG.search(head)))


def find_declared_encoding(content: bytes) -> str | None:
    """The encoding that the page's own `meta` element (or XML declaration) names, if any."""
    found = DECLARED.search(content[:4096])
    return (found[1] or found[2]).decode("ascii", "ignore") if found else None


def read_page(html: str, name: str) -> Document:
    """The article of a page. Raises UnreadableDocument if there is none or the page is too large to be an article."""
    tags = html.count("<")
    if len(html) > LARGEST_PAGE or tags > MOST_TAGS:
        raise UnreadableDocument(name, f"a page of {len(html)} characters and {tags} tags is too large to be an article")
    found = _extract(html, name)
    text = (found.get("text") or "").strip()
    if sum(1 for c in text if c.isalpha()) < SHORTEST_ARTICLE:
        raise UnreadableDocument(name, "no article text found")
    title = _clean(found.get("title"))
    published = _find_day(html)
    return Document(
        content_id(text, title, published.isoformat() if published else None, None),
        text,
        name=name,
        title=title,
        published=published,
        source=_clean(found.get("sitename")),
        url=_clean(found.get("url")),
    )


def _clean(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _extract(html: str, name: str) -> dict[str, Any]:
    # A quarter of a second, which texts that are no pages need not wait.
    from trafilatura import bare_extraction

    # lxml cannot take lone surrogates and NULs; they mean nothing in a page.
    readable = html.encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    try:
        found = bare_extraction(readable, with_metadata=True, include_comments=False, include_tables=True)
    except RecursionError:
        raise UnreadableDocument(name, "the page's markup is nested too deeply") from None
    except Exception as error:
        # trafilatura and lxml document no closed set of errors; whatever they raise concerns this page alone.
        raise UnreadableDocument(name, f"broken markup ({type(error).__name__})") from error
    if found is None:
        raise UnreadableDocument(name, "no article text found")
    return found if isinstance(found, dict) else found.as_dict()


def _find_day(html: str) -> date | None:
    """The day of publication from the page's metadata; None unless all that state it agree on a day."""
    from lxml import etree

    try:
        root = etree.HTML(html.encode("utf-8", "replace"), etree.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None
    days = {day for stated in _stated_days(root) if (day := read_iso_day(stated[:40]))} if root is not None else set()
    return days.pop() if len(days) == 1 else None


def _stated_days(root: Any) -> Iterator[str]:
    for element in root.iter("meta"):
        names = {(element.get(key) or "").lower() for key in ("property", "name", "itemprop")}
        if names & DAY_PROPERTIES and element.get("content"):
            yield element.get("content")
    for element in root.iter("time"):
        if (element.get("itemprop") or "").lower() == "datepublished" and element.get("datetime"):
            yield element.get("datetime")
    for element in root.iter("script"):
        if (element.get("type") or "").lower() == "application/ld+json" and element.text:
            yield from _stated_in_json(element.text)


def _stated_in_json(written: str) -> Iterator[str]:
    try:
        yield from _published_values(json.loads(written), DEEPEST_METADATA)
    except (ValueError, RecursionError):
        return


def _published_values(value: Any, depth: int) -> Iterator[str]:
    """`datePublished` of the article, not of what it links to."""
    if depth and isinstance(value, list):
        for item in value[:20]:
            yield from _published_values(item, depth - 1)
    elif depth and isinstance(value, dict):
        if isinstance(value.get("datePublished"), str):
            yield value["datePublished"]
        yield from _published_values(value.get("@graph"), depth - 1)
