"""A class at work while a command runs: students who look at the page, save their programs and run them.

    python3 class.py PLACE COMMAND…

Prints what they have met: requests and those that failed, saves and those that are not in the store afterwards.
Ends as the command does; with 1 where something was lost.
"""

import http.client
import subprocess
import sys
import threading
import time

STUDENTS = 8
place, *command = sys.argv[1:]
with open(f"{place}/run/balancer.port", encoding="utf-8") as file:
    port = int(file.read())
over = threading.Event()
one_at_a_time = threading.Lock()
requests = saves = lost = 0
slowest = 0.0
servers = {}
failures = []


def ask(method, path, text=None):
    """The answer's text; None where the request failed."""
    global requests, slowest
    began = time.monotonic()
    server, failure, answer = "nobody", None, None
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=90)
        connection.request(method, path, text)
        response = connection.getresponse()
        answer = response.read().decode().strip()
        server = response.getheader("X-Server", "nobody")
        connection.close()
        if response.status != 200:
            failure, answer = f"{response.status} {answer}", None
    except OSError as problem:
        failure = repr(problem)
    except http.client.HTTPException as problem:
        failure = repr(problem)
    with one_at_a_time:
        requests += 1
        slowest = max(slowest, time.monotonic() - began)
        servers[server] = servers.get(server, 0) + 1
        if failure is not None:
            failures.append(f"{method} {path}: {failure}")
    return answer


def study(student):
    global saves, lost
    before = int(ask("GET", f"/count/{student}") or 0)
    kept = wrong = 0
    while not over.is_set():
        ask("GET", "/")
        saved = ask("POST", f"/save/{student}", f'BEGIN {{ print "{student}", {kept} * {kept} }}')
        ran = ask("GET", f"/run/{student}")
        if saved is not None:
            wrong += ran is not None and ran != f"{student} {kept * kept}"
            kept += 1
        over.wait(0.1)
    missing = before + kept - int(ask("GET", f"/count/{student}") or 0)
    with one_at_a_time:
        saves += kept
        lost += max(missing, wrong)


students = [threading.Thread(target=study, args=(f"student{n}",)) for n in range(1, STUDENTS + 1)]
for student in students:
    student.start()
time.sleep(0.5)
status = subprocess.run(command).returncode
time.sleep(0.5)
over.set()
for student in students:
    student.join()
answered = ", ".join(f"{count} by {server}" for server, count in sorted(servers.items()))
print(f"{requests} requests ({answered}), {len(failures)} failed, the slowest took {slowest:.2f} s")
print(f"{saves} saves, {lost} lost")
for failure in failures[:5]:
    print(f"  {failure}")
sys.exit(status if status != 0 else int(bool(failures or lost)))
