// Lets one process at a time install and build in this folder; the others wait for it.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const lock = `${root}build/lock`;
const ABANDONED_MS = 30 * 60_000;

/** Runs `work` while holding the lock; `onWait` is told once when another process holds it. */
export async function alone(work, onWait = () => {}) {
  mkdirSync(`${root}build`, { recursive: true });
  let told = false;
  while (!taken()) {
    if (leftBehind()) continue;
    if (!told) onWait();
    told = true;
    await sleep(200);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}

function taken() {
  try {
    mkdirSync(lock);
  } catch (cause) {
    if (cause.code === "EEXIST") return false;
    throw cause;
  }
  writeFileSync(`${lock}/pid`, String(process.pid));
  return true;
}

/** True when a lock whose owner is gone was cleared away. */
function leftBehind() {
  const owner = ownerOf(lock);
  if (owner === undefined || isAlive(owner)) return false;
  const aside = `${lock}-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return true;
  }
  // Between the look and the rename somebody may have cleared it and taken it anew: then it goes back.
  if (ownerOf(aside) !== owner) renameSync(aside, lock);
  else rmSync(aside, { recursive: true, force: true });
  return true;
}

/** The process that holds the lock; 0 for one that is too old to be true, undefined while it cannot be told. */
function ownerOf(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > ABANDONED_MS) return 0;
    return Number(readFileSync(`${folder}/pid`, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === "EPERM";
  }
}
