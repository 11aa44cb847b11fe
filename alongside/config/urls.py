"""Which address leads where? The pages' own addresses stand in web/urls.py."""

from django.urls import include, path

from alongside.config.health import health

urlpatterns = [
    path("healthz", health, name="healthz"),
    path("", include("alongside.web.urls")),
]
