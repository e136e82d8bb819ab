/** The process that makes a dry run's world, has the script run in it, and keeps the difference ahead of the world's end. */

import { closeSync, constants, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openInjecting } from "../../engine/index.ts";
import { openNamespaces } from "../../runtime/index.ts";
import { enclose, makeRoot, outPath, rootWords, WorldTrouble } from "../../sandbox/index.ts";
import { collect } from "../difference/collect.ts";
import { saveContents } from "../difference/save.ts";
import { cutNetwork, guardDevices, guardKernel, triedNetwork } from "./guards.ts";
import { type EnterRequest, type EnterResult, enterVariable, mostRecords, parts } from "./request.ts";

/** The request of this process, where it is one that makes a world; reads it once. */
export function enterRequest(): EnterRequest | undefined {
  const file = process.env[enterVariable];
  delete process.env[enterVariable];
  // An engine of this very version wrote it.
  return file === undefined ? undefined : (JSON.parse(readFileSync(file, "utf8")) as EnterRequest);
}

/** Does what is asked; the result lies in the dry run's folder then. */
export async function enter(request: EnterRequest): Promise<void> {
  const nothing = { isStarted: false, status: 1, triedNetwork: false, notes: [] };
  const tell = (result: EnterResult): void => writeFileSync(join(request.folder, parts.result), JSON.stringify(result));
  try {
    tell(await runIn(request));
  } catch (thrown) {
    if (!(thrown instanceof WorldTrouble)) throw thrown;
    tell({ ...nothing, trouble: thrown.message });
  }
  process.exit(0);
}

async function runIn(request: EnterRequest): Promise<EnterResult> {
  const { folder, caller, directory, disk, hasNetwork, engine, words } = request;
  const { inFront, rehearsalVariable } = await openInjecting();
  const calls = await openNamespaces();
  const scratch = join(folder, "world");
  mkdirSync(scratch);
  const isLocked = caller !== null;
  const adopting = { folders: request.adopted, reached: request.reached, most: disk / 4 };
  const made = makeRoot({ scratch, disk, isLocked, adopting, keepsMoves: true, calls });
  guardDevices(calls, made);
  guardKernel(calls, made);
  // An ordinary user makes no mount namespace within.
  const root = isLocked ? made : enclose(calls, made);
  if (!hasNetwork) cutNetwork(calls);
  const records = join(root.out, parts.records);
  let status = 1;
  const signal = await inFront(async (start) => {
    status = await start({
      argv: [
        ...rootWords(caller, root, directory),
        ...(isLocked ? [] : kept),
        ...engine,
        ...["run", "--no-notify", "--log", `file:${join(outPath, parts.records)}`],
        ...words,
      ],
      environment: [[rehearsalVariable, "1"]],
    });
  });
  const result = { isStarted: true, status, triedNetwork: !hasNetwork && triedNetwork(), notes: root.notes };
  if (signal !== undefined) return { ...result, trouble: `it was ended by ${signal}` };
  keepRecords(records, join(folder, parts.records));
  // What the world itself and the engine have made.
  const leftOut = ["/proc", "/sys", "/dev", outPath, ...request.leftOut];
  try {
    const changes = root.layers.flatMap((layer) =>
      collect({ ...layer, prefix: isLocked ? "user.overlay." : "trusted.overlay.", caller }, leftOut),
    );
    saveContents(changes, request.keep);
  } catch (thrown) {
    const { code = "", message } = thrown as Error & { code?: string };
    return { ...result, trouble: `its difference cannot be kept: ${code || message}` };
  }
  return result;
}

// What reaches past a world of files: the kernel's modules, the clock, the hardware.
const kept = ["setpriv", "--bounding-set", "-sys_module,-sys_time,-sys_rawio,-sys_boot"];

/** Copies their beginning; nothing where there are none. */
function keepRecords(from: string, to: string): void {
  let fd: number;
  try {
    // A link that the script has left there could lead anywhere.
    fd = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return;
  }
  try {
    const status = fstatSync(fd);
    if (!status.isFile()) return;
    const bytes = Buffer.alloc(Math.min(status.size, mostRecords));
    writeFileSync(to, bytes.subarray(0, readSync(fd, bytes)));
  } finally {
    closeSync(fd);
  }
}
