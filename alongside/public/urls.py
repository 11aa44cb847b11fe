"""Which address of the public side shows what? Whatever is none of these is refused like an address that never was."""

from django.urls import URLPattern, re_path

from alongside.public import views

handler400 = handler403 = handler404 = "alongside.public.views.refused"
handler500 = "alongside.public.views.out_of_order"

urlpatterns: list[URLPattern] = [
    re_path(r"^c/(?P<token>[^/]*)/?\Z", views.page, name="page"),
    re_path(r"^c/(?P<token>[^/]*)/plan\.ics\Z", views.calendar, name="calendar"),
    re_path(r"^c/(?P<token>[^/]*)/words\Z", views.words, name="words"),
    re_path(r"(?s)^.*\Z", views.refused, name="refused"),
]
