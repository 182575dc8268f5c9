"""Signing in and out, and the one-time link that sets a password."""

from flask import Blueprint, render_template

from drafting.rules.access import Act
from drafting.web.acts import declares

page = Blueprint("sign_in", __name__)


@page.get("/sign-in", endpoint="page")
@declares(Act.VISIT)
def show() -> str:
    """Show the form."""
    return render_template("sign_in/page.html")
