"""A running tool for journeys through the real pages, empty or with the demo in it."""

from collections.abc import Iterator

import pytest

from drafting.demo.load import load
from drafting.wiring import now
from tests.browser.house import House


@pytest.fixture
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Serve an empty tool."""
    served = House(tmp_path_factory.mktemp("house"))
    served.start()
    yield served
    served.stop()


@pytest.fixture(scope="session")
def demo_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Serve the demo conference; its tests leave the text as they found it, or do not mind."""
    served = House(tmp_path_factory.mktemp("demo"))
    load(served.config.database_url, now())
    served.start()
    yield served
    served.stop()
