"""A browser as a Streamlit server sees one: it opens a page and answers on it, by Streamlit's own protocol."""

import asyncio
import json
import time
from dataclasses import dataclass, field
from typing import Any

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from eva.places import version

QUESTIONS = 25
ALTERNATIVES = ("ve0", "ve1", "ve2")


def address(number: int) -> str:
    """The full id of one of the questions."""
    return f"bench/everyday.q{number}"


@dataclass
class Visitor:
    """A browser as the server sees one: opens a page, then sends edits of its sheet."""

    port: int
    page: str = ""
    query: str = ""
    alternatives: tuple[str, ...] = ALTERNATIVES
    socket: Any = None
    sheet: str = ""
    fragment: str = ""
    script: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    html: str = ""
    parts: list[str] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    code: dict[str, dict[str, str]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def visiting(self) -> "Visit":
        """Comes to the page and stays while the block runs."""
        return Visit(self)

    def drawn(self) -> dict[str, Any]:
        """What the page drew, for the bare one to draw the same."""
        return {"components": list(self.code.values()), "html": self.html, "parts": self.parts}

    async def answer(self, number: int) -> float:
        """One rating of one question; returns the seconds until the run has ended."""
        impact = (number // QUESTIONS) % 7 - 3
        cells = {one: {"impact": impact} for one in self.alternatives}
        value = {"gate": "effects", "rows": [{"group": "everyone", "cells": cells}]}
        path = f"answers/{address(number % QUESTIONS)}/matrix"
        edit = {"value": value, "seen": self.seen[path], "seq": f"bench.{number + 1}"}
        self.seen[path] = version(value)
        state = {"outbox": {"session": self.data.get("session"), "edits": {path: edit}, "n": number + 1}}
        return await self.run(state)

    async def run(self, state: dict[str, Any] | None = None) -> float:
        """One run of the page, or of its fragment with a state of the sheet."""
        message = self.message()
        if state is not None:
            message.rerun_script.fragment_id = self.fragment
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, widget.json_value = self.sheet, json.dumps(state)
        return await self.send(message)

    def message(self) -> BackMsg:
        """A wish for a run of this page."""
        message = BackMsg()
        rerun = message.rerun_script
        rerun.query_string, rerun.page_script_hash, rerun.page_name = self.query, self.script, self.page
        return message

    async def send(self, message: BackMsg) -> float:
        """Sends a message; returns the seconds until the run has ended."""
        begun = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            heard = ForwardMsg()
            heard.ParseFromString(await asyncio.wait_for(self.socket.recv(), 60))
            if heard.WhichOneof("type") == "script_finished":
                return time.perf_counter() - begun
            self.take(heard)

    def take(self, heard: ForwardMsg) -> None:
        """Keeps of a message what the next one needs."""
        if heard.WhichOneof("type") == "new_session":
            self.script = heard.new_session.page_script_hash
        if heard.WhichOneof("type") != "delta" or heard.delta.WhichOneof("type") != "new_element":
            return
        element = heard.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            raise RuntimeError(element.exception.message)
        if kind == "page_link":
            self.parts.append(element.page_link.label)
        if kind == "html" and "case-title" in element.html.body:
            self.html = element.html.body
        if kind == "bidi_component":
            made = element.bidi_component
            self.code[made.component_name] = {"html": made.html_content, "js": made.js_content, "data": made.json}
        if kind == "bidi_component" and '"store"' in element.bidi_component.json:
            self.sheet, self.fragment = element.bidi_component.id, heard.delta.fragment_id
            self.data = json.loads(element.bidi_component.json)
            self.told |= {receipt["kind"] for receipt in self.data["receipts"]}
            fields = [block["matrix"] for block in self.data["blocks"] if block["type"] == "question"]
            self.seen = {each["path"]: each.get("version", "") for each in fields} | self.seen


@dataclass
class Clicker(Visitor):
    """A browser at the page of Streamlit's own widgets."""

    radios: list[str] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)

    async def answer(self, number: int) -> float:
        """One rating of one question, among all that has been chosen before."""
        radio = self.radios[number % len(self.radios)]
        self.chosen[radio] = ("−1", "0", "+1")[number // len(self.radios) % 3]
        message = self.message()
        for widget_id, value in self.chosen.items():
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id, widget.string_value = widget_id, value
        return await self.send(message)

    def take(self, heard: ForwardMsg) -> None:
        """Keeps the radio buttons of the ratings."""
        super().take(heard)
        if heard.WhichOneof("type") == "delta" and heard.delta.new_element.WhichOneof("type") == "radio":
            radio = heard.delta.new_element.radio
            if radio.label.startswith("VE") and radio.id not in self.radios:
                self.radios.append(radio.id)


@dataclass
class Visit:
    """A visit to a page, from opening it to leaving."""

    visitor: Visitor

    async def __aenter__(self) -> Visitor:
        address = f"ws://127.0.0.1:{self.visitor.port}/_stcore/stream"
        self.visitor.socket = await websockets.connect(address, max_size=None, subprotocols=["streamlit"])  # type: ignore[list-item]
        await self.visitor.run()
        return self.visitor

    async def __aexit__(self, *_: object) -> None:
        await self.visitor.socket.close()
