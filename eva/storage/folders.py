"""Where a SQLite file may stand: on a disk of this machine, and not where a program copies files behind its back."""

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from eva.errors import StoreError

SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "mobile documents": "iCloud Drive",
    "cloudstorage": "CloudStorage",
    "sharepoint": "SharePoint",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
}
"""Names of folders by which synchronising programs are known, in small letters."""

MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_": "Nextcloud",
    ".seafile-data": "Seafile",
}
"""Files that synchronising programs leave in the folder that they watch."""

_DIRECT = ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "afs", "webdav", "davfs", "ncpfs", "ceph")
_CLUSTERS = ("glusterfs", "lustre", "beegfs")
_FUSE = ("sshfs", "rclone", "davfs", "davfs2", "glusterfs", "gvfsd-fuse", "onedriver", "google-drive-ocamlfuse", "s3fs")
NETWORK = frozenset((*_DIRECT, *_CLUSTERS, *(f"fuse.{kind}" for kind in _FUSE)))
"""Kinds of file system whose locks another machine may not see."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A place of the file tree, and the kind of file system that stands there."""

    point: str
    kind: str


def refuse_unsafe(folder: Path) -> None:
    """Raises StoreError for a folder in which a SQLite database is lost sooner or later.

    `store_synchronised_folder` (folder, program) or `store_network_folder` (folder); the message says what to do.
    """
    place = folder.resolve()
    program = synchroniser(place) or _marked(place)
    if program is not None:
        raise StoreError("store_synchronised_folder", folder=str(place), program=program)
    if is_share(str(folder)) or is_network(place, mounts()) or _is_remote_drive(place):
        raise StoreError("store_network_folder", folder=str(place))


def synchroniser(folder: PurePath) -> str | None:
    """The program that synchronises a folder, going by the names on its path."""
    for part in folder.parts:
        name = part.lower()
        for known, program in SYNCHRONISED.items():
            if name == known or name.startswith((f"{known} -", f"{known}-", f"{known} (")):
                return program
    return None


def _marked(folder: Path) -> str | None:
    for place in (folder, *folder.parents):
        for marker, program in MARKERS.items():
            if (place / marker).exists():
                return program
    return None


def is_share(folder: str) -> bool:
    r"""Whether a path names another machine: `\\server\share` or `//server/share`."""
    return folder.startswith(("\\\\", "//")) and not folder.startswith(("\\\\?\\", "\\\\.\\"))


def is_network(folder: PurePath, known: Iterable[Mount]) -> bool:
    """Whether the innermost mount that holds a folder belongs to a network."""
    around = [mount for mount in known if folder.is_relative_to(mount.point)]
    return bool(around) and max(around, key=lambda mount: len(mount.point)).kind in NETWORK


def mounts() -> Sequence[Mount]:
    """The mounted file systems of this machine, as far as it tells; nothing on Windows."""
    table = Path("/proc/self/mounts")
    if table.exists():
        return from_proc(table.read_text(encoding="utf-8", errors="replace"))
    if sys.platform == "darwin":
        listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return from_mount(listed.stdout)
    return ()


def from_proc(text: str) -> tuple[Mount, ...]:
    r"""The mounts of Linux's table: `device point kind options 0 0`, a space in a name written `\040`."""
    lines = [line.split(" ") for line in text.splitlines()]
    return tuple(Mount(line[1].replace("\\040", " "), line[2]) for line in lines if len(line) > 2)


def from_mount(text: str) -> tuple[Mount, ...]:
    """The mounts as macOS prints them: `device on point (kind, options)`."""
    found = []
    for line in text.splitlines():
        place, _, options = line.rpartition(" (")
        _, _, point = place.partition(" on ")
        found.append(Mount(point, options.partition(",")[0].rstrip(")")))
    return tuple(mount for mount in found if mount.point)


def _is_remote_drive(folder: PurePath) -> bool:
    if sys.platform != "win32":
        return False
    remote = 4
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}{os.sep}") == remote)
