"""A comparison as HTML: a table for each chapter, inside a page of the app or as a file of its own."""

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.literal import literal
from eva.sides import Chapter, Row, Sides


def sides_page(sides: Sides, words: Words, css: str) -> str:
    """A self-contained HTML document that looks as this style sheet says."""
    head = Markup('<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">')
    head += Markup("<title>{}</title>").format(sides.title)
    head += Markup("<style>{}</style>").format(Markup(css))  # noqa: S704  our own style sheet
    title = Markup("<h1>{}</h1>").format(sides.title)
    page = Markup('<!doctype html>\n<html lang="{}">\n<head>{}</head>\n<body><main>{}{}</main></body>\n</html>\n')
    return literal(page.format(words.language, head, title, Markup(sides_html(sides, words, level=2))))  # noqa: S704


def sides_html(sides: Sides, words: Words, *, level: int) -> str:
    """The lead and the chapters, their headings at this level; what people typed is printed literally."""
    lead = Markup("").join(Markup("<li>{}</li>").format(each) for each in sides.lead)
    chapters = Markup("\n").join(_chapter(each, words, level) for each in sides.chapters)
    return literal(Markup("<ul>{}</ul>\n{}").format(lead, chapters))


def _chapter(chapter: Chapter, words: Words, level: int) -> Markup:
    heading = Markup("<h{0}>{1}</h{0}>").format(level, chapter.title)
    note = Markup("<p>{}</p>").format(chapter.note) if chapter.note else Markup()
    if not chapter.sided:
        items = Markup("").join(Markup("<li>{}</li>").format(row.what) for row in chapter.rows)
        return Markup("<section>{}{}<ul>{}</ul></section>").format(heading, note, items)
    return Markup("<section>{}{}{}</section>").format(heading, note, _table(chapter, words))


def _table(chapter: Chapter, words: Words) -> Markup:
    names = (words.get(f"versions.column.{each}") for each in ("what", "before", "after"))
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in names)
    body = Markup("").join(_row(row) for row in chapter.rows)
    frame = Markup('<div class="scroll" role="region" tabindex="0" aria-label="{}">{}</div>')
    table = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)
    return frame.format(chapter.title, table)


def _row(row: Row) -> Markup:
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(row.what, row.before, row.after)
