/** The C library's calls that start and end commands; loaded at the first command only, because koffi takes milliseconds. */

import { closeSync, constants, openSync } from "node:fs";
import koffi from "koffi";

/** Memory that a call reads or fills: a Buffer outside of V8's heap, an address, or null. */
export type Memory = Uint8Array | Int32Array | bigint | null;

/** Each returns what the C function returns; `errno()` tells why the last one failed. */
export interface Native {
  errno(): number;
  /** The error number is the result, not errno. */
  spawn(pid: Memory, path: Memory, actions: Memory, attributes: Memory, argv: Memory, envp: Memory): number;
  actionsInit(actions: Memory): number;
  actionsDestroy(actions: Memory): number;
  actionsDup2(actions: Memory, from: number, to: number): number;
  actionsClose(actions: Memory, fd: number): number;
  actionsChdir(actions: Memory, path: Memory): number;
  attributesInit(attributes: Memory): number;
  attributesFlags(attributes: Memory, flags: number): number;
  attributesDefault(attributes: Memory, signals: Memory): number;
  attributesMask(attributes: Memory, signals: Memory): number;
  attributesGroup(attributes: Memory, group: number): number;
  wait4(pid: number, status: Memory, options: number, usage: Memory): number;
  pipe2(fds: Memory, flags: number): number;
  read(fd: number, into: Memory, size: number): number;
  write(fd: number, from: Memory, size: number): number;
  open(path: Memory, flags: number): number;
  close(fd: number): number;
  poll(fds: Memory, count: number, timeout: number): number;
  kill(pid: number, signal: number): number;
  /** Ignores a signal, for this process and what it starts. */
  ignore(signal: number): void;
  fcntl(fd: number, command: number, argument: number): number;
  ioctl(fd: number, request: number, into: Memory): number;
  splice(from: number, fromAt: null, to: number, toAt: null, size: number, flags: number): number;
  memfdCreate(name: Memory, flags: number): number;
  getsid(pid: number): number;
  /** Whether a file has an extended attribute. */
  hasAttribute(path: string | Buffer, name: string): boolean;
  /** Lowers the number of descriptors that this process and what it starts may have. */
  limitDescriptors(most: number): void;
  isatty(fd: number): number;
  /** Whether this process has a terminal that governs it, whatever its descriptors are. */
  hasTerminal(): boolean;
  /** Shared memory over a file's beginning; null where that cannot be. */
  share(fd: number, size: number): Uint8Array | null;
  /** The address of memory: valid while its owner lives. */
  address(memory: Memory): number | bigint;
}

/** Binds the calls. Throws where koffi has no library for this platform, or the C library lacks a call. */
export function loadNative(): Native {
  const libc = koffi.load(null);
  // koffi types its functions loosely; each declaration below is the C prototype of the method it becomes.
  const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
  const move = bind<(to: Memory, from: Memory, size: number) => number | bigint>(
    "uintptr_t memmove(void *to, void *from, size_t size)",
  );
  const mmap = bind<(at: null, size: number, way: number, flags: number, fd: number, from: number) => bigint | null>(
    "void *mmap(void *at, size_t size, int way, int flags, int fd, long from)",
  );
  const prlimit = bind<(pid: number, resource: number, next: Memory, old: Memory) => number>(
    "int prlimit(int pid, int resource, void *next, void *old)",
  );
  const setHandler = bind<(signal: number, handler: bigint) => bigint>(
    "uintptr_t signal(int signal, uintptr_t handler)",
  );
  const getxattr = bind<(path: Memory, name: Memory, value: null, size: number) => number>(
    "long getxattr(void *path, void *name, void *value, size_t size)",
  );
  const actions = "posix_spawn_file_actions_";
  const attributes = "posix_spawnattr_";
  let terminal: boolean | undefined;
  return {
    errno: () => koffi.errno(),
    spawn: bind("int posix_spawn(void *pid, void *path, void *actions, void *attributes, void *argv, void *envp)"),
    actionsInit: bind(`int ${actions}init(void *actions)`),
    actionsDestroy: bind(`int ${actions}destroy(void *actions)`),
    actionsDup2: bind(`int ${actions}adddup2(void *actions, int from, int to)`),
    actionsClose: bind(`int ${actions}addclose(void *actions, int fd)`),
    actionsChdir: bind(`int ${actions}addchdir_np(void *actions, void *path)`),
    attributesInit: bind(`int ${attributes}init(void *attributes)`),
    attributesFlags: bind(`int ${attributes}setflags(void *attributes, short flags)`),
    attributesDefault: bind(`int ${attributes}setsigdefault(void *attributes, void *signals)`),
    attributesMask: bind(`int ${attributes}setsigmask(void *attributes, void *signals)`),
    attributesGroup: bind(`int ${attributes}setpgroup(void *attributes, int group)`),
    wait4: bind("int wait4(int pid, void *status, int options, void *usage)"),
    pipe2: bind("int pipe2(void *fds, int flags)"),
    read: bind("long read(int fd, void *into, size_t size)"),
    write: bind("long write(int fd, void *from, size_t size)"),
    open: bind("int open(void *path, int flags)"),
    close: bind("int close(int fd)"),
    poll: bind("int poll(void *fds, unsigned long count, int timeout)"),
    kill: bind("int kill(int pid, int signal)"),
    ignore: (signal) => void setHandler(signal, 1n),
    fcntl: bind("int fcntl(int fd, int command, long argument)"),
    ioctl: bind("int ioctl(int fd, unsigned long request, void *into)"),
    splice: bind("long splice(int from, void *fromAt, int to, void *toAt, size_t size, unsigned int flags)"),
    memfdCreate: bind("int memfd_create(void *name, unsigned int flags)"),
    getsid: bind("int getsid(int pid)"),
    hasAttribute: (path, name) => getxattr(cBytes(path), cBytes(name), null, 0) >= 0,
    limitDescriptors(most) {
      const [RLIMIT_NOFILE, own] = [7, 0];
      const limits = new BigUint64Array(new ArrayBuffer(256));
      const memory = new Uint8Array(limits.buffer);
      if (prlimit(own, RLIMIT_NOFILE, null, memory) !== 0 || (limits[0] ?? 0n) <= BigInt(most)) return;
      limits[0] = BigInt(most);
      prlimit(own, RLIMIT_NOFILE, memory, null);
    },
    isatty: bind("int isatty(int fd)"),
    hasTerminal() {
      terminal ??= opens("/dev/tty");
      return terminal;
    },
    share(fd, size) {
      const [readWrite, shared, failed] = [3, 1, 2n ** 64n - 1n];
      const at = mmap(null, size, readWrite, shared, fd, 0);
      return at === null || at === failed ? null : new Uint8Array(koffi.view(at, size));
    },
    address: (memory) => move(memory, memory, 0),
  };
}

function cBytes(text: string | Buffer): Buffer {
  return Buffer.concat([typeof text === "string" ? Buffer.from(text) : text, Buffer.alloc(128)]);
}

function opens(path: string): boolean {
  try {
    closeSync(openSync(path, constants.O_RDWR | constants.O_NOCTTY));
    return true;
  } catch {
    return false;
  }
}
