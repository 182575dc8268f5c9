"""Every page of the application, in one list."""

from flask import Blueprint

from drafting.web.first_page import page as first_page
from drafting.web.sign_in import page as sign_in

ALL: tuple[Blueprint, ...] = (
    first_page,
    sign_in,
)
