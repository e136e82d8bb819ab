/** One look at how this host is doing. What it does not tell (a hidden /proc, an old kernel, a container) is absent, never 0. */

/** Microseconds since the boot in which some, or all, of the work stood still for want of a resource (PSI, Linux 4.20). */
export interface Stalls {
  readonly some: number;
  readonly full: number;
}

/** Packets and what went wrong with them, since the boot. */
export interface InterfaceCounts {
  readonly packets: number;
  /** Errors and drops, of both directions. */
  readonly troubles: number;
}

/** A file system in use, by its mount. Numbers are absent where it does not count (a file server is not asked, it may never answer). */
export interface MountState {
  readonly path: string;
  readonly readOnly: boolean;
  /** It could be written to at some time of this run, whoever used it. */
  readonly wasWritable: boolean;
  /** Bytes that the user may still write, and all bytes. */
  readonly free?: number;
  readonly size?: number;
  readonly freeInodes?: number;
  readonly inodes?: number;
}

/** How much of something is in use, and the most that there may be. */
export interface Fill {
  readonly used: number;
  readonly most: number;
}

export interface Sample {
  /** When it was taken: milliseconds on a clock that never jumps. */
  readonly at: number;
  /** Milliseconds by which it came later than it was due. */
  readonly late: number;
  /** Milliseconds of processor time that the engine itself used so far. */
  readonly own: number;
  /** Milliseconds by which the time of day is ahead of the clock that never jumps. */
  readonly timeOfDay: number;
  /** Milliseconds since the boot, time asleep counted; absent where it is not told. */
  readonly sinceBoot?: number;
  /** Ticks of all processors since the boot: those with work, and all. */
  readonly busy?: number;
  readonly ticks?: number;
  readonly processors: number;
  /** Processes that want to run, the mean of the last minute. */
  readonly load?: number;
  /** Threads that run or want to, now. */
  readonly runnable?: number;
  /** Threads of this host, and the most that it can have. */
  readonly processes?: Fill;
  /** Open files of this host. */
  readonly descriptors?: Fill;
  /** Bytes of this host's memory that are not available. */
  readonly memory?: Fill;
  /** Pages read from and written to swap since the boot. */
  readonly swapped?: number;
  /** Processes that the kernel killed for want of memory, since the boot. */
  readonly oomKills?: number;
  readonly stalls: { readonly cpu?: Stalls; readonly memory?: Stalls; readonly io?: Stalls };
  /** Of the control group (version 2) that the engine runs in, where that has limits. */
  readonly group: { readonly memory?: Fill; readonly processes?: Fill };
  readonly interfaces: ReadonlyMap<string, InterfaceCounts>;
  readonly mounts: readonly MountState[];
}
