"""Which address leads where? The pages' own addresses stand in web/urls.py, those for programs in api/routes."""

from django.urls import include, path

from alongside.api import door
from alongside.config.health import health

urlpatterns = [
    path("healthz", health, name="healthz"),
    path("api/", door.reference, name="api-reference"),
    path("api/v1/", door.api, {"rest": ""}, name="api-root"),
    path("api/v1/<path:rest>", door.api, name="api"),
    path("", include("alongside.web.urls")),
]
