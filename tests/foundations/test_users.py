"""Who uses an installation: one person to begin with, who is asked once."""

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError

from alongside import users
from alongside.users import UserUnclearError

pytestmark = pytest.mark.django_db

PASSWORD = "ore docks in spring"


def test_the_only_user_need_not_be_named(owner: User) -> None:
    assert users.the_user() == owner


def test_of_several_users_one_must_be_named(owner: User, stranger: User) -> None:
    with pytest.raises(UserUnclearError, match="--user NAME"):
        users.the_user()
    assert users.the_user("stefan") == stranger


def test_nobody_of_that_name_is_said(owner: User) -> None:
    with pytest.raises(UserUnclearError, match="'zebulon'"):
        users.the_user("zebulon")


def test_a_user_who_was_switched_off_is_nobody(owner: User) -> None:
    owner.is_active = False
    owner.save()
    with pytest.raises(UserUnclearError):
        users.the_user("olga")


def test_the_first_page_gives_a_name_and_a_password_to_whoever_imported_first() -> None:
    made = users.the_user_or_the_first()
    assert not made.has_usable_password() and not users.is_anybody_able_to_sign_in()
    welcomed = users.welcome("olga@mesaba.example", password=PASSWORD, full_name="Olga Mae Owner")
    assert welcomed.pk == made.pk
    assert (welcomed.first_name, welcomed.last_name) == ("Olga Mae", "Owner")
    assert welcomed.check_password(PASSWORD) and users.is_anybody_able_to_sign_in()


def test_the_first_page_works_once() -> None:
    users.welcome("olga", password=PASSWORD)
    with pytest.raises(UserUnclearError, match="sign in"):
        users.welcome("stefan", password=PASSWORD)


@pytest.mark.parametrize("password", ["short", "password123", "olga.owner"])
def test_a_weak_password_is_refused_and_nobody_is_made(password: str) -> None:
    with pytest.raises(ValidationError):
        users.create("olga.owner", password=password)
    assert not User.objects.exists()


def test_a_name_is_given_once(owner: User) -> None:
    with pytest.raises(ValidationError):
        users.create("olga", password=PASSWORD)


def test_another_password_ends_the_old_one(owner: User) -> None:
    users.change_password(owner, PASSWORD)
    users.change_password(owner, "ice on the lake")
    assert not owner.check_password(PASSWORD) and owner.check_password("ice on the lake")
