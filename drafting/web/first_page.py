"""The first page: the seats of the demonstration, or the documents and what to do next."""

from flask import Blueprint, render_template

from drafting.rules.access import Act
from drafting.web.acts import declares

page = Blueprint("first_page", __name__)


@page.get("/")
@declares(Act.VISIT)
def show() -> str:
    """Show the first page."""
    return render_template("first_page/page.html")
