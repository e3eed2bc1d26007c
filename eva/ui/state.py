"""What the app remembers: the sole owner of session state and query parameters; the store is the truth.

The URL holds ids alone: `a` the assessment, `lang` the language, `at` the place to go to on a page.
"""

import os
from contextlib import suppress

import numpy as np
import streamlit as st

from eva.access import Person
from eva.assessment import Snapshot
from eva.desk import LibraryFiles, desk_of, known_name, remember_name
from eva.errors import EditRefused, NotFound
from eva.locale import Words, words
from eva.scorecard import Scorecard
from eva.settings import Settings
from eva.text import Language
from eva.ui.present.register import Glance, glance
from eva.weighing import SEED, Weighing, weigh
from eva.weight_statements import statements_of
from eva.workflow import Change, Office, Opened, Stored
from eva.workflow_frozen import Frozen, frozen_versions
from eva.workflow_versions import KnownVersion, known_versions

_NAME = "person.name"  # no key of a widget


@st.cache_resource(show_spinner=False)
def settings() -> Settings:
    """The settings of this process."""
    return Settings.from_env(os.environ)


def office() -> Office:
    """The office of this process, shared by all sessions."""
    return desk_of(settings()).office


def library_files() -> LibraryFiles:
    """The files of the library as they are now; the office goes on with what they hold, if it has no mistakes."""
    before = office().library
    files = desk_of(settings()).look()
    if office().library is not before:
        _evaluated.clear()
        glanced.clear()
    return files


def known(checklist_id: str) -> tuple[KnownVersion, ...]:
    """The versions of a checklist that can be read, the oldest first; none of a checklist that the library lacks."""
    kept = {digest: _kept(digest) for digest in office().store.snapshots()}
    return known_versions(office().library, checklist_id, kept)


@st.cache_resource(show_spinner=False, max_entries=1000)
def _kept(digest: str) -> Snapshot:
    """A kept checklist, which never changes, read once for all who look at it."""
    return office().store.snapshot(digest)


def language() -> Language:
    """The language that the reader has chosen, else the first of the installation."""
    offered = settings().languages
    wanted = st.query_params.get("lang", "")
    return next((each for each in offered if each == wanted), offered[0])


def speech() -> Words:
    """The words of the chosen language."""
    return words(language())


def assessment_id() -> str:
    """The assessment that the URL names; empty where it names none."""
    return st.query_params.get("a", "")


def opened() -> Opened:
    """The open assessment as it is stored now; raises NotFound."""
    stored = office().store.load(assessment_id())
    return _evaluated(stored.assessment.id, stored.revision, stored)


def changes_of_answers() -> tuple[Change, ...]:
    """The log of the answers of the open assessment, the oldest first."""
    return office().store.history(assessment_id(), "answers/")


def changes() -> tuple[Change, ...]:
    """The whole log of the open assessment, the oldest first."""
    return office().store.history(assessment_id())


def frozen() -> tuple[Frozen, ...]:
    """The frozen versions of the open assessment, the newest first."""
    return frozen_versions(office(), assessment_id())


def opened_if_any() -> Opened | None:
    """The same, None where the URL names no assessment that exists."""
    try:
        return opened()
    except NotFound:
        return None


@st.cache_resource(show_spinner=False, max_entries=200)
def _evaluated(assessment: str, revision: int, _stored: Stored) -> Opened:
    """What one revision comes to, worked out once for all who look at it."""
    del assessment, revision
    return office().opened(_stored)


@st.cache_resource(show_spinner=False, max_entries=5000)
def glanced(assessment: str, revision: int) -> Glance:
    """What the register tells of one revision of an assessment."""
    del revision
    return glance(office().open(assessment))


def adopt() -> None:
    """Takes over what the screening concludes; says nothing where it has been emptied meanwhile."""
    with suppress(EditRefused):
        office().adopt(assessment_id(), by=person())


def place() -> str:
    """The path or block id that the URL asks to go to."""
    return st.query_params.get("at", "")


def stay(at: str) -> None:
    """Takes a place into the address of this page, and draws the page anew."""
    if at:
        st.query_params["at"] = at
    elif "at" in st.query_params:
        del st.query_params["at"]
    st.rerun()


def weighed(statements: str) -> Weighing | None:
    """What weights tell of the open assessment, worked out once for all who say the same of them; raises EvaError."""
    found = opened()
    return _weighed(found.assessment.id, found.stored.revision, statements, found.evaluation.scorecard)


@st.cache_resource(show_spinner=False, max_entries=200)
def _weighed(assessment: str, revision: int, statements: str, _card: Scorecard) -> Weighing | None:
    del assessment, revision
    said = statements_of(statements, _card.perspectives)
    return weigh(_card, np.random.default_rng(SEED), statements=said)


def address(at: str = "", assessment: str = "", lang: str = "") -> dict[str, str]:
    """The query parameters of a link that keeps the assessment and the language."""
    said = {"a": assessment or assessment_id(), "lang": lang or language(), "at": at}
    return {name: value for name, value in said.items() if value}


def public_root() -> str:
    """An address of this server as readers know it: the one set, else that of this browser; empty where unknown."""
    return settings().public_address or st.context.url or ""


def person() -> Person:
    """Who acts in this session: the local user, nameless until asked."""
    if _NAME not in st.session_state:
        st.session_state[_NAME] = known_name(settings())
    return Person(st.session_state[_NAME])


def introduce(name: str) -> None:
    """Remembers the local user's name, for this session and the next ones."""
    st.session_state[_NAME] = remember_name(settings(), name)


def start(title: str) -> str:
    """Starts an assessment by its title in the chosen language; returns its id."""
    said = speech()
    names = {name: said.get(f"ui.start.{name}") for name in ("zero", "proposal")}
    stored = office().start(title, words=names, by=person(), case={"language": language()})
    return stored.assessment.id
