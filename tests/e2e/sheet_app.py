"""A page with every kind of block on a small SQLite store, for the browser tests of the sheet."""

import hashlib
import json
import os
import sqlite3
from typing import Any, get_args

import streamlit as st

from eva.locale import words
from eva.text import Language
from eva.ui.sheet import (
    Block,
    Choice,
    Column,
    Conflicting,
    Date,
    Edit,
    Field,
    Frame,
    Group,
    Guidance,
    Heading,
    Item,
    Items,
    Link,
    Links,
    Message,
    MultiChoice,
    Note,
    Number,
    Option,
    Question,
    Receipt,
    Refused,
    Saved,
    SectionStatus,
    Text,
    Value,
    render_sheet,
)

HOSTILE = "<img src=x onerror=\"document.title='HACKED'\"> {{ 7*7 }} =1+1 **x** ✅ 汉字"
LONG = "Kirjaston itsepalvelu ja kuukausittainen kirjastoautopysäkki Otavan koulukeskuksen pihassa"


def options(*pairs: str) -> tuple[Option, ...]:
    """Options written as `id=label`."""
    return tuple(Option(key, label) for key, _, label in (pair.partition("=") for pair in pairs))


SCALE = options(
    "-3=vakava haitta", "-2=selvä haitta", "-1=lievä haitta", "0=ei vaikutusta", "1=lievä hyöty", "2=selvä hyöty",
    "3=suuri hyöty", "unknown=ei tiedetä",
)  # fmt: skip
GROUPS = options(
    "everyone=Kaikki, joita asia koskee", "children=Lapset", "older=Ikääntyneet", "disabled=Vammaiset henkilöt",
    "low_income=Pienituloiset", "small_associations=Pienet yhdistykset",
)  # fmt: skip


class Store:
    """One row per path: its value as JSON and who wrote it."""

    def __init__(self, file: str, case: str) -> None:
        self.case = case
        self.base = sqlite3.connect(file, timeout=10, isolation_level=None, check_same_thread=False)
        self.base.execute("pragma journal_mode=wal")
        self.base.execute("create table if not exists value (a text, path text, v text, primary key (a, path))")
        self.base.execute("create table if not exists edit (a text, path text, v text, seq text)")

    def read(self, path: str) -> Any:
        found = self.base.execute("select v from value where a = ? and path = ?", (self.case, path)).fetchone()
        return json.loads(found[0]) if found else None

    def version(self, path: str) -> str:
        value = self.read(path)
        return "" if value is None else hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:12]

    def field(self, path: str) -> Field:
        return Field(path, self.read(path), self.version(path))

    def receive(self, edit: Edit) -> Receipt:
        held = self.read(edit.path)
        if isinstance(edit.value, str) and len(edit.value) > 100_000:
            return Refused("Teksti on liian pitkä.")
        if held != edit.value:
            if edit.seen != self.version(edit.path):
                return Conflicting(held, self.version(edit.path), "Maija Meikäläinen", "klo 10.42")
            text = json.dumps(edit.value)
            self.base.execute("insert or replace into value values (?, ?, ?)", (self.case, edit.path, text))
            self.base.execute("insert into edit values (?, ?, ?, ?)", (self.case, edit.path, text, edit.seq))
        return Saved(self.version(edit.path))

    def items(self, path: str) -> tuple[Item, ...]:
        rows = self.base.execute("select path from value where a = ? and path like ?", (self.case, f"{path}/%"))
        ids = {row[0].split("/")[1] for row in rows.fetchall()} - {"order"}
        kept = sorted(one for one in ids if self.read(f"{path}/{one}") is not None)
        order: list[str] = self.read(f"{path}/order") or []
        kept.sort(key=lambda one: order.index(one) if one in order else len(order))
        return tuple(self.item(path, one) for one in kept)

    def item(self, path: str, one: str) -> Item:
        made = self.read(f"{path}/{one}")
        names = ("text", "due", "cost", "shared", "partner")
        at = {name: f"{path}/{one}/{name}" for name in names}
        values = {name: Value(self.read(at[name]) or made.get(name), self.version(at[name])) for name in names}
        return Item(one, values, version=self.version(f"{path}/{one}"))


def frame(columns: int) -> Frame:
    titles = ("Nykytila jatkuu", "Kirjasto lakkautetaan", LONG, "Yhteispalvelupiste", "Kirjastoauto")
    return Frame(
        columns=tuple(Column(f"ve{n}", f"VE{n}", titles[n]) for n in range(columns)),
        groups=GROUPS,
        scale=SCALE,
        evidence=options(
            "A=tutkimus tai tilasto", "B=paikallinen tieto tai kuuleminen", "C=asiantuntija-arvio", "D=ei tietopohjaa"
        ),
        horizons=options("budget_year=talousarviovuosi", "council_term=valtuustokausi", "beyond_term=pidempi aika"),
        likelihoods=options("unlikely=epätodennäköinen", "possible=mahdollinen", "likely=todennäköinen"),
        reversibilities=options("easy=helppo palauttaa", "hard=vaikea palauttaa", "irreversible=peruuttamaton"),
        measures=options("m1=Kuljetus lähikirjastoon"),
    )


