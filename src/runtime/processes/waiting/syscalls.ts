/** The system calls in which a program waits, by their numbers (arch/x86/entry/syscalls/syscall_64.tbl, include/uapi/asm-generic/unistd.h). */

export type Call =
  | "read"
  | "write"
  | "connect"
  | "poll"
  | "select"
  | "epoll"
  | "sleep"
  | "child"
  | "flock"
  | "fcntl"
  | "futex"
  | "semaphore"
  | "open"
  | "openat"
  | "path"
  | "pathat"
  | "other";

const x64: Readonly<Record<number, Call>> = {
  0: "read",
  1: "write",
  2: "open",
  4: "path",
  6: "path",
  7: "poll",
  17: "read",
  18: "write",
  19: "read",
  20: "write",
  23: "select",
  34: "sleep",
  35: "sleep",
  40: "write",
  42: "connect",
  43: "read",
  44: "write",
  45: "read",
  46: "write",
  47: "read",
  56: "child",
  57: "child",
  58: "child",
  61: "child",
  65: "semaphore",
  72: "fcntl",
  73: "flock",
  74: "write",
  75: "write",
  82: "path",
  87: "path",
  128: "sleep",
  130: "child",
  202: "futex",
  217: "read",
  220: "semaphore",
  230: "sleep",
  232: "epoll",
  247: "child",
  257: "openat",
  262: "pathat",
  263: "pathat",
  270: "select",
  271: "poll",
  275: "read",
  281: "epoll",
  288: "read",
  326: "read",
  332: "pathat",
  435: "child",
  441: "epoll",
  449: "futex",
};

const arm64: Readonly<Record<number, Call>> = {
  22: "epoll",
  25: "fcntl",
  32: "flock",
  35: "pathat",
  56: "openat",
  61: "read",
  63: "read",
  64: "write",
  65: "read",
  66: "write",
  67: "read",
  68: "write",
  71: "write",
  72: "select",
  73: "poll",
  76: "read",
  79: "pathat",
  82: "write",
  83: "write",
  95: "child",
  98: "futex",
  101: "sleep",
  115: "sleep",
  133: "child",
  137: "sleep",
  192: "semaphore",
  193: "semaphore",
  202: "read",
  203: "connect",
  206: "write",
  207: "read",
  211: "write",
  212: "read",
  220: "child",
  242: "read",
  260: "child",
  285: "read",
  291: "pathat",
  435: "child",
  441: "epoll",
  449: "futex",
};

const table = process.arch === "x64" ? x64 : process.arch === "arm64" ? arm64 : {};

/** A system call that a thread is in, and its arguments. */
export interface InCall {
  readonly call: Call;
  readonly arguments: readonly number[];
}

/** `/proc/PID/syscall`: the call and its arguments; undefined where the thread runs, waits outside of a call, or may not be looked at. */
export function parseSyscall(text: string): InCall | undefined {
  const [number, ...words] = text.trim().split(" ");
  if (number === undefined || !/^\d+$/.test(number)) return undefined;
  return { call: table[Number(number)] ?? "other", arguments: words.slice(0, 6).map(Number) };
}

/** What the kernel's function in which a thread waits says, where its call is not ours to see (`/proc/PID/wchan`). */
export function callOfWchan(wchan: string): Call | undefined {
  for (const [pattern, call] of functions) if (pattern.test(wchan)) return call;
  return undefined;
}

const functions: readonly (readonly [RegExp, Call])[] = [
  [/nanosleep|sigtimedwait|^pause/, "sleep"],
  [/futex/, "futex"],
  [/flock_lock|locks_lock|posix_lock/, "flock"],
  [/pipe_read|tty_read|inotify_read|wait_woken/, "read"],
  [/pipe_write|tty_write/, "write"],
  [/ep_poll|epoll/, "epoll"],
  [/poll|select/, "poll"],
  [/do_wait|sigsuspend|vfork/, "child"],
  [/sk_wait|inet_|tcp_|unix_|skb_/, "connect"],
  [/semtimedop|semop/, "semaphore"],
  [/fifo_open|wait_for_partner/, "open"],
];
