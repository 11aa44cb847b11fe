"""What people sign with holds a postal address and links too; signatures are read anew."""

from django.db import migrations, models


def read_anew(apps, schema_editor):
    apps.get_model("alongside", "Placement").objects.update(reading="unread")


class Migration(migrations.Migration):
    dependencies = [("alongside", "0005_claimed_replies")]
    operations = [
        migrations.AddField("signatureseen", "postal", models.CharField(blank=True, default="", max_length=500), preserve_default=False),
        migrations.AddField("signatureseen", "links", models.JSONField(default=list)),
        migrations.RunPython(read_anew, migrations.RunPython.noop),
    ]
