// Hosts that misbehave at the level of connections, and small ones that speak a database's protocol just far enough to refuse.
import { createServer, type Server, type Socket } from "node:net";
import type { Host } from "./names.ts";

/** What a connection meets at a host that behaves so. */
export const oddities: Readonly<Partial<Record<Host["behaves"], (socket: Socket) => void>>> = {
  silent: (socket) => socket.resume(),
  resets: (socket) => {
    const reset = (): void => {
      socket.resetAndDestroy();
    };
    socket.once("data", reset);
    setTimeout(reset, 300);
  },
  closes: (socket) => {
    socket.destroy();
  },
  garbage: (socket) => {
    socket.end("\x00\x15 ?? 9\x7f\x00 device ready 7a7a\r\n\r\n");
  },
  drips: (socket) => {
    socket.resume();
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
    const timer = setInterval(() => socket.write("."), 1000);
    socket.on("close", () => clearInterval(timer));
  },
};

/** A server for one address and port; resolves when it listens. */
export function listen(server: Server, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, address, () => resolve());
  });
}

export function serving(onConnection: (socket: Socket) => void): Server {
  return createServer((socket) => {
    socket.on("error", () => {});
    onConnection(socket);
  });
}

/** A PostgreSQL server that has no connection left: SQLSTATE 53300. */
export function busyPostgres(socket: Socket): void {
  socket.on("data", (data) => {
    // An SSLRequest is answered by "N": no TLS.
    if (data.length === 8) {
      socket.write("N");
      return;
    }
    const fields = "SFATAL\0VFATAL\0C53300\0Msorry, too many clients already\0\0";
    const head = Buffer.alloc(5);
    head.write("E");
    head.writeInt32BE(4 + Buffer.byteLength(fields), 1);
    socket.end(Buffer.concat([head, Buffer.from(fields)]));
  });
}

/** A MySQL server that refuses: at once where it is busy, else by who logs in and to which database. */
export function refusingMysql(isBusy: boolean): (socket: Socket) => void {
  return (socket) => {
    if (isBusy) {
      socket.end(packet(0, mysqlError(1040, "08004", "Too many connections")));
      return;
    }
    socket.write(packet(0, mysqlGreeting()));
    socket.once("data", (data) => {
      const words = data.toString("latin1");
      const [code, state, message] = /nosuch|shpo/.test(words)
        ? ([1049, "42000", "Unknown database 'shpo'"] as const)
        : ([1045, "28000", "Access denied for user 'app'@'app1' (using password: YES)"] as const);
      socket.end(packet((data[3] ?? 1) + 1, mysqlError(code, state, message)));
    });
  };
}

function packet(sequence: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([body.length & 255, body.length >> 8, 0, sequence]), body]);
}

function mysqlError(code: number, state: string, message: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, code & 255, code >> 8]), Buffer.from(`#${state}${message}`)]);
}

/** Protocol 10, with the plugin mysql_native_password. */
function mysqlGreeting(): Buffer {
  const salt = Buffer.from("abcdefgh");
  const more = Buffer.from("ijklmnopqrst\0");
  return Buffer.concat([
    Buffer.from([10]),
    Buffer.from("10.11.6-MariaDB\0"),
    Buffer.from([9, 0, 0, 0]),
    salt,
    Buffer.from([0, 0xff, 0xf7, 8, 2, 0, 0x0f, 0x80, 21]),
    Buffer.alloc(10),
    more,
    Buffer.from("mysql_native_password\0"),
  ]);
}

/** A Redis server that answers each command by its words: `state` is what it is in. */
export function redis(state: "full" | "replica" | "loading" | "locked"): (socket: Socket) => void {
  const values = new Map([["name", "web"]]);
  return (socket) => {
    socket.on("data", (data) => {
      const words = data
        .toString()
        .split("\r\n")
        .filter((_, index) => index > 0 && index % 2 === 0);
      const [name = "", key = ""] = [words[0]?.toUpperCase(), words[1]];
      socket.write(`${reply(name, key)}\r\n`);
    });
    function reply(name: string, key: string): string {
      if (name === "COMMAND") return "*0";
      if (state === "loading") return "-LOADING Redis is loading the dataset in memory";
      if (name === "AUTH") return "-WRONGPASS invalid username-password pair or user is disabled.";
      if (state === "locked") return "-NOAUTH Authentication required.";
      if (["SET", "LPUSH", "DEL"].includes(name))
        return state === "replica"
          ? "-READONLY You can't write against a read only replica."
          : "-OOM command not allowed when used memory > 'maxmemory'.";
      if (name === "INCR") return values.has(key) ? "-ERR value is not an integer or out of range" : ":1";
      if (name === "GET") return values.has(key) ? `$3\r\n${values.get(key)}` : "$-1";
      if (name === "PING") return "+PONG";
      return `-ERR unknown command '${name.toLowerCase()}', with args beginning with: '${key}' `;
    }
  };
}
