"""Every page of the application, in one list."""

from flask import Blueprint

from drafting.web.adopt import page as adopt
from drafting.web.amend import page as amend
from drafting.web.desk import page as desk
from drafting.web.document import page as document
from drafting.web.first_page import page as first_page
from drafting.web.health import page as health
from drafting.web.import_page import page as import_page
from drafting.web.ours import page as ours
from drafting.web.pdf import page as pdf
from drafting.web.people import page as people
from drafting.web.people_files import page as people_files
from drafting.web.sign_in import page as sign_in

ALL: tuple[Blueprint, ...] = (
    first_page,
    sign_in,
    document,
    amend,
    ours,
    desk,
    adopt,
    pdf,
    health,
    people,
    people_files,
    import_page,
)
