"""Settings (asetukset): what an installation may say in environment variables that begin with `EVA_`."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, Field, ValidationError

from eva.errors import Problem, ProblemsFound
from eva.scalars import Boolean
from eva.text import LANGUAGES, Language, Model

PREFIX = "EVA_"


def _words(value: Any) -> Any:
    return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value


def _root(value: Any) -> Any:
    return value.removesuffix("/") if isinstance(value, str) else value


class Settings(Model):
    """What an installation decides; everything has a value that suits one person at one machine.

    `database_url` names PostgreSQL or another SQLite file, else the database is a file in `data_folder`, else in the
    user's own data folder. `library` is a folder of own checklists, overlays and words. `languages` are those of the
    interface, the first one being where people begin. `public_address` is where readers find this server, scheme and
    host, where that is not where officials work with it.
    """

    database_url: str | None = None
    data_folder: str | None = None
    library: str | None = None
    organisation: Annotated[str, Field(min_length=1, max_length=80)] = "local"
    address: Annotated[str, Field(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Field(ge=1, le=65535)] = 8501
    languages: Annotated[tuple[Language, ...], BeforeValidator(_words), Field(min_length=1)] = LANGUAGES
    public_address: Annotated[str, BeforeValidator(_root), Field(pattern=r"^https?://[^/?#@\s]+$")] | None = None
    demo: Boolean = False

    @classmethod
    def from_env(cls, variables: Mapping[str, str]) -> Self:
        """The settings of an environment; an empty variable counts as none.

        Raises ProblemsFound with every `EVA_` variable that does not exist or has a value that cannot be.
        """
        said = {name: value.strip() for name, value in variables.items() if name.startswith(PREFIX)}
        known = {f"{PREFIX}{field.upper()}": field for field in cls.model_fields}
        problems = [_unknown(name, tuple(known)) for name in said if name not in known]
        try:
            settings = cls.model_validate({known[name]: said[name] for name in said if name in known and said[name]})
        except ValidationError as invalid:
            wrong = {str(error["loc"][0]) for error in invalid.errors()}
            names = {name: said[name] for name, field in known.items() if field in wrong}
            problems += [Problem("setting_invalid", {"name": name, "value": names[name]}, file=name) for name in names]
            raise ProblemsFound(problems) from invalid
        if problems:
            raise ProblemsFound(problems)
        return settings


def _unknown(name: str, known: tuple[str, ...]) -> Problem:
    near = get_close_matches(name, known, n=1)
    return Problem("setting_unknown", {"name": name, **({"suggestion": near[0]} if near else {})}, file=name)
