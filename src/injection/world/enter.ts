/** The process that makes a world, runs the script in it, and tells what became of it; in namespaces it is their first one. */

import {
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { openInjecting, type Slot, type StartChild } from "../../engine/index.ts";
import { arrivedFile, injectionVariable, openNamespaces, strikesFile } from "../../runtime/index.ts";
import { makeRoot, outPath, WorldTrouble, within } from "../../sandbox/index.ts";
import { unsteady } from "./checks.ts";
import { keepPrograms, takePrograms } from "./compiled.ts";
import { placeInWorld, spoil } from "./contents.ts";
import { copyFolder } from "./copies.ts";
import { layCover } from "./covers.ts";
import { digestOf } from "./digest.ts";
import { edited } from "./edit.ts";
import { startLoad } from "./load.ts";
import { changeNetwork, connectPeers } from "./network.ts";
import { linkPrograms, removePrograms } from "./programs.ts";
import { type EnterRequest, type EnterResult, enterVariable, parts } from "./request.ts";
import { noteShown, openStrikes } from "./strikes.ts";
import { limitNumbers, volunteer, type Watch, watchLimits } from "./watch.ts";
import { ownEnvironment, runWords, type Stand } from "./words.ts";

/** The request of this process, where it is one that makes a world; reads it once. */
export function enterRequest(): EnterRequest | undefined {
  const file = process.env[enterVariable];
  delete process.env[enterVariable];
  // A campaign of this very version wrote it.
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as EnterRequest);
}

/** Does what is asked; the result lies in the run's folder then. */
export async function enter(request: EnterRequest): Promise<void> {
  const { beside } = await openInjecting();
  const none = { status: 0, changed: [], notes: [], milliseconds: 0 };
  let result: EnterResult = { ...none, trouble: "it was ended" };
  const signal = await beside(1, async (slot) => {
    try {
      result = await runIn(request, slot);
    } catch (thrown) {
      if (!(thrown instanceof WorldTrouble)) throw thrown;
      result = { ...none, trouble: thrown.message };
    }
    writeFileSync(join(request.folder, parts.result), JSON.stringify(result));
    // Load and peers would keep this process: the world ends with it.
    process.exit(0);
  });
  if (signal !== undefined) process.exit(1);
}

/** A world that is made, from outside: paths of the script's world as the host has them. */
interface Made {
  readonly stand: Stand;
  readonly out: string;
  readonly place: (path: string) => string;
  readonly notes: readonly string[];
  /** Has the faults of files come. */
  readonly spoilFiles: () => void;
  /** Has those of the network come; the value has them go. */
  readonly spoilNetwork: (start: StartChild) => Promise<() => void>;
  readonly watch: (extra: number) => Watch;
}

const noWatch: Watch = { over: () => undefined, end: () => undefined };

async function makeWorld(request: EnterRequest): Promise<Made> {
  const { folder, world, limits, directory, isIsolated, caller } = request;
  if (!isIsolated) {
    const copy = copyFolder(folder, directory, limits.disk);
    const stand = { root: null, directory: copy.directory, out: copy.out };
    return {
      stand,
      out: copy.out,
      place: copy.place,
      notes: [],
      spoilFiles: () => {},
      spoilNetwork: async () => () => {},
      watch: () => noWatch,
    };
  }
  const calls = await openNamespaces();
  const scratch = join(folder, "world");
  mkdirSync(scratch);
  const isLocked = caller !== null;
  const folders = request.isProbe ? [] : [directory, dirname(request.script), ...request.unchanged];
  const adopting = { folders, most: limits.disk / 4 };
  const root = makeRoot({ scratch, disk: limits.disk, isLocked, adopting, calls });
  limitNumbers(limits.processes);
  volunteer();
  return {
    stand: { root, directory, out: outPath },
    out: root.out,
    place: (path) => within(root.path, path),
    notes: root.notes,
    spoilFiles: () => {
      for (const contents of world.contents) {
        const path = placeInWorld(root.path, directory, contents.path);
        spoil(path, contents, limits.disk);
      }
      for (const cover of world.covers) layCover(calls, root, scratch, cover, isLocked);
    },
    spoilNetwork: (start) => changeNetwork(calls, root, world, start),
    watch: (extra) => watchLimits(join(root.path, "proc"), { ...limits, memory: limits.memory + extra }),
  };
}

