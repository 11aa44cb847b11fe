"""Alongside as a Django app: one app, one line of migrations."""

from django.apps import AppConfig


class AlongsideConfig(AppConfig):
    name = "alongside"
    verbose_name = "Alongside"
    default_auto_field = "django.db.models.BigAutoField"
