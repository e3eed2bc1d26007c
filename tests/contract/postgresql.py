"""A PostgreSQL server for tests: made in a temporary folder, reached by a Unix socket, gone with the tests."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

MISSING = (
    "The contract tests need PostgreSQL, and this machine has no initdb: neither on PATH nor in"
    " /usr/lib/postgresql/*/bin. Install it (Debian: apt-get install postgresql) and run them again."
)


def programs() -> Path:
    """The folder with the programs of the newest PostgreSQL of this machine."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    assert on_path, MISSING
    return Path(on_path).resolve().parent


def ordinary_user() -> dict[str, Any]:
    """As whom to run the server, which refuses to be root."""
    if os.geteuid() != 0:
        return {}
    known = {entry.pw_name: entry for entry in pwd.getpwall()}
    user = known.get("postgres") or known["nobody"]
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


@contextmanager
def running_server() -> Iterator[str]:
    """A server of its own; yields the URL of its database."""
    bin_folder, who = programs(), ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="eva-pg-"))
    if who:
        os.chown(folder, who["user"], who["group"])
    plain: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.environ["PATH"], "LC_ALL": "C"}, **who}
    initdb = [str(bin_folder / "initdb"), "--auth=trust", "--username=eva", "--no-sync", "--encoding=UTF8"]
    done = subprocess.run([*initdb, "--locale=C", "data"], capture_output=True, text=True, check=False, **plain)
    assert done.returncode == 0, done.stderr
    careless = [part for name in ("fsync", "synchronous_commit", "full_page_writes") for part in ("-c", f"{name}=off")]
    command = [str(bin_folder / "postgres"), "-D", "data", "-k", str(folder), "-c", "listen_addresses=", *careless]
    with (folder / "log").open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log, **plain) as server:
        try:
            wait_for(folder, server)
            yield f"postgresql://eva@/postgres?host={folder}"
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(30)
            shutil.rmtree(folder, ignore_errors=True)


def wait_for(folder: Path, server: "subprocess.Popen[Any]") -> None:
    """Waits until the server answers; fails with its log when it does not."""
    for _attempt in range(300):
        try:
            psycopg.connect(host=str(folder), user="eva", dbname="postgres").close()
        except psycopg.OperationalError:
            assert server.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        else:
            return
    raise AssertionError((folder / "log").read_text())


def emptied(url: str) -> str:
    """The same database without anything in it."""
    with psycopg.connect(url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return url
