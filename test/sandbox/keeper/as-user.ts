/** What a user without rights has of trees that are kept, for tests that root starts: `as-user.ts ROUNDS` or `as-user.ts kills ROUNDS`. What is wrong is printed. */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, unlinkSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { soakAtomic } from "../../../bench/soak/atomic.ts";
import { type RunTrees, removeTree } from "../../../src/runtime/index.ts";
import { openAtomic, recoverAtomic } from "../../../src/sandbox/index.ts";
import { make, type Operation, operations } from "../atomic/operations.ts";
import { newPlace, type Place, removePlaces } from "../atomic/places.ts";
import { exact, roughly } from "../atomic/snapshot.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const maker = fileURLToPath(new URL("./make.ts", import.meta.url));
const keeper = [process.execPath, `${root}dist/dscript.cjs`, "__keep-trees"];

/** Each file has one name: others are copied. */
function singlePlace(): Place {
  const place = newPlace();
  for (const name of ["b", "dir/sub/a"]) unlinkSync(`${place.tree}/${name}`);
  unlinkSync(`${place.outside}/b`);
  return place;
}

async function opened(place: Place): Promise<RunTrees> {
  const trees = await openAtomic({ paths: [place.tree], folder: place.state, keeper });
  if ("reason" in trees) throw new Error(`${trees.reason}; ${trees.next}`);
  if (trees.namespace?.words === undefined) throw new Error(trees.costs ?? "no keeper");
  return trees;
}

/** What a command within has from each. */
function madeWithin(trees: RunTrees, place: Place, all: readonly Operation[]): readonly string[] {
  const [file = "", ...words] = trees.namespace?.words?.(root) ?? [];
  const program = [process.execPath, "--import", "tsx", maker, place.tree];
  const { status, stdout, stderr } = spawnSync(file, [...words, ...program, JSON.stringify(all)], {
    encoding: "utf8",
    env: process.env,
  });
  if (status !== 0) throw new Error(`a command within ended with ${status}: ${stderr}`);
  return JSON.parse(stdout) as readonly string[];
}

function same(what: string, found: unknown, wanted: unknown): void {
  if (isDeepStrictEqual(found, wanted)) return;
  throw new Error(`${what}:\n${JSON.stringify(found, null, 1)}\ninstead of\n${JSON.stringify(wanted, null, 1)}`);
}

type End = "taken back" | "committed" | "confirmed not" | "killed" | "killed behind the commit";

async function play(all: readonly Operation[], end: End): Promise<void> {
  const [place, plain] = [singlePlace(), singlePlace()];
  const before = exact(place.tree);
  const trees = await opened(place);
  const codes = madeWithin(trees, place, all);
  same("what others see", exact(place.tree), before);
  // A folder of the tree cannot be renamed there: a program that moves it copies it.
  const plainCodes = all.map((each, index) => (codes[index] === "EXDEV" ? "EXDEV" : make(plain.tree, each)));
  // Who is nobody there cannot be given anything: a refusal, too.
  same(
    "what the calls say",
    codes,
    plainCodes.map((code, index) => (all[index]?.do === "chown" && code === "EPERM" ? codes[index] : code)),
  );
  if (end !== "taken back" && end !== "killed") {
    const conflict = await trees.commit({ keeps: end !== "committed" });
    if (conflict !== null) throw new Error(`it clashes: ${JSON.stringify(conflict)}`);
    same("what is committed", roughly(place.tree), roughly(plain.tree));
  }
  if (end === "committed") await trees.forget();
  else if (end.startsWith("killed")) {
    await killKeeper();
    same("the outcome", (await recoverAtomic(place.state, { keeper })).outcome, "taken back");
  } else await trees.takeBack();
  if (end !== "committed") same("what is taken back", exact(place.tree), before);
  same(
    "what is left",
    [readdirSync(place.folder).sort(), readdirSync(place.state)],
    [["outside", "state", "tree"], []],
  );
  for (const { folder } of [place, plain]) removeTree(folder);
}

/** It is the only child of this process that lasts. */
async function killKeeper(): Promise<void> {
  const { stdout } = spawnSync("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)], { encoding: "utf8" });
  const line = stdout.split("\n").find((each) => each.includes("__keep-trees")) ?? "";
  const pid = Number.parseInt(line, 10);
  process.kill(pid, "SIGKILL");
  while (existsSync(`/proc/${pid}`)) await new Promise((resolve) => setTimeout(resolve, 10));
}

const [, , first = "", second = ""] = process.argv;
try {
  if (first === "kills") {
    const { problems, says } = await soakAtomic(Number(second), 7, () => {});
    process.stdout.write(problems.length === 0 ? `well: ${says}\n` : `${problems.join("\n")}\n`);
  } else {
    const ends = fc.constantFrom<End>(
      "taken back",
      "committed",
      "committed",
      "confirmed not",
      "killed",
      "killed behind the commit",
    );
    const seed = second === "" ? {} : { seed: Number(second) };
    await fc.assert(fc.asyncProperty(operations, ends, play), { numRuns: Number(first), ...seed, endOnFailure: true });
    process.stdout.write("well\n");
  }
} catch (thrown) {
  const { message, cause } = thrown as Error;
  process.stdout.write(`${message}\n${cause instanceof Error ? cause.stack : ""}\n`);
} finally {
  removePlaces();
}
process.exit(0);
