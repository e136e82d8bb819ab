"""Lets a server go on in the background once it listens: who has started it can use it at once."""

import os
import sys


def go_on(place, name, port):
    """Writes the port to PLACE/run/NAME.port, goes to the background, and leaves its number in NAME.pid."""
    write(f"{place}/run/{name}.port", port)
    if os.fork() > 0:
        os._exit(0)
    os.setsid()
    write(f"{place}/run/{name}.pid", os.getpid())
    nothing = os.open(os.devnull, os.O_RDWR)
    log = os.open(f"{place}/log/{name}.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for old, new in ((0, nothing), (1, log), (2, log)):
        os.dup2(new, old)


def write(path, value):
    """Replaces a file as a whole, so that nobody reads a half of it."""
    with open(path + ".new", "w", encoding="utf-8") as file:
        print(value, file=file)
    os.replace(path + ".new", path)


if sys.version_info < (3, 9):
    sys.exit("aspen: Python 3.9 or later is needed")