def question(store: Store, number: int, shared: Frame) -> Question:
    place = f"answers/wellbeing/everyday.q{number}"
    gate = (store.read(f"{place}/matrix") or {}).get("gate")
    return Question(
        id=f"wellbeing/everyday.q{number}",
        title=f"{number}. Muuttuuko arjen sujuvuus: matkat, aukioloajat tai asioinnin helppous?",
        frame=shared,
        matrix=store.field(f"{place}/matrix"),
        rationale=store.field(f"{place}/rationale"),
        evidence=store.field(f"{place}/evidence"),
        proposed=("children", "older"),
        guidance=(
            Guidance("Ohje", "<p>Ajattele tavallista viikkoa: mitä <em>nykyinen</em> palvelu tekee mahdolliseksi?</p>"),
            Guidance(
                "Esimerkkejä", "<ul><li>Koululainen odottaa kyytiä.</li><li>Lehdet luetaan kirjastossa.</li></ul>"
            ),
            Guidance("Lakiperuste", '<p><a href="https://www.finlex.fi/">Laki yleisistä kirjastoista</a>, 6 §</p>'),
        ),
        status="complete" if gate in ("none", "unknown") else "partly" if gate else "unanswered",
        status_text="Valmis" if gate in ("none", "unknown") else "Kesken" if gate else "Vastaamatta",
        messages=(Message("warning", "Haitta −2 ilman ryhmää."),) if gate == "effects" else (),
    )


def text_of(store: Store, path: str, label: str, lines: int = 1, hint: str = "") -> Text:
    held = store.field(path)
    return Text(path=path, label=label, lines=lines, help=hint, value=held.value, version=held.version)


def blocks(store: Store, questions: int, columns: int) -> list[Block]:
    shared = frame(columns)
    asked = [question(store, n + 1, shared) for n in range(questions)]
    done = sum(one.status == "complete" for one in asked)
    count, due, why, who = (store.field(f"case/{name}") for name in ("saving", "due", "why", "who"))
    return [
        SectionStatus("Hyvinvointi ja terveys", done, len(asked), f"{done}/{len(asked)} vastattu"),
        Links((Link("Tiivistelmä", "#case/summary"), Link("Kysymys 1.1", "#wellbeing/everyday.q1", "tärkein"))),
        Heading("Arjen sujuvuus"),
        Note("<p>Arvioi muutos ryhmän nykytilanteeseen.</p>", "info"),
        *asked,
        Heading("Asia"),
        text_of(store, "case/title", "Asian otsikko"),
        text_of(store, "case/summary", "Tiivistelmä", 4, "Kolme virkettä riittää."),
        Choice(
            path="case/why", label="Miksi asia on nyt esillä?", required=True, value=why.value, version=why.version,
            options=(*options("budget=Talousarvio", "law=Lainmuutos"), Option("hostile", HOSTILE, HOSTILE)),
        ),
        MultiChoice(
            path="case/who", label="Ketä on kuultu?", value=who.value, version=who.version, allow_none=True,
            options=(*options("older=Vanhusneuvosto", "youth=Nuorisovaltuusto"),
                     Option("unknown", "Ei tiedetä", exclusive=True)),
        ),
        Group(
            title="Kustannukset", columns=2,
            blocks=(
                Number(path="case/saving", label="Vuodessa", unit="€/v", value=count.value, version=count.version,
                       messages=(Message("info", "Sisäinen vuokra ei ole säästö."),)),
                Date(path="case/due", label="Päätöspäivä", value=due.value, version=due.version),
            ),
        ),
        Items(
            path="measures", title="Lieventämistoimet", item_label="Toimenpide {n}", add_label="Lisää toimenpide",
            id_prefix="m", items=store.items("measures"), order_version=store.version("measures/order"),
            template=(
                Text(path="text", label="Mitä tehdään", lines=2),
                Date(path="due", label="Määräaika"),
                Number(path="cost", label="Kustannus", unit="€"),
                Choice(path="shared", label="Tekijä", options=options("yes=Toimi tehdään yhdessä muiden kanssa")),
                Text(path="partner", label="Kenen kanssa?", when=("shared", "yes")),
            ),
        ),
    ]  # fmt: skip


st.set_page_config(page_title="Arviointi", layout="wide", initial_sidebar_state="collapsed")
held_language = st.query_params.get("lang", "fi")
languages: tuple[Language, ...] = get_args(Language)
language = st.radio("Kieli", languages, index=languages.index(held_language), horizontal=True)
st.title("Otavan kirjasto", anchor=False)
case_id = st.query_params.get("a", "otava")
case_store = Store(os.environ["SHEET_DB"], case_id)


def sheet() -> None:
    render_sheet(
        "sheet",
        assessment_id=case_id,
        words=words(language),
        blocks=lambda: blocks(case_store, int(st.query_params.get("n", "3")), int(st.query_params.get("k", "3"))),
        receive=case_store.receive,
        focus=st.query_params.get("focus", ""),
    )


st.fragment(sheet)() if "fragment" in st.query_params else sheet()
