"""What keeps the notes that wait on a device closed to everybody but the one who took them."""

from django.db import models

from alongside.access import OwnedQuerySet, owner_field


class DeviceKey(models.Model):
    """The key under which a user's notes wait on their devices, made once.

    A device that was signed out has lost it and gets it again at the next sign-in of the same user, however much later: so it is a
    row, which a backup takes along, and follows neither the password nor the key of the installation.
    """

    owner = owner_field()
    key = models.CharField(max_length=44)  # 32 bytes in base64
    made_at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner"], name="devicekey_once")]
