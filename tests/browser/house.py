"""The whole tool, served for browser tests: the real server on a database and a port of its own."""

import socket
import threading
from pathlib import Path

import uvicorn

from drafting import wiring
from drafting.config import Config
from drafting.records.store import Store

_PATIENCE = 30.0


class House:
    """A running server on a new SQLite database in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.config = Config(folder, f"sqlite:///{folder / 'drafting.db'}", folder / "queue.db")
        self.store: Store = wiring.open_store(self.config)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        application = wiring.Server(wiring.build(self.config, self.store))
        settings = uvicorn.Config(application, log_level="warning", timeout_graceful_shutdown=1)
        self._server = wiring.Serving(settings)
        self._thread = threading.Thread(target=self._server.run, args=([self._socket],), daemon=True)

    def start(self) -> None:
        """Serve from a thread; the socket listens already, so the first request waits its turn."""
        self._thread.start()

    def stop(self) -> None:
        """End the server and close the database."""
        self._server.should_exit = True
        self._thread.join(_PATIENCE)
        self.store.dispose()
        self._socket.close()
