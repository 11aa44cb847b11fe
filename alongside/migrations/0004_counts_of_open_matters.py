"""What is open is counted on every page: an index that holds all the count needs."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("alongside", "0003_full_text")]
    operations = [
        migrations.AddIndex(
            model_name="request", index=models.Index(fields=["owner", "state", "account"], name="request_count")
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(fields=["owner", "state", "side", "account"], name="commitment_count"),
        ),
    ]
