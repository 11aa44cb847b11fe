"""Mails as Outlook keeps them: .msg files and winmail.dat, both made of the same properties."""
