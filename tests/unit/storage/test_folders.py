"""Folders in which a SQLite file is not safe."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from eva.errors import StoreError
from eva.storage import folders
from eva.storage.folders import Mount, from_mount, from_proc, is_network, is_share, refuse_unsafe, synchroniser


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        (PureWindowsPath(r"C:\Users\aino\OneDrive\EVA"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\aino\OneDrive - Mikkelin kaupunki\EVA"), "OneDrive"),
        (PureWindowsPath(r"C:\Users\aino\iCloudDrive\EVA"), "iCloud Drive"),
        (PurePosixPath("/Users/aino/Library/Mobile Documents/com~apple~CloudDocs/eva"), "iCloud Drive"),
        (PurePosixPath("/Users/aino/Library/CloudStorage/OneDrive-Mikkeli/eva"), "CloudStorage"),
        (PurePosixPath("/home/aino/Dropbox/eva"), "Dropbox"),
        (PurePosixPath("/home/aino/Nextcloud/eva"), "Nextcloud"),
        (PureWindowsPath(r"C:\Users\aino\AppData\Local\eva"), None),
        (PurePosixPath("/home/aino/.local/share/eva"), None),
        (PurePosixPath("/home/dropboxers/onedriveless/eva"), None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_names(folder: PurePosixPath, program: str | None) -> None:
    assert synchroniser(folder) == program


@pytest.mark.parametrize(
    ("folder", "shared"),
    [
        ("//server/share/eva", True),
        (r"\\server\share\eva", True),
        ("/srv/eva", False),
        (r"C:\eva", False),
        ("eva", False),
    ],
)
def test_a_share_is_known_by_its_two_slashes(folder: str, shared: bool) -> None:
    assert is_share(folder) is shared


def test_the_innermost_mount_counts() -> None:
    known = from_proc(
        "/dev/vda / ext4 rw 0 0\nserver:/home /home nfs4 rw 0 0\n/dev/sdb /home/aino/own ext4 rw 0 0\n"
        "//nas/x /mnt/with\\040space cifs rw 0 0\n"
    )
    assert is_network(PurePosixPath("/home/aino/.local/share/eva"), known)
    assert is_network(PurePosixPath("/mnt/with space/eva"), known)
    assert not is_network(PurePosixPath("/home/aino/own/eva"), known)
    assert not is_network(PurePosixPath("/srv/eva"), known)
    assert not is_network(PurePosixPath("/srv/eva"), ())


def test_macos_tells_of_its_mounts_in_its_own_way() -> None:
    printed = "/dev/disk3s1 on / (apfs, sealed, local)\n//aino@nas/x on /Volumes/x y (smbfs, nodev, nosuid)\nnonsense\n"
    assert from_mount(printed) == (Mount("/", "apfs"), Mount("/Volumes/x y", "smbfs"))


def test_a_folder_of_this_machine_is_accepted(tmp_path: Path) -> None:
    refuse_unsafe(tmp_path / "not there yet")


def test_a_synchronised_folder_is_refused_with_the_program_that_does_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        refuse_unsafe(tmp_path / "OneDrive - Mikkeli" / "eva")
    assert refused.value.code == "store_synchronised_folder"
    assert refused.value.params["program"] == "OneDrive"


def test_a_link_into_a_synchronised_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "eva").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(StoreError, match="store_synchronised_folder"):
        refuse_unsafe(tmp_path / "eva")


def test_what_a_synchronising_program_leaves_behind_gives_it_away(tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(StoreError) as refused:
        refuse_unsafe(tmp_path / "deep" / "eva")
    assert refused.value.params["program"] == "Syncthing"


def test_a_network_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "mounts", lambda: (Mount("/", "ext4"), Mount(str(tmp_path), "cifs")))
    with pytest.raises(StoreError) as refused:
        refuse_unsafe(tmp_path)
    assert (refused.value.code, refused.value.params) == ("store_network_folder", {"folder": str(tmp_path)})
