"""Lingering (viimeiset sanat): what a closing tab sent last is taken in before Streamlit hears that the tab is gone."""

import asyncio

from eva.web.shell import Asgi, Message, Receive, Scope, Send

SECONDS = 5.0
"""How long after its last message a tab is still taken for open: a run that takes in an edit is far shorter."""


class Lingering:
    """ASGI middleware: Streamlit stops the run of a session whose tab is gone, and with it the last edit on its way.

    So it hears of that only some `seconds` after the last message. A tab that is back sooner takes its session over.
    """

    def __init__(self, app: Asgi, seconds: float = SECONDS) -> None:
        self.app = app
        self.seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes everything on but the word that a tab is gone, which waits, and what is said to it meanwhile."""
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return
        clock = asyncio.get_running_loop().time
        heard, gone = clock() - self.seconds, False

        async def receiving() -> Message:
            nonlocal heard, gone
            message = await receive()
            if message["type"] == "websocket.receive":
                heard = clock()
            elif message["type"] == "websocket.disconnect":
                gone = True
                await asyncio.sleep(heard + self.seconds - clock())
            return message

        async def sending(message: Message) -> None:
            if not gone:
                await send(message)

        await self.app(scope, receiving, sending)
