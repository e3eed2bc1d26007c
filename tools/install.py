"""Everything that `make run` and `make test` need; what is there already is left alone.

    python3 tools/install.py run     the virtual environment with the app
    python3 tools/install.py test    the same with the developers' tools, and Chromium, Java and PostgreSQL
    python3 tools/install.py bench   the same with the programs that ours is measured against

Written so that an old Python can read it too and say that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
VENV = HERE / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock", "bench": "requirements-bench.lock"}


def main(purpose: str) -> None:
    """Makes this machine ready to run the app, the tests or the benchmarks."""
    if purpose != "run":
        install_from_system(missing_programs(purpose), "The tests and benchmarks need")
    make_venv()
    install_locked(purpose)


def missing_programs(purpose: str) -> list[str]:
    """The Debian packages whose program or library is not on this machine."""
    java = shutil.which("java")
    modules = subprocess.run([java, "--list-modules"], capture_output=True, check=False).stdout if java else b""
    there = {
        "chromium": shutil.which("chromium"),
        "default-jre-headless": b"jdk.compiler" in modules,
        "libatomic1": any(Path("/usr/lib").glob("*/libatomic.so.1")),  # for the browser's driver
        "libjaxb-java": Path("/usr/share/java/jaxb-runtime.jar").exists(),
        "poppler-utils": shutil.which("pdftotext"),
        "postgresql": shutil.which("initdb") or any(Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    }
    if purpose == "bench":
        there["libpangoft2-1.0-0"] = any(Path("/usr/lib").glob("*/libpangoft2-1.0.so.0"))  # for WeasyPrint
    return [package for package, found in there.items() if not found]


def install_from_system(packages: list[str], who_needs: str) -> None:
    """Installs Debian packages as root or with sudo; stops with their names where neither is possible."""
    if not packages:
        return
    root = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    allowed = not root or (
        shutil.which("sudo") and subprocess.run([*root, "true"], capture_output=True, check=False).returncode == 0
    )
    if not (allowed and shutil.which("apt-get")):
        sys.exit(
            f"\n{who_needs} these Debian packages, or what corresponds to them on this system.\n"
            "This command may not install them here: it is neither root nor allowed to use sudo without a password\n"
            f"on a Debian system. Install them, then run it again:\n\n    sudo apt-get install {' '.join(packages)}\n"
        )
    print(f"Installing from Debian: {' '.join(packages)} …", flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt, "update"], check=True)
    subprocess.run([*apt, "install", "--no-install-recommends", *packages], check=True, stdout=subprocess.DEVNULL)


def make_venv() -> None:
    """Makes `.venv` with pip in it."""
    if (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    ):
        return
    if sys.version_info < OLDEST:
        sys.exit(f"\nEVA needs Python {OLDEST[0]}.{OLDEST[1]} or newer. Name one: make run PYTHON=python3.12\n")
    if not importlib.util.find_spec("ensurepip"):
        install_from_system(["python3-venv"], "A virtual environment needs")
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)


def install_locked(purpose: str) -> None:
    """Installs the locked packages and this checkout, if either changed since the last time."""
    lock = HERE / LOCKS[purpose]
    state = hashlib.sha256(lock.read_bytes() + (HERE / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"installed-for-{purpose}"
    if stamp.exists() and stamp.read_text() == state:
        return
    print(f"Installing {lock.name} into .venv; the first time takes a minute or two …", flush=True)
    pip = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "--require-hashes", "--requirement", str(lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", str(HERE)], check=True)
    stamp.write_text(state)


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except subprocess.CalledProcessError as failed:
        sys.exit(
            f"\nThe set-up stopped; the reason stands above. The step was:\n\n    {shlex.join(map(str, failed.cmd))}\n"
        )
