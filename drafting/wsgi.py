"""The entry for a server that is started by name: ``uvicorn drafting.wsgi:application``."""

from drafting import wiring

_settings = wiring.settings()
_held = wiring.sole_server(_settings)
application = wiring.Server(wiring.build(_settings, wiring.open_store(_settings)))
