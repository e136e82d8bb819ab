/** Operations on files, as data: the same ones can be made on a tree and on its copy. */

import {
  appendFileSync,
  chmodSync,
  closeSync,
  ftruncateSync,
  lchownSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import fc from "fast-check";
import { nameOf } from "../../../src/runtime/index.ts";
import { makeNode, setAttribute, setTimes } from "../../../src/sandbox/atomic/system.ts";

export type Operation =
  | { readonly do: "write" | "append"; readonly at: string; readonly text: string }
  | { readonly do: "truncate"; readonly at: string; readonly size: number }
  | { readonly do: "sparse"; readonly at: string }
  | { readonly do: "chmod"; readonly at: string; readonly mode: number }
  | { readonly do: "chown"; readonly at: string; readonly id: number }
  | { readonly do: "utimes"; readonly at: string; readonly time: number }
  | { readonly do: "rename" | "link" | "symlink"; readonly at: string; readonly to: string }
  | { readonly do: "unlink" | "rmdir" | "rm" | "mkdir" | "mkfifo" | "device"; readonly at: string }
  | { readonly do: "attribute"; readonly at: string; readonly text: string };

const names = ["a", "b", "c", "d", "dir", "sub", "\udcff"] as const;
/** Few names, so that operations meet. */
const path = fc.array(fc.constantFrom(...names), { minLength: 1, maxLength: 3 }).map((all) => all.join("/"));

const one: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constantFrom("write", "append"), at: path, text: fc.string({ maxLength: 8 }) }),
  fc.record({ do: fc.constant("truncate"), at: path, size: fc.nat(20) }),
  fc.record({ do: fc.constant("sparse"), at: path }),
  fc.record({ do: fc.constant("chmod"), at: path, mode: fc.constantFrom(0o600, 0o644, 0o755, 0o4755, 0o1777, 0) }),
  fc.record({ do: fc.constant("chown"), at: path, id: fc.constantFrom(0, 1, 65_534) }),
  fc.record({ do: fc.constant("utimes"), at: path, time: fc.constantFrom(123_456_789, 1_000_000_001) }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant("rename"), at: path, to: path }) },
  fc.record({ do: fc.constantFrom("link", "symlink"), at: path, to: path }),
  fc.record({ do: fc.constantFrom("unlink", "rmdir", "rm", "mkdir", "mkfifo", "device"), at: path }),
  fc.record({ do: fc.constant("attribute"), at: path, text: fc.constantFrom("", "x", "yz") }),
);

export const operations = fc.array(one, { minLength: 1, maxLength: 25 });

const follows: ReadonlySet<Operation["do"]> = new Set(["write", "append", "truncate", "sparse"]);

/** Makes one; a refusal by the system is no matter, as long as it is the same on both sides: its code is the value. */
export function make(root: string, operation: Operation): string {
  const at = target(root, operation.at);
  const text = `${root}/${operation.at}`;
  try {
    // Opening it would wait for its other end.
    if (follows.has(operation.do) && statSync(at, { throwIfNoEntry: false })?.isFIFO() === true) return "a FIFO";
    switch (operation.do) {
      case "write":
        writeFileSync(at, operation.text);
        break;
      case "append":
        appendFileSync(at as string, operation.text);
        break;
      case "truncate":
        truncateSync(at, operation.size);
        break;
      case "sparse": {
        const fd = openSync(at, "a+");
        writeSync(fd, "begin");
        ftruncateSync(fd, 1_000_000);
        writeSync(fd, "end");
        closeSync(fd);
        break;
      }
      case "chmod":
        chmodSync(at, operation.mode);
        break;
      case "chown":
        lchownSync(at, operation.id, operation.id);
        break;
      case "utimes":
        setTimes(text, BigInt(operation.time) * 1_000_000_000n + 7n, BigInt(operation.time) * 1_000_000_000n + 13n);
        break;
      case "rename":
        renameSync(at, target(root, operation.to));
        break;
      case "link":
        linkSync(at, target(root, operation.to));
        break;
      case "symlink":
        symlinkSync(nameOf(operation.at), target(root, operation.to));
        break;
      case "unlink":
        unlinkSync(at);
        break;
      case "rmdir":
        rmdirSync(at);
        break;
      case "rm":
        rmSync(at as string, { recursive: true });
        break;
      case "mkdir":
        mkdirSync(at);
        break;
      case "mkfifo":
        makeNode(text, 0o10644, 0n);
        break;
      case "device":
        makeNode(text, 0o20644, 0x103n);
        break;
      case "attribute":
        setAttribute(text, "user.note", Buffer.from(operation.text));
    }
    return "";
  } catch (thrown) {
    return (thrown as { code?: string }).code ?? String(thrown);
  }
}

/** The one name that is no UTF-8 is bytes for Node. */
function target(root: string, to: string): string | Buffer {
  return nameOf(`${root}/${to}`);
}

/** A tree with a little of everything; hard links lead out of it, to `outside`. */
export function plant(root: string, outside: string): void {
  mkdirSync(`${root}/dir/sub/deep`, { recursive: true });
  mkdirSync(`${root}/d`);
  mkdirSync(outside);
  writeFileSync(`${root}/a`, "alpha\n");
  writeFileSync(`${root}/dir/a`, "one\n");
  writeFileSync(`${root}/dir/b`, "two\n");
  linkSync(`${root}/dir/b`, `${root}/b`);
  linkSync(`${root}/dir/b`, `${outside}/b`);
  linkSync(`${root}/dir/a`, `${root}/dir/sub/a`);
  writeFileSync(`${root}/dir/sub/c`, "three\n");
  writeFileSync(`${root}/dir/sub/deep/x`, "x".repeat(5000));
  writeFileSync(`${root}/d/a`, "", { mode: 0o600 });
  symlinkSync("a", `${root}/c`);
  makeNode(`${root}/dir/sub/fifo`, 0o10600, 0n);
  setAttribute(`${root}/a`, "user.note", Buffer.from("kept"));
  setAttribute(`${root}/dir`, "user.note", Buffer.from("kept"));
  let time = 978_307_200_123_456_789n;
  for (const name of [
    ...["dir/sub/deep/x", "dir/sub/deep", "dir/sub/fifo", "dir/sub/c", "dir/sub", "dir/a", "dir/b", "dir", "d/a", "d"],
    ...["a", "c", "."],
  ]) {
    setTimes(`${root}/${name}`, time, time);
    time += 1_000_000_001n;
  }
  setTimes(outside, time, time);
}
