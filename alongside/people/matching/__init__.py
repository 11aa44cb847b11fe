"""Whether two records are one person or one company: compared field by field, weighed in the open. Pure Python throughout."""
