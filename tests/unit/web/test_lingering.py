"""The last words of a tab: the app hears that it is gone only when they may have been taken in."""

import asyncio
from collections.abc import Iterable

from eva.web.lingering import Lingering
from eva.web.shell import Message, Receive, Scope, Send

SAID, GONE = {"type": "websocket.receive", "bytes": b"edit"}, {"type": "websocket.disconnect", "code": 1001}
CONNECT, ANSWER = {"type": "websocket.connect"}, {"type": "websocket.send", "bytes": b"receipt"}


def visited(messages: Iterable[Message], seconds: float, kind: str = "websocket") -> tuple[list[str], list[float], int]:
    """What an app heard of a tab and when, in seconds, and how many of its answers after each message went out."""
    left, heard, at, sent = list(messages), list[str](), list[float](), list[Message]()

    async def app(_: Scope, receive: Receive, send: Send) -> None:
        clock = asyncio.get_running_loop().time
        begun = clock()
        while not heard or heard[-1] != GONE["type"]:
            heard.append((await receive())["type"])
            at.append(clock() - begun)
            await send(ANSWER)

    async def receive() -> Message:
        return left.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(Lingering(app, seconds)({"type": kind}, receive, send))
    return heard, at, len(sent)


def test_that_a_tab_is_gone_is_told_a_while_after_its_last_message_and_nothing_is_said_to_it_meanwhile() -> None:
    heard, at, sent = visited([CONNECT, SAID, GONE], seconds=0.2)
    assert heard == [each["type"] for each in (CONNECT, SAID, GONE)]
    assert at[1] < 0.2 <= at[2]
    assert sent == 2


def test_a_tab_that_said_nothing_goes_at_once() -> None:
    assert visited([CONNECT, GONE], seconds=600)[0] == ["websocket.connect", "websocket.disconnect"]


def test_other_requests_pass() -> None:
    assert visited([SAID, GONE], seconds=600, kind="http")[2] == 2
