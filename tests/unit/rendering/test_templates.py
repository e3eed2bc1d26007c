"""Report templates as files: what `template.yaml` says, and messages where it is wrong."""

from pathlib import Path

import pytest

from eva.errors import NotFound, RenderError
from eva.rendering.templates import SHARED, named, templates_in

GOOD = "id: memo\ntitle: {fi: Muistio}\nlanguages: [fi]\nformats: [html, pdf]\n"


def written(folder: Path, text: str, name: str = "memo") -> Path:
    (folder / name).mkdir()
    (folder / name / "template.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_template_is_known_by_its_folder(tmp_path: Path) -> None:
    template = named(templates_in(written(tmp_path, GOOD)), "memo")
    assert (template.id, template.file.title.get("fi"), template.file.formats) == ("memo", "Muistio", ("html", "pdf"))


def test_an_unknown_template_is_refused_with_those_that_there_are(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as refused:
        named(templates_in(written(tmp_path, GOOD)), "poster")
    assert refused.value.params == {"template": "poster", "templates": "memo"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "id: [",
        GOOD.replace("memo", "other"),
        GOOD + "colour: red\n",
        GOOD.replace("[fi]", "[xx]"),
        GOOD.replace("formats: [html, pdf]", "formats: [exe]"),
    ],
)
def test_a_wrong_file_is_refused_with_the_name_of_its_folder(tmp_path: Path, text: str) -> None:
    with pytest.raises(RenderError) as refused:
        templates_in(written(tmp_path, text))
    assert refused.value.params["template"] == "memo"


def test_a_municipality_adds_templates_and_replaces_shipped_ones_and_its_parts_stand_first(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, names in ((shipped, ("memo", "poster")), (own, ("memo", "leaflet"))):
        folder.mkdir()
        for name in names:
            written(folder, GOOD.replace("memo", name), name)
        (folder / SHARED).mkdir()
    found = templates_in(shipped, own)
    assert [(each.id, each.folder.parent.name) for each in found] == [
        ("leaflet", "own"),
        ("memo", "own"),
        ("poster", "shipped"),
    ]
    assert found[0].folders == (own / "leaflet", own / SHARED, shipped / SHARED)


def test_only_what_came_with_the_program_alone_counts_as_shipped(tmp_path: Path) -> None:
    shipped, own = tmp_path / "shipped", tmp_path / "own"
    for folder, name in ((shipped, "memo"), (own, "leaflet")):
        folder.mkdir()
        written(folder, GOOD.replace("memo", name), name)
    (shipped / SHARED).mkdir()
    assert {each.id: each.shipped for each in templates_in(own, shipped=shipped)} == {"memo": True, "leaflet": False}
    (own / SHARED).mkdir()
    assert {each.shipped for each in templates_in(own, shipped=shipped)} == {False}
    assert {each.shipped for each in templates_in(shipped)} == {False}
