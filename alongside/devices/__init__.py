"""The telephones and browsers on which somebody takes notes, and what keeps those notes closed to others."""
