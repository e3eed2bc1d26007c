"""`eva --help`, `eva help COMMAND`, `eva COMMAND --help`: what the commands do and take."""

from typing import TYPE_CHECKING

from eva.cli.arguments import Misuse, Request
from eva.cli.commands import COMMANDS, EVERYWHERE, Command, Option
from eva.cli.console import say

if TYPE_CHECKING:
    from eva.locale import Words


def run(request: Request, words: "Words") -> int:
    """Prints the help of the command that is asked about, or of all."""
    name = request.command.name if request.command.name in COMMANDS else next(iter(request.operands), "")
    if name and name not in COMMANDS:
        raise Misuse("cli_unknown_command", name=name, commands=", ".join(COMMANDS))
    for line in _of_command(COMMANDS[name], words) if name else _of_all(words):
        say(line)
    return 0


def _of_all(words: "Words") -> list[str]:
    commands = [(name, words.get(f"cli.{name}.does")) for name in COMMANDS]
    return [
        words.get("cli.about"),
        "",
        *_table([*commands, ("help", words.get("cli.help.does"))]),
        "",
        words.get("cli.exit_codes"),
        words.get("cli.see_help", command="eva check --help"),
    ]


def _of_command(command: Command, words: "Words") -> list[str]:
    options = (*command.options, *EVERYWHERE)
    operand = f" {words.get(f'cli.value.{command.operand}')}" if command.operand else ""
    return [
        f"eva {command.name}{operand}" + "".join(f" [{_typed(option, words)}]" for option in command.options),
        "",
        words.get(f"cli.{command.name}.does"),
        words.get(f"cli.{command.name}.more"),
        "",
        *_table(
            [(_typed(option, words), words.get(f"cli.option.{option.name.replace('-', '_')}")) for option in options]
        ),
    ]


def _typed(option: Option, words: "Words") -> str:
    """An option as it is typed: `--lang fi|sv|en`, `--out FILE`."""
    value = "|".join(option.choices) or (words.get(f"cli.value.{option.value}") if option.value else "")
    return f"--{option.name} {value}".rstrip()


def _table(rows: list[tuple[str, str]]) -> list[str]:
    width = max(len(first) for first, _ in rows)
    return [f"  {first.ljust(width)}  {second}" for first, second in rows]
