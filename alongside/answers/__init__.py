"""The answers that all faces show: what the pages draw, the command line prints with --json, and the API gives."""
