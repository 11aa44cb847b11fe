"""Who is who: companies, people, the handles by which they are recognised, their jobs, and what is in doubt.

Rows keep their id for ever, so that a page's address stays; what they hold is worked out from interactions, cards and tables
(identify.py) and from what people decided (IdentityDecision), and comes out the same in any order.
"""

from django.conf import settings
from django.db import models

from alongside.access import OwnedQuerySet, only, owner_field, word_field
from alongside.vocabulary import (
    AccountStanding,
    DoubtKind,
    HandleKind,
    IdentityDecisionKind,
    Verdict,
)


class Account(models.Model):
    """A customer or prospect company, or a unit of one."""

    owner = owner_field()
    anchor = models.CharField(max_length=330)  # the handle it was first known by: "domain:nationalsteel.example"
    name = models.CharField(max_length=300)
    domain = models.CharField(max_length=255, blank=True)
    standing = word_field(AccountStanding, default=AccountStanding.UNSORTED)
    industry = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=200, blank=True)
    is_public_body = models.BooleanField(default=False)
    since = models.DateField(null=True)
    own_fields = models.JSONField(default=dict)  # columns of tables that are no field of ours, by their headings
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="units")
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="merged")
    needs_judging = models.BooleanField(default=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "anchor"], name="account_once"),
            only("account", "standing", AccountStanding),
        ]
        indexes = [models.Index(fields=["owner", "standing", "name"], name="account_by_standing")]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody there, or one of us. `account` None and `is_ours` False: nobody knows yet where they belong."""

    owner = owner_field()
    anchor = models.CharField(max_length=330)  # the address it was first known by
    name = models.CharField(max_length=300)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="people")
    is_ours = models.BooleanField(default=False)
    is_shared_mailbox = models.BooleanField(default=False)
    title = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    roles = models.JSONField(
        default=list
    )  # StakeholderRole values that a person or a table stated; [] = guess from the title
    note = models.TextField(blank=True)
    own_fields = models.JSONField(default=dict)  # as of an account
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="merged")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["owner", "anchor"], name="person_once")]
        indexes = [models.Index(fields=["owner", "name"], name="person_by_name")]

    def __str__(self) -> str:
        return self.name


class Handle(models.Model):
    """An address or a domain and whom it stands for."""

    owner = owner_field()
    kind = word_field(HandleKind)
    value = models.CharField(max_length=320)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="handles")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="handles")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "kind", "value"], name="handle_once"),
            only("handle", "kind", HandleKind),
        ]


class SignatureSeen(models.Model):
    """What a person signed with in one mail: the ground of positions."""

    owner = owner_field()
    interaction = models.OneToOneField(
        "alongside.Interaction", on_delete=models.CASCADE, primary_key=True, related_name="signature"
    )
    address = models.CharField(max_length=320)
    title = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    company = models.CharField(max_length=300, blank=True)
    postal = models.CharField(max_length=500, blank=True)
    links = models.JSONField(default=list)
    at = models.DateTimeField()

    objects = OwnedQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["owner", "address", "at"], name="signature_by_address")]


class Position(models.Model):
    """A job held from a date on, as a signature, a card or a person said. A promotion is a new position."""

    owner = owner_field()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="positions")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, null=True, related_name="positions")
    title = models.CharField(max_length=300)
    phone = models.CharField(max_length=60, blank=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    seen_in = models.ForeignKey("alongside.Interaction", on_delete=models.SET_NULL, null=True, related_name="+")

    objects = OwnedQuerySet.as_manager()


class Tenure(models.Model):
    """One of us having an account, from and to."""

    owner = owner_field()
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="tenures")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    from_on = models.DateField()
    to_on = models.DateField(null=True)

    objects = OwnedQuerySet.as_manager()


class IdentityDecision(models.Model):
    """What a person decided about who is who, by natural keys (addresses, domains), so that it survives every rebuild.

    `subject` and `other` are an address, a domain or a company's name in lower case; `value` what was decided where the kind needs one.
    The latest decision about the same matter holds.
    """

    owner = owner_field()
    kind = word_field(IdentityDecisionKind)
    subject = models.CharField(max_length=320)
    other = models.CharField(max_length=320, blank=True)
    value = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [only("identitydecision", "kind", IdentityDecisionKind)]


class Doubt(models.Model):
    """A question about who is who that only a person can answer, with what speaks for and against."""

    owner = owner_field()
    kind = word_field(DoubtKind)
    key = models.CharField(max_length=64)
    question = models.TextField()
    grounds = models.JSONField(default=list)  # matching.say.Ground as dicts, the weightiest first
    probability = models.FloatField(null=True)  # that they are one, between 0 and 1; None where nothing was weighed
    at_stake = models.IntegerField(default=0)  # times that the less known of the two was met: what a yes would move
    subject = models.CharField(max_length=320)
    other = models.CharField(max_length=320, blank=True)
    account = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="doubts")
    raised_on = models.DateField()
    verdict = word_field(Verdict, blank=True, default="")
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = OwnedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["owner", "key"], name="doubt_once"),
            only("doubt", "kind", DoubtKind),
            only("doubt", "verdict", Verdict, blank=True),
            models.CheckConstraint(
                condition=models.Q(settled_at__isnull=True, settled_by__isnull=True)
                | models.Q(settled_at__isnull=False, settled_by__isnull=False),
                name="doubt_settled_who_and_when",
            ),
        ]
