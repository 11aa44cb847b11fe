"""What does a statement rest on? Rows become what the drawer shows: quotes, reckoning, what is unknown.

Nothing is judged here.
"""
