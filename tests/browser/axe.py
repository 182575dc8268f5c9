"""What axe finds on a page, in either colour scheme."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ENOUGH = 15


def violations(page: Page) -> list[str]:
    """Return each violation as "rule: the element", in light and in dark."""
    found: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        response = Axe().run(page, options={"runOnly": _RULES}).response
        assert len(response["passes"]) > _ENOUGH, f"axe hardly saw {page.url}"
        found += [
            f"{scheme}: {each['id']}: {node['html'][:160]}" for each in response["violations"] for node in each["nodes"]
        ]
    return found
