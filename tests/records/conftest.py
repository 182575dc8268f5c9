"""The seated conference of the services' tests, with a little history."""

from tests.service.conftest import conference, models, quick_conference

__all__ = ["conference", "models", "quick_conference"]
