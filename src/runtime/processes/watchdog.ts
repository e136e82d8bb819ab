/**
 * A small shell that sleeps on a pipe which only the engine holds: when the engine dies without a word, it ends what
 * the commands that were running then have started (architecture: who ends what).
 */

import { closeSync, openSync, writeSync } from "node:fs";
import type { Children } from "./children.ts";
import { errnoName } from "./errno.ts";
import { cString, packStrings } from "./memory.ts";
import type { Native } from "./native.ts";
import { createPipe } from "./pipe.ts";
import type { Spawner } from "./spawn.ts";

// A token, a process number (none before the command has started) and a newline; an empty slot is blank.
const slotSize = 64;
// Commands at once that are written down without a system call; there may be more.
const mappedSlots = 256;
const MFD_CLOEXEC = 1;

/*
 * Descriptor 3: the pipe; a line on it is the goodbye. Descriptor 4: the commands that run, a token and a process number each.
 * What belongs to them carries a token, is such a process, or descends from one (a cleared environment has no token).
 * TERM at once, KILL from the sixth turn on, so that after half a second nothing is asked any more.
 * A command that was just being started shows its token a moment later: nobody left counts from the third turn on.
 * grep's status is of no use: it says 2 where one process of many may not be looked at.
 */
const script = `
read -r word <&3 && exit 0
patterns=
known=" "
while read -r token pid; do
  [ -n "$token" ] || continue
  patterns="$patterns -e $token"
  [ -r /proc/\${pid:-none}/stat ] && known="$known$pid "
done <&4
[ -n "$patterns" ] || exit 0
told=" "
turn=0
while [ $turn -lt 100 ]; do
  for file in $(grep -lF $patterns /proc/[0-9]*/environ 2>/dev/null); do
    pid=\${file#/proc/}
    pid=\${pid%/environ}
    case $known in *" $pid "*) ;; *) known="$known$pid " ;; esac
  done
  found=
  for file in /proc/[0-9]*/stat; do
    read -r line <$file || continue
    pid=\${line%% *}
    set -- \${line##*) }
    case $1 in Z|X) continue ;; esac
    case $known in
      *" $pid "*) found="$found $pid" ;;
      *" $2 "*) known="$known$pid " found="$found $pid" ;;
    esac
  done 2>/dev/null
  [ -n "$found" ] || [ $turn -lt 2 ] || exit 0
  for pid in $found; do
    if [ $turn -gt 5 ]; then kill -KILL $pid 2>/dev/null
    else
      case $told in *" $pid "*) ;; *) kill -TERM $pid 2>/dev/null; kill -CONT $pid 2>/dev/null; told="$told$pid " ;; esac
    fi
  done
  sleep 0.1 2>/dev/null || sleep 1
  turn=$((turn + 1))
done
`;

export class Watchdog {
  readonly #table: number;
  readonly #mapped: Uint8Array | null;
  readonly #goodbye: number;
  readonly #slots: (number | undefined)[] = [];
  readonly #line = Buffer.alloc(slotSize);

  private constructor(table: number, mapped: Uint8Array | null, goodbye: number) {
    this.#table = table;
    this.#mapped = mapped;
    this.#goodbye = goodbye;
  }

  /** Starts one; null where the system has no room for it: then nothing watches, and commands still run. */
  static start(native: Native, spawner: Spawner, children: Children): Watchdog | null {
    const pipe = createPipe(native);
    if (typeof pipe === "string") return null;
    const [readEnd, writeEnd] = pipe;
    const table = native.memfdCreate(cString("dscript-commands"), MFD_CLOEXEC);
    const nothing = table < 0 ? -1 : openNothing();
    const environment = packStrings(native, [
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "LC_ALL=C",
    ]);
    const argv = packStrings(native, ["sh", "-c", script, "dscript-watchdog"]);
    const pid =
      nothing < 0
        ? -1
        : spawner.spawn({
            program: cString("/bin/sh"),
            argv: argv.memory,
            environment: environment.memory,
            descriptors: [nothing, nothing, nothing, readEnd, table],
            directory: "/",
            umask: 0o077,
            group: "session",
          });
    closeSync(readEnd);
    if (nothing >= 0) closeSync(nothing);
    if (pid <= 0) {
      closeSync(writeEnd);
      if (table >= 0) closeSync(table);
      return null;
    }
    children.watch(pid, false, () => {});
    return new Watchdog(table, mapTable(native, table), writeEnd);
  }

  /** A command starts or runs: what carries its token is ended should the engine die now. */
  add(number: number, token: string): void {
    let slot = this.#slots.indexOf(number);
    if (slot === -1) slot = this.#slots.indexOf(undefined);
    if (slot === -1) slot = this.#slots.length;
    this.#slots[slot] = number;
    this.#write(slot, token);
  }

  /** A command has ended: what it left is its daemon. */
  remove(number: number): void {
    const slot = this.#slots.indexOf(number);
    if (slot === -1) return;
    this.#slots[slot] = undefined;
    this.#write(slot, "");
  }

  /** The engine ends well. */
  close(): void {
    try {
      writeSync(this.#goodbye, "end\n");
    } catch (thrown) {
      // EPIPE: somebody ended the watchdog.
      if ((thrown as NodeJS.ErrnoException).code !== errnoName(32)) throw thrown;
    }
    closeSync(this.#goodbye);
    closeSync(this.#table);
  }

  #write(slot: number, text: string): void {
    this.#line.fill(0x20);
    this.#line.write(text, "latin1");
    this.#line[slotSize - 1] = 0x0a;
    if (this.#mapped !== null && slot < mappedSlots) this.#mapped.set(this.#line, slot * slotSize);
    else writeSync(this.#table, this.#line, 0, slotSize, slot * slotSize);
  }
}

function mapTable(native: Native, table: number): Uint8Array | null {
  const size = mappedSlots * slotSize;
  writeSync(table, Buffer.alloc(size, "\n"), 0, size, 0);
  return native.share(table, size);
}

function openNothing(): number {
  try {
    return openSync("/dev/null", "r+");
  } catch {
    return -1;
  }
}
