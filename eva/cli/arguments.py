"""Arguments (komentorivin argumentit): what was typed, as a request.

The standard library's argparse speaks English alone; getopt tells which option is wrong and leaves the words to us.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from getopt import GetoptError, getopt, gnu_getopt
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, cast

from eva.cli.commands import COMMANDS, EVERYWHERE, LANGUAGES, Command
from eva.errors import EvaError

if TYPE_CHECKING:
    from eva.locale import Words

_Language = Literal["fi", "sv", "en"]
_HELP = Command("help", "command", 0, 1)
_GLOBAL = ["lang=", "help", "version"]


class Misuse(EvaError):
    """A command that was not typed as it is to be typed; `command` is the one meant, empty where none was."""

    def __init__(self, code: str, command: str = "", **params: str) -> None:
        super().__init__(code, **params)
        self.command = command


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asks for: a command, what stands after it, and the options given (a flag is an empty text)."""

    command: Command
    operands: tuple[str, ...]
    values: Mapping[str, str]

    def flag(self, name: str) -> bool:
        """Whether an option was given."""
        return name in self.values

    @property
    def as_json(self) -> bool:
        """Whether the result is to be JSON: by the option of that name, or as the format of what has that option."""
        asked = self.command.option("json") is not None and self.values.get("format") == "json"
        return asked or self.flag("json")

    def needed(self, name: str) -> str:
        """The value of an option that the command cannot do without."""
        if not self.values.get(name, "").strip():
            raise Misuse("cli_option_required", self.command.name, option=f"--{name}")
        return self.values[name]

    def language(self) -> _Language | None:
        """The language asked for, if any."""
        return cast("_Language | None", self.values.get("lang"))

    def run(self, words: "Words") -> int:
        """Does what is asked for; returns the exit code."""
        name = "help" if self.flag("help") else self.command.module or self.command.name
        return int(import_module(f"eva.cli.{name}").run(self, words))


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> _Language:
    """The language to speak: the one asked for, else the first of the installation."""
    asked = [after for word, after in pairwise(arguments) if word == "--lang"]
    asked += [word.removeprefix("--lang=") for word in arguments if word.startswith("--lang=")]
    offered = environment.get("EVA_LANGUAGES", "").replace(",", " ").split()
    return cast("_Language", next((each for each in (*asked, *offered) if each in LANGUAGES), LANGUAGES[0]))


def understood(arguments: Sequence[str]) -> Request:
    """What the arguments ask for; raises Misuse."""
    try:
        first, rest = getopt(list(arguments), "h", _GLOBAL)
    except GetoptError as wrong:
        raise Misuse("cli_unknown_option", option=_dashed(wrong.opt)) from wrong
    before = {name.lstrip("-"): value for name, value in first}
    if "version" in before:
        return Request(Command("version"), (), {})
    if "h" in before or "help" in before or rest[:1] == ["help"]:
        return _read(_HELP, rest[1:] if rest[:1] == ["help"] else rest[:1], before)
    if not rest:
        raise Misuse("cli_command_missing", commands=", ".join(COMMANDS))
    if rest[0] not in COMMANDS:
        raise Misuse("cli_unknown_command", name=rest[0], **_near(rest[0], COMMANDS), commands=", ".join(COMMANDS))
    return _read(COMMANDS[rest[0]], rest[1:], before)


def _read(command: Command, arguments: Sequence[str], before: Mapping[str, str]) -> Request:
    options = (*command.options, *EVERYWHERE)
    try:
        given, operands = gnu_getopt(list(arguments), "h", [o.name + ("=" if o.value else "") for o in options])
    except GetoptError as wrong:
        raise _misuse(command, wrong.opt) from wrong
    values = {**before, **{"help" if name == "-h" else name.lstrip("-"): value for name, value in given}}
    for name, value in values.items():
        option = command.option(name)
        if option is not None and option.choices and value not in option.choices:
            allowed = ", ".join(option.choices)
            raise Misuse("cli_bad_choice", command.name, option=f"--{name}", value=value, allowed=allowed)
    if "help" not in values:
        _count(command, operands)
    return Request(command, tuple(operands), values)


def _count(command: Command, operands: Sequence[str]) -> None:
    if len(operands) < command.least:
        raise Misuse("cli_operand_missing", command.name, what=command.operand)
    if command.most is not None and len(operands) > command.most:
        raise Misuse("cli_operand_extra", command.name, value=operands[command.most])


def _misuse(command: Command, name: str) -> Misuse:
    """What was wrong with an option that getopt refused."""
    option = command.option(name)
    if option is None:
        names = [f"--{each.name}" for each in (*command.options, *EVERYWHERE)]
        return Misuse("cli_unknown_option", command.name, option=_dashed(name), **_near(_dashed(name), names))
    code = "cli_option_value_missing" if option.value else "cli_option_takes_none"
    return Misuse(code, command.name, option=f"--{name}")


def _dashed(name: str) -> str:
    return f"--{name}" if len(name) > 1 else f"-{name}"


def _near(typed: str, known: Mapping[str, object] | Sequence[str]) -> dict[str, str]:
    from difflib import get_close_matches

    near = get_close_matches(typed, list(known), n=1)
    return {"suggestion": near[0]} if near else {}
