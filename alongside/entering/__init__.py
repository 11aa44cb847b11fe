"""What can be entered in any face, with which fields, and what is said when it cannot be kept as it stands."""
