"""`eva serve`: the app on this machine."""

import gc
import os
import socket
from collections.abc import Mapping
from threading import Thread
from time import sleep
from typing import TYPE_CHECKING

from eva.cli.arguments import Misuse, Request
from eva.cli.console import say
from eva.errors import EvaError
from eva.settings import Settings

if TYPE_CHECKING:
    from eva.locale import Words

LOCAL = ("127.0.0.1", "::1", "localhost")
"""The addresses that nobody but this machine can reach."""

HIGHEST_PORT = 65535


def run(request: Request, words: "Words") -> int:
    """Runs the app until it is stopped; raises EvaError where it cannot start, with the remedy."""
    os.environ.update(variables(request))
    settings = Settings.from_env(os.environ)
    if settings.address not in LOCAL:
        raise EvaError("cli_address_refused", address=settings.address)
    _require_free(settings)
    gc.enable()

    from eva.desk import desk_of
    from eva.storage.opening import data_folder

    desk_of(settings)
    say(words.get("cli.serve.starting"))
    Thread(target=_tell_when_open, args=(settings, words, str(data_folder(settings))), daemon=True).start()

    from eva.web.asgi import serve

    serve(settings)
    return 0


def variables(request: Request) -> Mapping[str, str]:
    """The options as the environment variables that every part of the app reads."""
    port = request.values.get("port", "1")
    if not (port.isascii() and port.isdecimal() and 1 <= int(port[:6]) <= HIGHEST_PORT):
        raise Misuse("cli_bad_port", request.command.name, value=port)
    said = {
        "EVA_PORT": request.values.get("port"),
        "EVA_ADDRESS": request.values.get("address"),
        "EVA_DATA_FOLDER": request.values.get("data"),
        "EVA_LIBRARY": request.values.get("library"),
        "EVA_DEMO": "true" if request.flag("demo") else None,
        "EVA_LANGUAGES": _languages(request),
    }
    return {name: value for name, value in said.items() if value is not None}


def _languages(request: Request) -> str | None:
    """The languages offered, the one asked for first."""
    first = request.language()
    if first is None:
        return None
    offered = Settings.from_env(os.environ).languages
    return ",".join(dict.fromkeys((first, *offered)))


def _require_free(settings: Settings) -> None:
    """Raises EvaError if something listens at the port, or may not be listened to."""
    family = socket.AF_INET6 if ":" in settings.address else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, os.name == "posix")
        try:
            trial.bind((settings.address, settings.port))
        except OSError as refused:
            reason = refused.strerror or str(refused)
            raise EvaError("cli_port_refused", port=str(settings.port), reason=reason) from refused


def _tell_when_open(settings: Settings, words: "Words", folder: str) -> None:
    """Prints the address once somebody can go there."""
    host = f"[{settings.address}]" if ":" in settings.address else settings.address
    while True:
        try:
            socket.create_connection((settings.address, settings.port), timeout=1).close()
        except OSError:
            sleep(0.1)
            continue
        say(words.get("cli.serve.open", address=f"http://{host}:{settings.port}"))
        say(words.get("cli.serve.data", place=_place(settings, folder)))
        say(words.get("cli.serve.stop"))
        return


def _place(settings: Settings, folder: str) -> str:
    """Where the data are; a database's URL may hold a password and is not shown."""
    return "EVA_DATABASE_URL" if settings.database_url else folder
