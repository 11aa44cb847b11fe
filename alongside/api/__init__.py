"""The REST face: the same answers and the same doings as the pages, for other programs."""
