"""A reader for tests that never comes back from one text, and dies over another."""

import os
import sys
from multiprocessing.connection import Connection

from alongside.sightings.read_text import read_text
from alongside.sightings.reader import main
from alongside.sightings.written import Seen, Written


def read(written: Written) -> Seen:
    while written.subject == "stuck":
        pass
    if written.subject == "fatal":
        os._exit(1)
    return read_text(written)


if __name__ == "__main__":
    main(Connection(int(sys.argv[1])), read)
