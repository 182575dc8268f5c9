"""Who acts: a seat as the services see it."""

from dataclasses import dataclass

from drafting.errors import NotAllowedError
from drafting.rules.access import Act, may
from drafting.rules.life import Stage
from drafting.rules.roles import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in their seat; chairs, secretariat and observers have no delegation."""

    id: str
    name: str
    role: Role
    delegation_id: str | None = None
    delegation: str = ""
    may_submit: bool = False

    def must(self, act: Act, *, stage: Stage = Stage.DRAFT) -> None:
        """Refuse an act that this seat does not carry.

        Raises:
            NotAllowedError: The seat does not carry the act, or not at this stage.
        """
        if may(self.role, act, stage=stage):
            return
        if may(self.role, act):
            raise NotAllowedError("The text has been adopted. Nothing in it can be changed any more.")
        ask = "" if self.role is Role.SECRETARIAT else " Ask the secretariat if you need another seat."
        raise NotAllowedError(f"Your seat ({self.role}) does not let you {act}.{ask}")

    def must_submit(self) -> None:
        """Refuse a delegate whose delegation leaves submitting to its head.

        Raises:
            NotAllowedError: The head of delegation submits.
        """
        if not self.may_submit:
            raise NotAllowedError("Your head of delegation submits and withdraws your delegation's amendments.")


SYSTEM = "system"
