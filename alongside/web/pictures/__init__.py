"""The geometry of the pictures, as data: pure functions from figures to marks.

The templates draw them; nothing here judges.
"""
