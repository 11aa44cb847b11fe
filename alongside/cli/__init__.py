"""The command line: one file a command. It asks the concepts for their answers and prints them; it judges nothing."""
