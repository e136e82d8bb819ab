/** The C library's calls for what node:net and node:dgram lack: datagrams to a local socket, and what a peer has not acknowledged. */

import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";

interface Calls {
  socket(domain: number, type: number, protocol: number): number;
  connect(fd: number, address: Uint8Array, size: number): number;
  send(fd: number, message: Uint8Array, size: number, flags: number): number | bigint;
  close(fd: number): number;
  ioctl(fd: number, request: number, into: Int32Array): number;
  exit(status: number): void;
}

let bound: Calls | undefined;

function calls(): Calls {
  if (bound !== undefined) return bound;
  const libc = koffi.load(null);
  // koffi types its functions loosely; each declaration below is the C prototype of the method it becomes.
  const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
  bound = {
    socket: bind("int socket(int domain, int type, int protocol)"),
    connect: bind("int connect(int fd, void *address, unsigned int size)"),
    send: bind("long send(int fd, void *message, size_t size, int flags)"),
    close: bind("int close(int fd)"),
    ioctl: bind("int ioctl(int fd, unsigned long request, void *into)"),
    exit: bind("void _exit(int status)"),
  };
  return bound;
}

const AF_UNIX = 1;
const SOCK_DGRAM = 2;
const SOCK_NONBLOCK = 0o4000;
const SOCK_CLOEXEC = 0o2000000;
const MSG_DONTWAIT = 0x40;
const MSG_NOSIGNAL = 0x4000;
const SIOCOUTQ = 0x5411;

/** A connected datagram socket's descriptor; the name of the error number where that fails. */
export function openDatagram(path: string): number | string {
  const { socket, connect, close } = calls();
  const fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return lastError();
  const address = Buffer.alloc(110);
  // sa_family_t is in the machine's byte order.
  new Uint16Array(address.buffer, address.byteOffset, 1)[0] = AF_UNIX;
  address.write(path, 2);
  if (connect(fd, address, address.length) === 0) return fd;
  const code = lastError();
  close(fd);
  return code;
}

/** Sends one datagram without waiting: undefined, or the name of the error number. */
export function sendDatagram(fd: number, message: Buffer): string | undefined {
  return Number(calls().send(fd, message, message.length, MSG_DONTWAIT | MSG_NOSIGNAL)) < 0 ? lastError() : undefined;
}

export function closeDatagram(fd: number): void {
  calls().close(fd);
}

const count = new Int32Array(1);

/** How many bytes of a stream socket the peer has not acknowledged; undefined where that is not known. */
export function unacknowledged(fd: number): number | undefined {
  try {
    return calls().ioctl(fd, SIOCOUTQ, count) === 0 ? count[0] : undefined;
  } catch {
    // No koffi, no call: the time that passed has to do.
    return undefined;
  }
}

/** Ends this process at once; Node would wait for name lookups that nobody needs any more. */
export function exitNow(status: number): void {
  calls().exit(status);
}

function lastError(): string {
  const number = koffi.errno();
  return errnoByNumber(number)?.name ?? `error ${number}`;
}
