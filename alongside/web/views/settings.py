"""How is this installation set up, and who are we?"""

from typing import Any

from django import forms
from django.conf import settings as installation
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.models import User
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from alongside.entering.tokens import TokenForm
from alongside.judgement.abreast import UPDATE_DAYS
from alongside.people.models import IdentityDecision, Person
from alongside.people.ourselves import ourselves
from alongside.people.own import name_ours, named_ours
from alongside.pipeline import bring_up_to_date
from alongside.tokens.hold import tokens_of
from alongside.tokens.models import AccessToken
from alongside.vocabulary import TokenScope
from alongside.web import clock
from alongside.web.house import house_context
from alongside.web.rows.abreast import interval_of

COLLEAGUES_SHOWN = 60
"""Colleagues on the page. Unit: people."""


class OursForm(forms.Form):
    """An address or a domain, and whether it is ours."""

    handle = forms.CharField(
        label="Address or domain",
        max_length=320,
        help_text="alex@ourfirm.com, or ourfirm.com for everybody there.",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    whose = forms.ChoiceField(
        label="Whose is it?",
        choices=[("own", "my own address"), ("ours", "a colleague, or our domain"), ("theirs", "not ours")],
    )

    def clean_handle(self) -> str:
        handle = str(self.cleaned_data["handle"]).strip().lower().lstrip("@")
        domain = handle.rpartition("@")[2]
        if "." not in domain or " " in handle:
            raise forms.ValidationError("That is neither an address (alex@ourfirm.com) nor a domain (ourfirm.com).")
        return handle


class NewPasswordForm(PasswordChangeForm):
    """The password now, and the new one twice, in the words of this program."""

    error_messages = {
        "password_incorrect": "That is not your password.",
        "password_mismatch": "The two new passwords differ.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = {
            "old_password": ("Your password now", ""),
            "new_password1": ("The new one", "At least ten characters, and none that everybody uses."),
            "new_password2": ("The new one again", ""),
        }
        for name, (label, help_text) in said.items():
            self.fields[name].label, self.fields[name].help_text = label, help_text
            self.fields[name].widget.attrs.pop("autofocus", None)


@require_safe
def settings(request: HttpRequest) -> HttpResponse:
    """Show who we are taken to be, the password form, and where everything is kept."""
    return page(request)


@require_POST
def ours(request: HttpRequest) -> HttpResponse:
    """Keep the user's word on an address or domain, and work out anew who is who."""
    form = OursForm(request.POST)
    if not form.is_valid():
        return page(request, ours_form=form, status=400)
    at, as_of = clock.now()
    whose = form.cleaned_data["whose"]
    name_ours(form.cleaned_data["handle"], is_ours=whose != "theirs", is_own=whose == "own", by=request.user, at=at)
    bring_up_to_date(request.user, as_of=as_of)
    messages.success(request, f"Kept. Everything with {form.cleaned_data['handle']} was read again in that light.")
    return redirect("settings")


@require_POST
def withdraw(request: HttpRequest, decision_id: int) -> HttpResponse:
    """Take back the user's word on an address or domain."""
    decision = get_object_or_404(IdentityDecision.objects.visible_to(request.user), pk=decision_id)
    at, as_of = clock.now()
    decision.withdrawn_at = at
    decision.save(update_fields=["withdrawn_at"])
    bring_up_to_date(request.user, as_of=as_of)
    messages.success(request, f"Taken back: {decision.subject} is judged by the record again.")
    return redirect("settings")


@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; other browsers have to sign in anew."""
    form = NewPasswordForm(_user(request), request.POST)
    if not form.is_valid():
        return page(request, password_form=form, status=400)
    form.save()
    update_session_auth_hash(request, form.user)
    messages.success(request, "The password is changed. Other browsers must sign in anew.")
    return redirect("settings")


def _user(request: HttpRequest) -> User:
    """Give the signed-in user; the middleware lets nobody else come here."""
    return get_object_or_404(User, pk=request.user.pk)


def page(
    request: HttpRequest,
    *,
    ours_form: forms.Form | None = None,
    password_form: forms.Form | None = None,
    token_form: forms.Form | None = None,
    limit_form: forms.Form | None = None,
    made: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show the page of settings with a form as it was typed; `made` is the text of a new token, shown this once."""
    colleagues = Person.objects.visible_to(request.user).filter(is_ours=True, merged_into__isnull=True)
    context: dict[str, Any] = {
        "here": "settings",
        "who": ourselves(request.user),
        "said": named_ours(request.user),
        "colleagues": colleagues.order_by("name", "pk")[:COLLEAGUES_SHOWN],
        "ours_form": ours_form or OursForm(),
        "password_form": password_form or NewPasswordForm(_user(request)),
        "tokens": [(token, _may(token)) for token in tokens_of(request.user)],
        "token_form": token_form or TokenForm(),
        "made": made,
        "interval": interval_of(request.user, None, UPDATE_DAYS),
        "smtp": installation.SMTP_SERVER,
        "place": installation.DATA,
        "database": {"sqlite": "SQLite, one file in that folder", "postgresql": "PostgreSQL"}[connection.vendor],
        "zone": installation.DISPLAY_TIME_ZONE,
        **house_context(limit_form),
    }
    return render(request, "settings/settings.html", context, status=status)


def _may(token: AccessToken) -> str:
    return ", ".join(TokenScope(word).label for word in token.scopes)
