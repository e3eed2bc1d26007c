"""The words of a report's HTML: which tags, classes and attributes exist, and what may stand in what.

docs/report-html.md says the same for the authors of templates.
"""

from collections.abc import Mapping
from types import MappingProxyType

VOID = frozenset({"br", "meta"})
INLINE = frozenset({"strong", "em", "small", "sub", "sup", "code", "a", "abbr", "time", "span", "br", "svg"})
BLOCK = frozenset(
    {
        *("header", "footer", "section", "div", "nav", "article", "main"),
        *("h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "blockquote", "aside", "table", "figure"),
    },
)
FLOW = INLINE | BLOCK
PAIRS = frozenset({"dt", "dd"})
_ROWS = frozenset({"tr"})

CONTENT: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "html": frozenset({"head", "body"}),
        "head": frozenset({"title", "meta", "style", "script"}),
        **dict.fromkeys(("title", "style", "script", "br", "meta"), frozenset[str]()),
        **dict.fromkeys(("body", "main", "article", "header", "section", "div", "nav", "blockquote", "aside"), BLOCK),
        **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt"), INLINE),
        **dict.fromkeys(("strong", "em", "small", "sub", "sup", "code", "a", "abbr", "time", "span"), INLINE),
        **dict.fromkeys(("li", "dd"), FLOW - {"main", "article", "header", "footer", "nav"}),
        **dict.fromkeys(("th", "td"), INLINE | {"p", "ul", "ol", "div"}),
        **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
        **dict.fromkeys(("thead", "tbody", "tfoot"), _ROWS),
        "footer": FLOW,
        "dl": PAIRS | {"div"},
        "table": frozenset({"caption", "thead", "tbody", "tfoot"}),
        "tr": frozenset({"th", "td"}),
        "figure": frozenset({"svg", "table", "figcaption"}),
    },
)
"""What may stand directly in a tag."""

TEXT_IN = (
    frozenset({"title", "p", "h1", "h2", "h3", "h4", "caption", "figcaption", "dt", "li", "dd", "th", "td", "footer"})
    | INLINE
)
"""Tags that may hold bare text."""

RATINGS = frozenset({"neg3", "neg2", "neg1", "zero", "pos1", "pos2", "pos3", "unknown", "open", "none"})
BOXES = frozenset({"flag", "answered", "missing", "caution", "info", "result"})
_ANYWHERE = frozenset({"screen-only", "print-only", "page", "keep", "next"})
_PARAGRAPH = frozenset({"kicker", "lead", "status", "note", "source", "title", "empty", "free"})
_LISTS = frozenset({"plain", "compact"})
_CELL = RATINGS | {"num", "mid", "rating", "inherited"}

CLASSES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "p": _PARAGRAPH,
        "ul": _LISTS | {"figures"},
        "ol": _LISTS,
        "dl": _LISTS | {"facts"},
        "aside": BOXES,
        "div": BOXES | {"columns"},
        "blockquote": frozenset({"free"}),
        "table": frozenset({"heat", "ratings", "money", "compact", "plain", "zebra"}),
        "tr": frozenset({"group", "total", "zero", "recommended"}),
        "th": _CELL,
        "td": _CELL,
        "span": RATINGS
        | BOXES
        | {"badge", "sign", "word", "muted", "nowrap", "inherited", "recommended", "draft", "rating"},
    },
)
"""Classes of each tag, besides those that may stand anywhere."""

_GLOBAL = frozenset({"lang", "id", "class", "title", "role", "tabindex", "hidden"})
_UNMARKED = frozenset({"head", "body", "title", "meta", "style", "thead", "tbody", "tfoot", "br"})
ATTRIBUTES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "meta": frozenset({"name", "content", "charset"}),
        "script": frozenset({"type"}),
        "a": frozenset({"href"}),
        "time": frozenset({"datetime"}),
        "ol": frozenset({"start"}),
        "table": frozenset({"data-cols"}),
        "th": frozenset({"colspan", "rowspan", "scope"}),
        "td": frozenset({"colspan", "rowspan"}),
    },
)
"""Attributes of each tag, besides those of all tags."""

SCOPES = frozenset({"col", "row", "colgroup", "rowgroup"})


def class_allowed(tag: str, name: str) -> bool:
    """Whether a class means something on a tag; `x-…` is the HTML style sheet's own."""
    return name.startswith("x-") or name in _ANYWHERE or name in CLASSES.get(tag, ())


def attribute_allowed(tag: str, name: str) -> bool:
    """Whether a tag may carry an attribute; `aria-…` and `data-…` are for HTML only."""
    if (name in {"lang", "id"} and tag in _UNMARKED) or (tag, name) == ("tr", "lang"):
        return False
    return name in _GLOBAL or name in ATTRIBUTES.get(tag, ()) or name.startswith(("aria-", "data-"))
