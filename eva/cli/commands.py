"""The commands, what each takes, and its options: the table from which arguments are read and help is written."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Option:
    """An option `--name`; `value` names what it takes (`cli.value.<value>`), empty for one that takes nothing."""

    name: str
    value: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what stands after it (`operand`, how many at least and at most, None: any number), and its options.

    `module` is the module that does it, where no module can be called as the command is.
    """

    name: str
    operand: str = ""
    least: int = 0
    most: int | None = 0
    options: tuple[Option, ...] = ()
    module: str = ""

    def option(self, name: str) -> Option | None:
        """The option of this name, if the command has it."""
        return next((each for each in (*self.options, *EVERYWHERE) if each.name == name), None)


EVERYWHERE = (Option("lang", "language", LANGUAGES), Option("help"))
"""Options of every command."""

_JSON = Option("json")
_FORMAT = Option("format", "format", ("html", "pdf", "docx", "xlsx", "json"))

COMMANDS: Mapping[str, Command] = {
    command.name: command
    for command in (
        Command(
            "serve",
            options=(
                Option("demo"),
                Option("port", "port"),
                Option("data", "folder"),
                Option("library", "folder"),
                Option("address", "address"),
            ),
        ),
        Command(
            "new",
            "kind",
            1,
            2,
            (
                Option("title", "text"),
                Option("out", "file"),
                Option("extends", "checklist"),
                Option("checklists", "checklists"),
                Option("languages", "languages"),
                Option("depth", "depth", ("light", "full")),
                Option("by", "official"),
            ),
        ),
        Command(
            "check",
            "paths",
            1,
            None,
            (
                Option("cases"),
                Option("against", "version"),
                _JSON,
                Option("format", "format", ("text", "json", "sarif", "github")),
            ),
        ),
        Command("score", "file", 1, 1, (_JSON,)),
        Command("compare", "file", 1, 1, (Option("weights", "statements"), _JSON)),
        Command(
            "report",
            "reported",
            0,
            None,
            (
                Option("template", "template"),
                _FORMAT,
                Option("archive", "archive", ("a-3a", "a-2a")),
                Option("all"),
                Option("data", "folder"),
                Option("out", "file"),
            ),
        ),
        Command("verify", "report", 1, 1, (_JSON,)),
        Command("export", "case", 0, 1, (Option("all"), Option("data", "folder"), Option("out", "file"))),
        Command(
            "import",
            "files",
            1,
            None,
            (Option("as-new"), Option("data", "folder"), _JSON),
            module="importing",
        ),
        Command(
            "diff", "two_versions", 2, 2, (_JSON, Option("format", "format", ("text", "html")), Option("out", "file"))
        ),
        Command(
            "migrate",
            "file",
            1,
            1,
            (Option("to", "version"), Option("from", "version"), Option("back"), Option("write"), _JSON),
        ),
    )
}
