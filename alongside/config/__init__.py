"""How an installation is set up: settings from the environment, the data directory, the database, the addresses."""
