import asyncio
import os
import re
import signal
from urllib.parse import parse_qs, urlsplit

import websockets

links = {}
is_draining = False


def user_of(websocket):
    # Up to version 13 of websockets these are attributes of the connection itself.
    request = getattr(websocket, "request", None)
    headers = request.headers if request else websocket.request_headers
    path = request.path if request else websocket.path
    query = parse_qs(urlsplit(path).query)
    token = headers.get("Authorization", "").removeprefix("Bearer ") or query.get("token", [""])[0]
    # Stands for your own check of the token.
    match = re.fullmatch(r"demo-(\w+)", token)
    return match and match[1]


async def serve(websocket):
    user = user_of(websocket)
    if not user:
        # A mini program cannot see an HTTP 401, so the refusal comes after the handshake, with a code.
        return await websocket.close(4401, "token refused")
    if is_draining:
        return await websocket.close(1012, "restart")
    older = links.get(user)
    links[user] = websocket
    if older:
        asyncio.create_task(older.close(4409, "another device"))
    try:
        async for message in websocket:
            await websocket.send("pong" if message == "heartbeat" else message)
    except websockets.ConnectionClosedError:
        pass  # the link was lost without a close frame
    finally:
        if links.get(user) is websocket:
            del links[user]


async def drain():
    """Closes every link with 1012 (service restart), spread out, so that the other servers are not stormed."""
    global is_draining
    is_draining = True
    everyone = list(links.values())
    pause = float(os.environ.get("DRAIN_MS", "5000")) / 1000 / max(len(everyone), 1)
    closes = []
    for websocket in everyone:
        closes.append(asyncio.create_task(websocket.close(1012, "restart")))
        await asyncio.sleep(pause)
    if closes:
        await asyncio.wait(closes, timeout=5)


async def main():
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stop.set)
    port = int(os.environ.get("PORT", "8080"))
    # Its own ping frames find dead clients; they do not replace the answer to the heartbeat.
    async with websockets.serve(serve, "127.0.0.1", port, ping_interval=30, ping_timeout=30) as server:
        print(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}", flush=True)
        await stop.wait()
        await drain()


asyncio.run(main())
