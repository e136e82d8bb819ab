// The log of signed statements: durable appends beside the bare sync of the same disk, and proofs and searches among a million entries.
import { spawn } from "node:child_process";
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inclusionPath, writeProof } from "../../src/agreement/index.ts";
import {
  createLog,
  createWriter,
  findEntries,
  isProblem,
  makeIndex,
  openAppender,
  openLog,
  readKeyFile,
} from "../../src/ledger/index.ts";
import { manyEntries, signedHold } from "../log-entries.ts";

export const title = "A log of signed statements";
const million = 1_000_000;
const lone = 500;
const writers = 8;
const program = fileURLToPath(new URL("writer.ts", import.meta.url));

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly aim?: string;
  readonly isMet?: boolean;
}

export async function logTable(onRun: (text: string) => void): Promise<{ text: string; missed: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), "dscript-bench-log-"));
  try {
    onRun("log: appends");
    const rows = [...(await appendRows(folder)), ...(await millionRows(folder, onRun))];
    const missed = rows.filter(({ isMet }) => isMet === false).map(({ what }) => what);
    const lines = rows.map(
      ({ what, figure, aim, isMet }) =>
        `| ${what} | ${figure} | ${aim === undefined ? "" : `${aim} (${isMet ? "met" : "missed"})`} |`,
    );
    const load = loadavg()
      .map((each) => each.toFixed(1))
      .join(", ");
    const text = [
      `## ${title}`,
      "",
      `Each append is on disk, with its signed checkpoint, before it counts; the bare syncs are of the same file system, in the same run (an entry with its checkpoint has about 900 bytes).`,
      `The load of the machine at the end of it: ${load}.`,
      "",
      "| what | figure | aim |",
      "|---|--:|---|",
      ...lines,
      "",
    ];
    return { text: text.join("\n"), missed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function appendRows(folder: string): Promise<readonly Row[]> {
  const log = join(folder, "log");
  must(createLog(log, { origin: "bench" }));
  const key = must(readKeyFile(join(log, "key.pem"), undefined));
  const writer = createWriter(log, key);
  let number = 0;
  const next = (): Uint8Array => new Uint8Array(Buffer.from(signedHold(`number ${number++}`)));
  const append = async (entry: Uint8Array): Promise<void> => void must(await writer.append(entry));
  for (let at = 0; at < 20; at += 1) await append(next());
  const entries = Array.from({ length: 2 * lone }, next);
  const grown = bare(join(folder, "bare"), (at) => at * 900);
  const overwritten = bare(join(folder, "bare"), (at) => at * 900);
  const alone = await timed(async () => {
    for (const entry of entries.slice(0, lone)) await append(entry);
  });
  const among = entries.slice(lone);
  const together = await timed(() =>
    Promise.all(
      Array.from({ length: writers }, async () => {
        for (let entry = among.pop(); entry !== undefined; entry = among.pop()) await append(entry);
      }),
    ),
  );
  const batch = Array.from({ length: 5000 }, next);
  const many = await timed(() => Promise.all(batch.map(append)));
  const processes = await ofProcesses(log);
  writer.close();
  const aim = (rate: number) => ({ aim: "≥ 500/s", isMet: rate >= 500 });
  const [a, b] = [(1000 * lone) / alone, (1000 * lone) / together];
  return [
    { what: "bare `write` and `fdatasync`, the file grows", figure: `${((1000 * lone) / grown).toFixed(0)}/s` },
    { what: "the same, written over", figure: `${((1000 * lone) / overwritten).toFixed(0)}/s` },
    { what: "appends, each after the other", figure: `${a.toFixed(0)}/s`, ...aim(a) },
    { what: `appends of ${writers} writers in one process`, figure: `${b.toFixed(0)}/s`, ...aim(b) },
    {
      what: `appends of ${writers} processes with ${writers} writers each`,
      figure: `${processes.toFixed(0)}/s`,
      ...aim(processes),
    },
    { what: "appends, 5,000 at once", figure: `${((1000 * batch.length) / many).toFixed(0)}/s` },
  ];
}

function bare(path: string, placeOf: (at: number) => number): number {
  const fd = openSync(path, "a+");
  closeSync(fd);
  const file = openSync(path, "r+");
  const bytes = Buffer.alloc(900, 65);
  const start = performance.now();
  for (let at = 0; at < lone; at += 1) {
    writeSync(file, bytes, 0, bytes.length, placeOf(at));
    fdatasyncSync(file);
  }
  closeSync(file);
  return performance.now() - start;
}

/** Entries a second of all of them together, from their common start to the end of the last one. */
async function ofProcesses(log: string): Promise<number> {
  const children = Array.from({ length: writers }, () =>
    spawn(process.execPath, ["--import", "tsx", program, log, String(writers)], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    }),
  );
  const heard = () =>
    Promise.all(
      children.map((child) => new Promise<number>((settle) => child.once("message", (count) => settle(Number(count))))),
    );
  await heard();
  const done = heard();
  const start = performance.now();
  for (const child of children) child.send("go");
  const counts = await done;
  return (1000 * counts.reduce((sum, count) => sum + count, 0)) / (performance.now() - start);
}

async function millionRows(folder: string, onRun: (text: string) => void): Promise<readonly Row[]> {
  onRun("log: a million entries");
  const log = join(folder, "million");
  must(createLog(log, { origin: "bench" }));
  const appender = openAppender(log, must(readKeyFile(join(log, "key.pem"), undefined)));
  let batch: Uint8Array[] = [];
  for (const entry of manyEntries(million)) {
    batch.push(entry);
    if (batch.length < 5000) continue;
    must(await appender.append(() => batch));
    batch = [];
  }
  appender.close();
  onRun("log: proofs and searches");
  const times: number[] = [];
  for (let at = 0; at < 200; at += 1) times.push(await timed(async () => prove(log, (at * 4_999_999) % million)));
  const first = times[0] ?? Number.NaN;
  const sorted = times.toSorted((one, other) => one - other);
  const [median, most] = [sorted[100] ?? Number.NaN, sorted.at(-1) ?? Number.NaN];
  const index = await timed(async () => void must(await makeIndex(log)));
  const search = await timed(
    async () => void must(await findEntries(log, { kind: "hold", who: "person50", most: 20 })),
  );
  const most5 = { aim: "≤ 5 ms", isMet: median <= 5 };
  return [
    {
      what: "a proof among 1,000,000 entries, with opening the log: median of 200",
      figure: `${median.toFixed(2)} ms`,
      ...most5,
    },
    { what: "the first one, and the slowest", figure: `${first.toFixed(2)} and ${most.toFixed(2)} ms` },
    {
      what: "the index of 1,000,000 entries, made anew",
      figure: `${(index / 1000).toFixed(1)} s`,
      aim: "≤ 60 s",
      isMet: index <= 60_000,
    },
    { what: "the newest 20 of one person and kind among them", figure: `${search.toFixed(1)} ms` },
  ];
}

function prove(folder: string, index: number): void {
  const log = must(openLog(folder));
  const entry = must(log.entry(index));
  writeProof({ entry, index, path: inclusionPath(index, log.tree), checkpoint: log.note });
  log.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function must<T>(value: T): Exclude<T, { readonly code: string; readonly help: string }> {
  if (isProblem(value)) throw new Error(value.message);
  return value as Exclude<T, { readonly code: string; readonly help: string }>;
}
