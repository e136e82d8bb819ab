"""The mail server of ASPEN: takes every mail, and adds it to PLACE/mail/ADDRESSEE.

    python3 mail.py PLACE
"""

import email
import email.policy
import os
import re
import socketserver
import sys

from background import go_on

place = sys.argv[1]


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        self.say("220 aspen")
        addressees = []
        for line in self.rfile:
            words = line.decode(errors="replace").strip()
            command = words[:4].upper()
            if command == "RCPT":
                addressees.append(re.search(r"<([\w.@-]+)>", words)[1])
            elif command == "DATA":
                self.say("354 go on")
                self.deliver(addressees)
                addressees = []
            elif command == "QUIT":
                return self.say("221 bye")
            self.say("250 ok")

    def deliver(self, addressees):
        lines = []
        for line in self.rfile:
            if line == b".\r\n":
                break
            lines.append(line.removeprefix(b".").replace(b"\r\n", b"\n"))
        mail = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        text = f"Subject: {mail['Subject']}\n\n{mail.get_content()}\n"
        for addressee in addressees:
            with open(os.path.join(place, "mail", addressee), "a", encoding="utf-8") as box:
                box.write(text)

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


server = Server(("127.0.0.1", 0), Session)
go_on(place, "mail", server.server_address[1])
server.serve_forever()
