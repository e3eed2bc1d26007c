"""Diagrams (kuvat): what a chart on the screen is drawn from, with its sentence and its figures as a file.

Colours are names of the style sheet (`var(--harm)`), which the browser resolves for light and dark. Every text that may
come from people is escaped, because Plotly reads some tags.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias

Entry: TypeAlias = str | int | float | None
Traces: TypeAlias = tuple[Mapping[str, Any], ...]
Place: TypeAlias = tuple[int, int, int]
"""Where the working of a mark stands in the table: body, row and cell, each from 0."""

BAND, LINE = 34, 40
"""Pixels of a heading and of a line of marks."""
INK, SOFT, PAGE = "var(--text)", "var(--soft)", "var(--page)"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Diagram:
    """One chart: its title, the sentence that says what it shows, what Plotly draws, and its figures.

    `traces` and `layout` are Plotly's; `narrow` is what takes the place of parts of the layout on a narrow screen. The
    first of `rows` are the titles of the columns. `notes` stand in a saved picture, where nothing else explains it.
    """

    ident: str
    title: str
    sentence: str
    traces: Traces
    layout: Mapping[str, Any]
    narrow: Mapping[str, Any]
    rows: tuple[tuple[Entry, ...], ...]
    notes: tuple[str, ...]

    @property
    def spreadsheet(self) -> str:
        """The figures as a file that a spreadsheet opens: `;` between them, decimal commas, no formula."""
        return "".join(";".join(map(_written, row)) + "\r\n" for row in self.rows)


def _written(entry: Entry) -> str:
    """One entry; what a spreadsheet would take for a formula is made a text."""
    match entry:
        case None:
            return ""
        case float():
            return f"{entry:.4f}".replace(".", ",")
        case int():
            return str(entry)
    guarded = f"'{entry}" if entry.startswith(_FORMULA) else entry
    return '"' + guarded.replace('"', '""') + '"' if set(guarded) & set(';"\r\n') else guarded


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a chart from above, some of them headings that stand over others."""

    labels: tuple[str, ...]
    headings: frozenset[int]

    @classmethod
    def of(cls, bands: Iterable[tuple[str, Iterable[str]]]) -> "Lines":
        """The lines of bands, each of which has a heading; without one where it is empty."""
        labels: list[str] = []
        headings: set[int] = set()
        for heading, lines in bands:
            if heading:
                headings.add(len(labels))
                labels.append(heading)
            labels += lines
        return cls(tuple(labels), frozenset(headings))

    @property
    def height(self) -> int:
        """Pixels that the lines take."""
        return LINE * len(self.labels) - (LINE - BAND) * len(self.headings)

    def at(self, skipped: int = 0) -> list[int]:
        """The places of the lines that are not headings, after the first `skipped` ones."""
        return [at for at in range(len(self.labels)) if at not in self.headings][skipped:]

    def layout(self, top: int, bottom: int) -> dict[str, Any]:
        """The vertical axis with the labels, and the headings over the whole width."""
        return {
            "height": self.height + top + bottom,
            "margin": {"t": top, "b": bottom, "l": 200, "r": 20, "pad": 6},
            "yaxis": {
                "range": [len(self.labels) - 0.5, -0.5],
                "tickvals": self.at(),
                "ticktext": [escape(self.labels[at], quote=False) for at in self.at()],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "ticks": "",
            },
            "annotations": [_heading(at, self.labels[at]) for at in sorted(self.headings)],
        }


def _heading(at: int, label: str) -> dict[str, Any]:
    text = f"<b>{escape(label, quote=False)}</b>"
    return note(
        text, x=0, y=at, name="heading", xanchor="left", align="left", font={"color": "var(--accent)"}, bgcolor=PAGE
    )


def note(text: str, **keys: Any) -> dict[str, Any]:
    """Words inside a chart; `text` is escaped already."""
    placed = {"xref": "paper", "yref": "y", "showarrow": False, "yanchor": "middle"}
    return {"text": text, **placed, **keys}


LOOKS: Mapping[str, Any] = {
    "paper_bgcolor": PAGE,
    "plot_bgcolor": PAGE,
    "font": {"family": '"Source Sans", sans-serif', "size": 13, "color": INK},
    "showlegend": False,
    "dragmode": False,
    "hoverlabel": {"align": "left", "bgcolor": PAGE, "bordercolor": "var(--edge)", "font": {"color": INK}},
}


def flat(axis: Sequence[float], **keys: Any) -> dict[str, Any]:
    """A horizontal axis over a range, which nobody can drag."""
    return {"range": list(axis), "fixedrange": True, "zeroline": False, "showgrid": False, "ticks": "", **keys}
