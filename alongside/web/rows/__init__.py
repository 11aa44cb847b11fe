"""What does a row say? Rows of the database become what the lists of _ui show, in a fixed number of queries a list."""
