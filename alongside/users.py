"""Who uses this installation? One person to begin with, made by the first-run page, the command line or a first import.

What a user may see is for access.py to say.
"""

from getpass import getuser

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

NO_PASSWORD = "!"
"""What Django writes before a password that nobody can sign in with."""


class UserUnclearError(Exception):
    """It cannot be said whom this is about; the message says what to do."""


def is_anybody_able_to_sign_in() -> bool:
    """Tell whether the first-run page has done its work."""
    return User.objects.filter(is_active=True).exclude(password__startswith=NO_PASSWORD).exists()


def the_user(name: str = "") -> User:
    """Find the user of this name; without a name the only user there is. Raises UserUnclearError."""
    users = User.objects.filter(is_active=True)
    if name:
        found = users.filter(username=name).first()
        if not found:
            raise UserUnclearError(f"There is no user {name!r}. `alongside user list` shows who there is.")
        return found
    several = list(users[:2])
    if not several:
        raise UserUnclearError("Nobody uses this installation yet: open `alongside serve`, or run `alongside import`.")
    if len(several) > 1:
        raise UserUnclearError("Several people use this installation: say whose records you mean with --user NAME.")
    return several[0]


def the_user_or_the_first(name: str = "") -> User:
    """Find the user as `the_user` does; on an empty installation make the first, whom the first-run page then asks."""
    if not name and not User.objects.exists():
        return create(_own_name())
    return the_user(name)


def create(name: str, *, password: str = "", full_name: str = "", address: str = "") -> User:
    """Make a user; without a password it cannot sign in yet. Raises ValidationError when the password is too weak."""
    user = User(username=name, email=address)
    _name(user, full_name)
    user.full_clean(exclude=["password"])
    _protect(user, password)
    user.save()
    return user


@transaction.atomic
def welcome(name: str, *, password: str, full_name: str = "", address: str = "") -> User:
    """Let the first person in: give a password to the user that a first import made, or make the user.

    Raises UserUnclearError when somebody can sign in already, ValidationError for a weak password.
    """
    if is_anybody_able_to_sign_in():
        raise UserUnclearError("This installation has its user already: sign in instead.")
    user = User.objects.select_for_update().filter(is_active=True).order_by("pk").first()
    if not user:
        return create(name, password=password, full_name=full_name, address=address)
    user.username, user.email = name, address
    _name(user, full_name)
    user.full_clean(exclude=["password"])
    _protect(user, password)
    user.save()
    return user


def change_password(user: User, password: str) -> None:
    """Give the user another password; every browser signs in anew. Raises ValidationError when it is too weak."""
    if not password:
        raise ValidationError("The password is empty.")
    _protect(user, password)
    user.save(update_fields=["password"])


def _protect(user: User, password: str) -> None:
    if not password:
        user.set_unusable_password()
        return
    validate_password(password, user)
    user.set_password(password)


def _name(user: User, full_name: str) -> None:
    first, _, last = full_name.strip().rpartition(" ")
    user.first_name, user.last_name = (first, last) if first else (last, "")


def _own_name() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # a container's user id without a name
        return "me"
