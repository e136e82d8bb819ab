"""A class at work: students who look at the page, run their programs and save them, until it is ended by TERM.

    python3 class.py PLACE [STUDENTS]

Prints what it has seen as JSON: requests, those that failed, saves, and those that are not in the store afterwards.
"""

import http.client
import json
import signal
import sys
import threading
import time

place = sys.argv[1]
students = int(sys.argv[2]) if len(sys.argv) > 2 else 8
port = int(open(f"{place}/run/balancer.port", encoding="utf-8").read())
over = threading.Event()
signal.signal(signal.SIGTERM, lambda *_: over.set())
signal.signal(signal.SIGINT, lambda *_: over.set())
seen = {"requests": 0, "failed": 0, "saves": 0, "lost": 0, "slowest": 0.0, "servers": {}, "why": []}
one_at_a_time = threading.Lock()


def ask(method, path, text=None):
    """The answer's text; null where the request failed."""
    began = time.monotonic()
    server = why = answer = None
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=90)
        connection.request(method, path, text)
        response = connection.getresponse()
        body = response.read().decode().strip()
        server = response.getheader("X-Server")
        if response.status == 200:
            answer = body
        else:
            why = f"{response.status} {body}"
        connection.close()
    except Exception as problem:
        why = f"{method} {path}: {problem!r}"
    with one_at_a_time:
        seen["requests"] += 1
        seen["slowest"] = max(seen["slowest"], round(time.monotonic() - began, 3))
        seen["servers"][server] = seen["servers"].get(server, 0) + 1
        if why is not None:
            seen["failed"] += 1
            seen["why"] = [*seen["why"], why][:5]
    return answer


def study(student):
    saves = 0
    before = int(ask("GET", f"/count/{student}") or 0)
    while not over.is_set():
        ask("GET", "/")
        saved = ask("POST", f"/save/{student}", f'BEGIN {{ print "{student}", {saves} * {saves} }}')
        saves += saved is not None
        ran = ask("GET", f"/run/{student}")
        if saved is not None and ran is not None and ran != f"{student} {(saves - 1) ** 2}":
            with one_at_a_time:
                seen["lost"] += 1
                seen["why"] = [*seen["why"], f"{student} ran an old program: {ran}"][:5]
        over.wait(0.05)
    with one_at_a_time:
        seen["saves"] += saves
    missing = before + saves - int(ask("GET", f"/count/{student}") or 0)
    with one_at_a_time:
        seen["lost"] += abs(missing)


threads = [threading.Thread(target=study, args=(f"student{n}",)) for n in range(1, students + 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps(seen))
