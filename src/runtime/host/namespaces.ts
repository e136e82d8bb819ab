/** The system's calls for mounts, mount namespaces and network namespaces (mount(2), namespaces(7), netdevice(7)); loaded at the first need. */

import { closeSync, openSync } from "node:fs";
import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";

/** Each gives null, or the error's name. */
export interface Namespaces {
  /** `flags` are those of mountFlags, added up. */
  readonly mount: (source: string, target: string, type: string, flags: number, options: string) => string | null;
  readonly unmount: (target: string) => string | null;
  /** A network namespace of its own for this thread and what it starts. */
  readonly newNetwork: () => string | null;
  /** An open file that stands for this thread's network namespace. */
  readonly currentNetwork: () => number;
  readonly enterNetwork: (fd: number) => string | null;
  /** Switches the loopback device on. */
  readonly loopback: () => string | null;
  /** Gives this thread a working directory and a umask of its own: without that, it can enter no other mount namespace. */
  readonly ownDirectory: () => string | null;
  /** A mount namespace of its own for this thread: a copy, which is told of the host's mounts, and tells of none. */
  readonly newMounts: () => string | null;
  /** An open file that stands for this thread's mount namespace. */
  readonly currentMounts: () => number;
  /** The working directory is the namespace's `/` then. */
  readonly enterMounts: (fd: number) => string | null;
  /** Makes a mounted folder the `/` of this thread's mount namespace; what was that is gone from it. */
  readonly pivot: (folder: string) => string | null;
  /** Takes an open folder as this thread's working directory. */
  readonly changeDirectory: (fd: number) => string | null;
}

const newNetworkFlag = 0x4000_0000;
const newMountsFlag = 0x0002_0000;
const ownDirectoryFlag = 0x0000_0200;
const slaves = 16_384 | (1 << 19);
const lazily = 2;
// SIOCSIFFLAGS of linux/sockios.h.
const setFlags = 0x8914;
const [internet, datagram] = [2, 2];
const [up, running] = [1, 64];

export function namespaces(): Namespaces {
  const libc = koffi.load(null);
  // koffi types its functions loosely; each declaration below is the C prototype of what it becomes.
  const bind = <T>(prototype: string): T => libc.func(prototype) as unknown as T;
  type Mount = (source: string, target: string, type: string, flags: number, options: string | null) => number;
  const mount = bind<Mount>(
    "int mount(const char *source, const char *target, const char *type, unsigned long flags, const char *options)",
  );
  const umount2 = bind<(target: string, flags: number) => number>("int umount2(const char *target, int flags)");
  const unshare = bind<(flags: number) => number>("int unshare(int flags)");
  const setns = bind<(fd: number, type: number) => number>("int setns(int fd, int type)");
  const socket = bind<(family: number, type: number, protocol: number) => number>(
    "int socket(int family, int type, int protocol)",
  );
  const ioctl = bind<(fd: number, request: number, record: Buffer) => number>(
    "int ioctl(int fd, unsigned long request, void *record)",
  );
  const fchdir = bind<(fd: number) => number>("int fchdir(int fd)");
  // glibc and musl have it without a header (pivot_root(2)).
  const pivotRoot = bind<(root: string, old: string) => number>("int pivot_root(const char *root, const char *old)");
  const chdir = bind<(folder: string) => number>("int chdir(const char *folder)");
  const verdict = (result: number): string | null => (result === 0 ? null : lastErrno());
  return {
    mount: (source, target, type, flags, options) =>
      verdict(mount(source, target, type, flags, options === "" ? null : options)),
    unmount: (target) => verdict(umount2(target, lazily)),
    newNetwork: () => verdict(unshare(newNetworkFlag)),
    currentNetwork: () => openSync("/proc/thread-self/ns/net", "r"),
    enterNetwork: (fd) => verdict(setns(fd, newNetworkFlag)),
    loopback: () => {
      const fd = socket(internet, datagram, 0);
      if (fd < 0) return lastErrno();
      try {
        return verdict(ioctl(fd, setFlags, flagsOf("lo")));
      } finally {
        closeSync(fd);
      }
    },
    ownDirectory: () => verdict(unshare(ownDirectoryFlag)),
    newMounts: () => verdict(unshare(newMountsFlag)) ?? verdict(mount("none", "/", "", slaves, null)),
    currentMounts: () => openSync("/proc/thread-self/ns/mnt", "r"),
    enterMounts: (fd) => verdict(setns(fd, newMountsFlag)),
    pivot: (folder) => {
      const directory = verdict(chdir(folder)) ?? verdict(pivotRoot(".", "."));
      // The old one lies over the new one then.
      return directory ?? verdict(umount2(".", lazily)) ?? verdict(chdir("/"));
    },
    changeDirectory: (fd) => verdict(fchdir(fd)),
  };
}

/** struct ifreq (netdevice(7)): a name of 16 bytes, then what the call is about. */
function record(name: string): Buffer {
  const bytes = Buffer.allocUnsafeSlow(128).fill(0);
  bytes.write(name, 0, 15, "latin1");
  return bytes;
}

function flagsOf(name: string): Buffer {
  const bytes = record(name);
  bytes.writeInt16LE(up | running, 16);
  return bytes;
}

function lastErrno(): string {
  return errnoByNumber(koffi.errno())?.name ?? `errno ${koffi.errno()}`;
}
