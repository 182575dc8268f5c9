"""Every page of the application, in one list."""

from flask import Blueprint

from drafting.web.first_page import page as first_page

ALL: tuple[Blueprint, ...] = (first_page,)
