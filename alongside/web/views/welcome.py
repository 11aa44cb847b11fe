"""Who are you? The first page of an empty installation; it makes the first sign-in and is gone afterwards."""

from datetime import datetime

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from alongside import users
from alongside.interactions.models import Interaction
from alongside.people.own import name_ours
from alongside.pipeline import bring_up_to_date
from alongside.web import clock

REQUIRED = "Please fill this in."


class WelcomeForm(forms.Form):
    """Name, address and password of the first person."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        help_text="As it stands under your mails.",
        error_messages={"required": REQUIRED},
        widget=forms.TextInput(attrs={"autocomplete": "name", "data-keep": ""}),
    )
    address = forms.EmailField(
        label="Your mail address",
        max_length=150,
        help_text="The one you write to customers from. You can name further ones later; you also sign in with it.",
        error_messages={"required": REQUIRED, "invalid": "This is no mail address: something like name@company.com."},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "data-keep": ""}),
    )
    password = forms.CharField(
        label="A password",
        help_text="At least ten characters. It opens this installation only.",
        error_messages={"required": REQUIRED},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()

    def save(self, *, at: datetime) -> User:
        """Let the first person in and keep which address is theirs. Raises what users.welcome raises."""
        address, name = self.cleaned_data["address"], self.cleaned_data["name"]
        user = users.welcome(address, password=self.cleaned_data["password"], full_name=name, address=address)
        name_ours(address, is_ours=True, is_own=True, by=user, at=at)
        return user


@login_not_required
@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """Ask who the first person is; once somebody can sign in, lead there."""
    if users.is_anybody_able_to_sign_in():
        return redirect("today" if request.user.is_authenticated else "sign-in")
    form = WelcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        user = _let_in(form)
        if user:
            login(request, user)
            return redirect(_first_page(user))
    return render(request, "sign_in/welcome.html", {"form": form})


def _first_page(user: User) -> str:
    """Lead to Today when an import ran before anybody signed in: who is who is worked out with the address just named."""
    if not Interaction.objects.visible_to(user).exists():
        return "imports"
    _, as_of = clock.now()
    bring_up_to_date(user, as_of=as_of)
    return "today"


def _let_in(form: WelcomeForm) -> User | None:
    """Make the first person's sign-in; what speaks against it is said on the form."""
    at, _ = clock.now()
    try:
        with transaction.atomic():
            return form.save(at=at)
    except ValidationError as refused:
        form.add_error("password" if not hasattr(refused, "error_dict") else None, refused.messages)
    except users.UserUnclearError as refused:
        form.add_error(None, str(refused))
    return None
