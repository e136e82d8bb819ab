/** The system's calls for mounts and network namespaces (mount(2), namespaces(7), netdevice(7)); loaded at the first need. */

import { closeSync, openSync } from "node:fs";
import koffi from "koffi";
import { errnoByNumber } from "../../records/index.ts";

/** Each gives null, or the error's name. */
export interface Namespaces {
  /** `flags` are those of mountFlags, added up. */
  readonly mount: (source: string, target: string, type: string, flags: number, options: string) => string | null;
  readonly unmount: (target: string) => string | null;
  /** A network namespace of its own for this thread and what it starts; `back` returns to the one before. */
  readonly newNetwork: () => { readonly back: () => string | null } | string;
  /** Switches the loopback device on, and gives it these IPv4 addresses, too. */
  readonly loopback: (addresses: readonly string[]) => string | null;
}

export const mountFlags = { readOnly: 1, remount: 32, bind: 4096, recursive: 16_384, private: 1 << 18 } as const;

const newNetworkFlag = 0x4000_0000;
const lazily = 2;
// The numbers of ioctl(2) for network devices, from linux/sockios.h.
const [setFlags, setAddress] = [0x8914, 0x8916];
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
  const verdict = (result: number): string | null => (result === 0 ? null : lastErrno());
  return {
    mount: (source, target, type, flags, options) =>
      verdict(mount(source, target, type, flags, options === "" ? null : options)),
    unmount: (target) => verdict(umount2(target, lazily)),
    newNetwork: () => {
      const before = openSync("/proc/thread-self/ns/net", "r");
      if (unshare(newNetworkFlag) !== 0) {
        const errno = lastErrno();
        closeSync(before);
        return errno;
      }
      return {
        back: () => {
          const result = verdict(setns(before, newNetworkFlag));
          closeSync(before);
          return result;
        },
      };
    },
    loopback: (addresses) => {
      const fd = socket(internet, datagram, 0);
      if (fd < 0) return lastErrno();
      try {
        let errno = verdict(ioctl(fd, setFlags, flagsOf("lo")));
        for (const [index, address] of addresses.entries())
          errno ??= verdict(ioctl(fd, setAddress, addressOf(`lo:${index + 1}`, address)));
        return errno;
      } finally {
        closeSync(fd);
      }
    },
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

/** struct sockaddr_in: family, port, address. */
function addressOf(name: string, address: string): Buffer {
  const bytes = record(name);
  bytes.writeUInt16LE(internet, 16);
  for (const [index, part] of address.split(".").entries()) bytes.writeUInt8(Number(part), 20 + index);
  return bytes;
}

function lastErrno(): string {
  return errnoByNumber(koffi.errno())?.name ?? `errno ${koffi.errno()}`;
}
