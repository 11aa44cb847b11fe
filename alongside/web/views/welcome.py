"""Who are you? The first page of an empty installation; it makes the first sign-in and is gone afterwards."""

from django import forms
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache


class WelcomeForm(forms.Form):
    """Name, address and password of the first person."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        help_text="As it stands under your mails.",
        widget=forms.TextInput(attrs={"autocomplete": "name", "data-keep": ""}),
    )
    address = forms.EmailField(
        label="Your mail address",
        max_length=150,
        help_text="The one you write to customers from. You can name further ones later; you also sign in with it.",
        widget=forms.EmailInput(attrs={"autocomplete": "email", "data-keep": ""}),
    )
    password = forms.CharField(
        label="A password",
        help_text="At least ten characters. It opens this installation only.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_address(self) -> str:
        return str(self.cleaned_data["address"]).lower()

    def clean_password(self) -> str:
        password = str(self.cleaned_data["password"])
        validate_password(password, User(username=self.cleaned_data.get("address", "")))
        return password

    def first_user(self) -> User:
        """Make the first sign-in, unless somebody else was first in the meantime."""
        first, _, last = self.cleaned_data["name"].strip().rpartition(" ")
        return User.objects.create_user(
            username=self.cleaned_data["address"],
            email=self.cleaned_data["address"],
            password=self.cleaned_data["password"],
            first_name=first,
            last_name=last,
        )


@login_not_required
@never_cache
def welcome(request: HttpRequest) -> HttpResponse:
    """Ask who the first person is; once there is one, lead to the sign-in."""
    if User.objects.exists():
        return redirect("today" if request.user.is_authenticated else "sign-in")
    form = WelcomeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            if User.objects.exists():
                return redirect("sign-in")
            user = form.first_user()
        login(request, user)
        return redirect("imports")
    return render(request, "sign_in/welcome.html", {"form": form})
