/** Questions over the network that wait for their answer, in a bounded time: the C library's calls, since JavaScript has none that wait. */

import { closeSync } from "node:fs";
import koffi from "koffi";

interface Sockets {
  socket(family: number, type: number, protocol: number): number;
  connect(fd: number, address: Uint8Array, size: number): number;
  poll(fds: Uint8Array, count: number, timeout: number): number;
  send(fd: number, bytes: Uint8Array, size: number, flags: number): number;
  recv(fd: number, into: Uint8Array, size: number, flags: number): number;
  getsockopt(fd: number, level: number, name: number, value: Uint8Array, size: Uint8Array): number;
}

let known: Sockets | undefined;

/** Loaded with the first question: koffi takes milliseconds. */
function sockets(): Sockets {
  if (known !== undefined) return known;
  const libc = koffi.load(null);
  // koffi types its functions loosely; each declaration below is the C prototype of the method it becomes.
  const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
  known = {
    socket: bind("int socket(int family, int type, int protocol)"),
    connect: bind("int connect(int fd, void *address, unsigned int size)"),
    poll: bind("int poll(void *fds, unsigned long count, int timeout)"),
    send: bind("long send(int fd, void *bytes, size_t size, int flags)"),
    recv: bind("long recv(int fd, void *into, size_t size, int flags)"),
    getsockopt: bind("int getsockopt(int fd, int level, int name, void *value, void *size)"),
  };
  return known;
}

const [AF_INET, SOCK_STREAM, SOCK_DGRAM, SOCK_NONBLOCK, SOCK_CLOEXEC] = [2, 1, 2, 0o4000, 0o2000000];
const [POLLIN, POLLOUT, SOL_SOCKET, SO_ERROR, EINPROGRESS, ECONNREFUSED] = [1, 4, 1, 4, 115, 111];

/** How a port answered: it took the connection, refused it, was silent until the time was over, or there is no way to it. */
export type PortAnswer = "open" | "refused" | "silent" | "unreachable";

/** Tries a TCP connection and closes it at once. `address`: IPv4, "10.0.0.7"; `time` in milliseconds. Undefined where it cannot be asked. */
export function askPort(address: string, port: number, time: number): PortAnswer | undefined {
  return withSocket(SOCK_STREAM, address, port, (fd, begun) => {
    if (begun === 0) return "open";
    if (begun !== EINPROGRESS) return begun === ECONNREFUSED ? "refused" : "unreachable";
    if (!waitFor(fd, POLLOUT, time)) return "silent";
    const error = new Int32Array(1);
    const size = new Int32Array([4]);
    sockets().getsockopt(fd, SOL_SOCKET, SO_ERROR, new Uint8Array(error.buffer), new Uint8Array(size.buffer));
    if (error[0] === 0) return "open";
    return error[0] === ECONNREFUSED ? "refused" : "unreachable";
  });
}

/** What the kernel says of a way to an address, ahead of any packet: 0, or connect(2)'s error number. Undefined where it cannot be asked. */
export function connectErrno(address: string): number | undefined {
  return withSocket(SOCK_DGRAM, address, 9, (_, begun) => begun);
}

/** Sends a datagram and waits for the answer; "refused" where nobody has the port, "silent" where none comes in time. */
export function askDatagram(
  address: string,
  port: number,
  bytes: Uint8Array,
  time: number,
): Uint8Array | "refused" | "silent" | undefined {
  return withSocket(SOCK_DGRAM, address, port, (fd, begun) => {
    if (begun !== 0 || sockets().send(fd, bytes, bytes.length, 0) < 0) return "refused";
    if (!waitFor(fd, POLLIN, time)) return "silent";
    const answer = new Uint8Array(1500);
    const size = sockets().recv(fd, answer, answer.length, 0);
    return size < 0 ? "refused" : answer.subarray(0, size);
  });
}

/** `begun`: 0 where connect(2) was done at once, else its error number. */
function withSocket<T>(
  type: number,
  address: string,
  port: number,
  use: (fd: number, begun: number) => T,
): T | undefined {
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255)) || !(port > 0 && port < 65536))
    return undefined;
  const fd = sockets().socket(AF_INET, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return undefined;
  try {
    const name = Buffer.alloc(16);
    name.writeUInt16LE(AF_INET, 0);
    name.writeUInt16BE(port, 2);
    for (const [at, part] of parts.entries()) name[4 + at] = part;
    const done = sockets().connect(fd, name, name.length);
    return use(fd, done === 0 ? 0 : koffi.errno());
  } finally {
    closeSync(fd);
  }
}

/** Whether the descriptor is ready before the time, in milliseconds, is over. */
function waitFor(fd: number, events: number, time: number): boolean {
  const list = Buffer.alloc(8);
  list.writeInt32LE(fd, 0);
  list.writeInt16LE(events, 4);
  return sockets().poll(list, 1, Math.max(0, Math.round(time))) > 0;
}
