"""A thread is joined by who belongs to it: links hold a circle beside the message id, and all mail is threaded anew."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def thread_anew(apps, schema_editor):
    apps.get_model("alongside", "ThreadLink").objects.all().delete()
    apps.get_model("alongside", "Placement").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("alongside", "0004_counts_of_open_matters"), migrations.swappable_dependency(settings.AUTH_USER_MODEL)]
    operations = [
        migrations.RunPython(thread_anew, migrations.RunPython.noop),
        migrations.RemoveConstraint(model_name="threadlink", name="threadlink_once"),
        migrations.RemoveField(model_name="threadlink", name="message_id"),
        migrations.AddField(
            model_name="threadlink", name="link", field=models.CharField(default="", max_length=64), preserve_default=False
        ),
        migrations.AddConstraint(
            model_name="threadlink", constraint=models.UniqueConstraint(fields=("owner", "link"), name="threadlink_once")
        ),
        migrations.CreateModel(
            name="ClaimDecision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("message_id", models.CharField(max_length=500)),
                ("answers", models.CharField(max_length=500)),
                ("decided_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
    ]
