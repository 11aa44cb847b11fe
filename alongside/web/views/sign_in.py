"""Who is this? Sign-in by address and password, with Django's own users."""

from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.users import is_anybody_able_to_sign_in


class SignInForm(AuthenticationForm):
    """Asks for the address and the password; one answer for a wrong one of either."""

    error_messages = {
        "invalid_login": "This address and password do not belong together. Check both; capitals count.",
        "inactive": "This sign-in was switched off. Ask whoever keeps this installation.",
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["username"].label = "Your address"
        self.fields["username"].widget.attrs.update({"autocomplete": "username", "inputmode": "email"})
        for field in self.fields.values():
            field.error_messages["required"] = "Please fill this in."


@login_not_required
@never_cache
def sign_in(request: HttpRequest) -> HttpResponse:
    """Ask who it is; on an empty installation, go to the first-run page."""
    if request.user.is_authenticated:
        return redirect("today")
    if not is_anybody_able_to_sign_in():
        return redirect("welcome")
    form = SignInForm(request, data=request.POST or None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(_next(request))
    return render(request, "sign_in/sign_in.html", {"form": form, "next": request.GET.get("next", "")})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this browser's sign-in; it forgets the pages that it kept, and the notes that wait on it are closed (sign-out.js)."""
    logout(request)
    response = redirect(f"{reverse('sign-in')}?signed-out=1")
    response["Clear-Site-Data"] = '"cache"'
    return response


def _next(request: HttpRequest) -> str:
    """Give the page that was asked for before the sign-in, if it is one of ours."""
    address = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if address and is_ours else reverse("today")