async function runIn(request: EnterRequest, { start }: Slot): Promise<EnterResult> {
  const { world, timeout, limits, folder } = request;
  const made = await makeWorld(request);
  if (request.isProbe) return probe(request, start);
  const { stand, out, place } = made;
  for (const name of ["home", "state"]) mkdirSync(join(out, name), { recursive: true });
  for (const name of [".", "home", "state"]) chmodSync(join(out, name), 0o1777);
  takePrograms(request, out);
  const environment = [...ownEnvironment(stand.out), ...request.environment];
  const checks = { request, stand, out, start, environment };
  const unsteadyBefore = await unsteady(request.before, checks);
  const digests = request.unchanged.map((path) => digestOf(place(path)));
  const path = process.env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin";
  const isArriving = world.arrival !== null;
  // Only root removes programs themselves, in its own world; others get a PATH of links.
  const needsLinks = world.hidden.length > 0 && (stand.root === null || request.caller !== null);
  const links = needsLinks ? linkPrograms(path, join(out, "path"), join(stand.out, "path")) : undefined;
  const hide = (): void => {
    if (links === undefined) removePrograms(world.hidden, path, place);
    else links.remove(world.hidden);
  };
  if (!isArriving) hide();
  const rules = join(out, "rules.json");
  writeFileSync(rules, JSON.stringify(world.rules), { mode: 0o644 });
  openStrikes(rules);
  if (!isArriving) made.spoilFiles();
  const stopArrival = isArriving
    ? onArrival(rules, () => {
        made.spoilFiles();
        hide();
      })
    : () => undefined;
  const back = await made.spoilNetwork(start);
  const extra = startLoad(world.load, start, timeout + aside);
  const watch = made.watch(extra);
  const given = edited({ arguments: request.arguments, environment, unset: [] }, world.inputs);
  const script = stand.root === null ? place(request.script) : request.script;
  const began = performance.now();
  const status = await start({
    argv: runWords(request, stand, script, given, links?.path),
    environment: [...given.environment, [injectionVariable, join(stand.out, "rules.json")]],
    output: join(out, parts.output),
    error: join(out, parts.output),
    limit: timeout,
  });
  const milliseconds = performance.now() - began;
  watch.end();
  stopArrival();
  back();
  const isLate = milliseconds >= timeout;
  const over = watch.over() ?? (isLate ? "time" : undefined);
  const unsteadyAfter = over === undefined ? await unsteady(request.after, checks) : undefined;
  const changed = request.unchanged.filter((each, index) => digestOf(place(each)) !== digests[index]);
  keepPrograms(request, out);
  noteShown(rules, world.rules);
  for (const [from, to, most] of [
    [join(out, parts.records), parts.records, mostRecords],
    [join(out, parts.output), parts.output, mostOutput],
    [strikesFile(rules), parts.strikes, mostOutput],
  ] as const)
    keep(from, join(folder, to), Math.min(most, limits.disk));
  return {
    status,
    changed,
    notes: made.notes,
    milliseconds,
    ...(over === undefined ? {} : { over }),
    ...(unsteadyBefore === undefined ? {} : { unsteadyBefore }),
    ...(unsteadyAfter === undefined ? {} : { unsteadyAfter }),
  };
}

// How often it is looked whether the script has got to the line, in milliseconds.
const often = 2;

/** Changes the world when a rule of the script's run waits for it; the value gives up. */
function onArrival(rules: string, change: () => void): () => void {
  const timer = setInterval(() => {
    if (lstatSync(strikesFile(rules)).size === 0) return;
    clearInterval(timer);
    change();
    writeFileSync(arrivedFile(rules), "", { flag: "wx" });
  }, often);
  return () => clearInterval(timer);
}

/** The world could be made: why it has no network of its own, and none with other hosts, is told, too. */
async function probe({ isIsolated }: EnterRequest, start: StartChild): Promise<EnterResult> {
  const none = { status: 0, changed: [], milliseconds: 0 };
  if (!isIsolated) return { ...none, notes: [] };
  const calls = await openNamespaces();
  const errno = calls.newNetwork() ?? calls.loopback();
  if (errno !== null) return { ...none, notes: [`no network of its own: ${errno}`, ""] };
  try {
    await connectPeers(calls, [], start);
    return { ...none, notes: ["", ""] };
  } catch (thrown) {
    if (!(thrown instanceof WorldTrouble)) throw thrown;
    return { ...none, notes: ["", thrown.message] };
  }
}

// Milliseconds that load lives beyond the script's own time.
const aside = 60_000;
/** Bytes that are kept of what a run says. */
const mostRecords = 16 * 2 ** 20;
const mostOutput = 65_536;

/** Copies a file's beginning; nothing where there is none. */
function keep(from: string, to: string, most: number): void {
  const status = lstatSync(from, { throwIfNoEntry: false });
  // A link that the script has left there could lead anywhere.
  if (status?.isFile() !== true || status.size === 0) return;
  const { size } = status;
  const bytes = Buffer.alloc(Math.min(size, most));
  const fd = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW);
  const got = readSync(fd, bytes);
  closeSync(fd);
  writeFileSync(to, bytes.subarray(0, got));
}
