"""Which address leads where? The pages' own addresses stand in web/urls.py."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from alongside.config.health import health

urlpatterns: list[URLPattern | URLResolver] = [path("healthz", health, name="healthz")]

if find_spec("alongside.web.urls"):
    urlpatterns.append(path("", include("alongside.web.urls")))
