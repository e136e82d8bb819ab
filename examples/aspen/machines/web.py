"""A web server of ASPEN: keeps students' programs in Git, and runs them.

    python3 web.py PLACE NAME

GET  /               the page
GET  /run/STUDENT    runs the student's program, and shows what it prints
GET  /count/STUDENT  how many versions of it are kept
POST /save/STUDENT   keeps the text that is sent as the next version
GET  /status         how many saves are under way here
"""

import json
import os
import re
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from background import go_on

place, name = sys.argv[1:]
store = f"{place}/store"
hold = f"{place}/hold"
author = {"GIT_AUTHOR_NAME": "ASPEN", "GIT_AUTHOR_EMAIL": "aspen@example.com"}
author |= {key.replace("AUTHOR", "COMMITTER"): value for key, value in author.items()}
saving = 0
one_at_a_time = threading.Lock()


def git(*words, given=None):
    command = ["git", "--git-dir", os.path.realpath(store), *words]
    ended = subprocess.run(command, input=given, capture_output=True, text=True, env={**os.environ, **author})
    if ended.returncode != 0:
        raise RuntimeError(ended.stderr.strip() or f"git {words[0]} ended with {ended.returncode}")
    return ended.stdout.strip()


def run(student, _):
    program = git("show", f"refs/heads/{student}:program.awk")
    ended = subprocess.run(["awk", program], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=10)
    return f"{ended.stdout}{ended.stderr}".strip()


def count(student, _):
    return git("rev-list", "--count", f"refs/heads/{student}")


def save(student, text):
    """Waits while saves are held; counting first and asking then, so that no save slips through."""
    global saving
    until = time.monotonic() + 60
    while True:
        with one_at_a_time:
            saving += 1
        try:
            if not os.path.exists(hold):
                return keep(student, text)
        finally:
            with one_at_a_time:
                saving -= 1
        if time.monotonic() > until:
            raise RuntimeError("saves are held; try again in a minute")
        time.sleep(0.02)


def keep(student, text):
    blob = git("hash-object", "-w", "--stdin", given=text)
    tree = git("mktree", given=f"100644 blob {blob}\tprogram.awk\n")
    last = git("for-each-ref", "--format=%(objectname)", f"refs/heads/{student}")
    commit = git("commit-tree", tree, "-m", "saved", *(["-p", last] if last else []))
    git("update-ref", f"refs/heads/{student}", commit, last or "0" * 40)
    return "saved"


pages = {("GET", "run"): run, ("GET", "count"): count, ("POST", "save"): save}


class Page(BaseHTTPRequestHandler):
    def answer(self):
        text = self.rfile.read(int(self.headers["Content-Length"] or 0)).decode()
        if self.path == "/":
            return self.say(200, "ASPEN: write a program, save it, run it")
        if self.path == "/status":
            return self.say(200, json.dumps({"server": name, "saving": saving}))
        asked = re.fullmatch(r"/(\w+)/(\w+)", self.path)
        page = pages.get((self.command, asked[1])) if asked else None
        if page is None:
            return self.say(404, "there is no such page")
        try:
            return self.say(200, page(asked[2], text))
        except Exception as problem:
            return self.say(503, f"{name}: {problem}")

    do_GET = do_POST = answer

    def say(self, status, text):
        body = f"{text}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Server", name)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    request_queue_size = 256


server = Server(("127.0.0.1", 0), Page)
go_on(place, name, server.server_port)
server.serve_forever()
