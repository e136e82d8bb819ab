"""A load test: so many students at once on the big machine alone.

    python3 load.py PLACE [STUDENTS [SECONDS]]

Prints a figure a line: students, requests, failed ones, the slowest in seconds, and which part of all processors the machine has used.
Ends with 1 where a request failed.
"""

import http.client
import os
import sys
import threading
import time

place = sys.argv[1]
students = int(sys.argv[2]) if len(sys.argv) > 2 else 40
seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 10
with open(f"{place}/run/big.port", encoding="utf-8") as file:
    port = int(file.read())
with open(f"{place}/run/big.pid", encoding="utf-8") as file:
    pid = int(file.read())
one_at_a_time = threading.Lock()
requests = failed = 0
slowest = 0.0


def used():
    """Seconds of processor time of the server and of what it has started."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return sum(int(field) for field in fields[11:15]) / os.sysconf("SC_CLK_TCK")


def ask(path):
    global requests, failed, slowest
    began = time.monotonic()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        connection.close()
        good = response.status == 200
    except (OSError, http.client.HTTPException):
        good = False
    with one_at_a_time:
        requests += 1
        failed += not good
        slowest = max(slowest, time.monotonic() - began)


def study(number, until):
    """Looks at the page, thinks, runs the program, and thinks again: people are slow."""
    time.sleep(4 * number / students)
    while time.monotonic() < until:
        ask("/")
        time.sleep(2)
        ask(f"/run/student{number % 8 + 1}")
        time.sleep(2)


before, began = used(), time.monotonic()
people = [threading.Thread(target=study, args=(n, began + seconds)) for n in range(students)]
for person in people:
    person.start()
for person in people:
    person.join()
usage = (used() - before) / (time.monotonic() - began) / os.cpu_count()
print(f"students={students}")
print(f"requests={requests}")
print(f"failed={failed}")
print(f"slowest={slowest:.3f}")
print(f"usage={usage:.3f}")
sys.exit(int(failed > 0))
