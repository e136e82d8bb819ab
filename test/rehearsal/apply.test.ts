// What a dry run has shown is applied exactly, or not at all.

import {
  appendFileSync,
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, runDscript } from "../run-dscript.ts";
import { make, operations, plant } from "../sandbox/atomic/operations.ts";
import { exact, roughly } from "../sandbox/atomic/snapshot.ts";

const isRoot = process.getuid?.() === 0;
const patience = { timeout: 300_000 };
const base = mkdtempSync("/var/tmp/dscript-apply-test-");
const home = join(base, "home");
const run = (...words: string[]): Promise<Ended> => runDscript(home, ["run", ...words]);

beforeAll(() => mkdirSync(home));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A folder with a script and a few files; its difference is kept in `name.diff`. */
async function rehearsed(
  name: string,
  script: string,
  more: (folder: string) => void = () => {},
): Promise<{ readonly folder: string; readonly diff: string }> {
  const folder = join(base, name);
  const diff = join(base, `${name}.diff`);
  mkdirSync(folder);
  for (const each of ["a", "b", "c"]) writeFileSync(join(folder, each), `${each}\n`);
  more(folder);
  writeFileSync(join(home, `${name}.dscript`), `cd "${folder}"\n${script}\n`);
  const { code, error } = await run("--dry-run", "--diff", diff, `${name}.dscript`);
  expect({ code, error }).toMatchObject({ code: 0 });
  return { folder, diff };
}

describe.skipIf(!isRoot)("the difference of a dry run", () => {
  it("makes any operations on files that a plain run would have made", patience, async () => {
    const trees = 24;
    const all = fc.sample(operations, { numRuns: trees, seed: 7 });
    for (const side of ["dry", "plain"])
      for (const index of all.keys()) {
        mkdirSync(join(base, side, String(index), "tree"), { recursive: true });
        plant(join(base, side, String(index), "tree"), join(base, side, String(index), "outside"));
      }
    const before = exact(join(base, "dry"));
    writeFileSync(join(home, "all.json"), JSON.stringify(all));
    const replay = fileURLToPath(new URL("replay-operations.ts", import.meta.url));
    const tsx = fileURLToPath(new URL("../../node_modules/tsx/dist/loader.mjs", import.meta.url));
    writeFileSync(
      join(home, "all.dscript"),
      `node --import "file://${tsx}" "${replay}" "${home}/all.json" "${base}/dry"\n`,
    );
    const dry = await run("--dry-run", "--diff", join(base, "all.diff"), "all.dscript");
    expect(dry).toMatchObject({ code: 0 });
    expect(exact(join(base, "dry"))).toEqual(before);
    for (const [index, each] of all.entries())
      for (const operation of each) make(join(base, "plain", String(index), "tree"), operation);
    const applied = await run("--apply", join(base, "all.diff"));
    expect(applied).toMatchObject({ code: 0, out: "" });
    for (const index of all.keys())
      expect({ index, all: all[index], is: roughly(join(base, "dry", String(index))) }).toEqual({
        index,
        all: all[index],
        is: roughly(join(base, "plain", String(index))),
      });
  });

  it("is refused, with the paths, where the files have changed since", patience, async () => {
    const { folder, diff } = await rehearsed(
      "moved",
      `System.writeText("a", "other\\n")\nrm b\nSystem.writeText("made", "x\\n")`,
    );
    appendFileSync(join(folder, "a"), "meanwhile\n");
    writeFileSync(join(folder, "made"), "somebody's\n");
    chmodSync(join(folder, "b"), 0o600);
    const before = exact(folder);
    const { code, error } = await run("--apply", diff);
    expect(code).toBe(65);
    expect(error).toContain(`${folder}/a: has another content now\n`);
    expect(error).toContain(`${folder}/b: has other rights now\n`);
    expect(error).toContain(`${folder}/made: is there now\n`);
    expect(exact(folder)).toEqual(before);
  });

  it("is applied once", patience, async () => {
    const { folder, diff } = await rehearsed("once", `System.appendText("a", "more\\n")\nmv b d`);
    expect(await run("--apply", diff)).toMatchObject({ code: 0 });
    expect(readdirSync(folder).sort()).toEqual(["a", "c", "d"]);
    expect(await run("--apply", diff)).toMatchObject({ code: 65 });
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("a\nmore\n");
    expect(readdirSync(join(home, "state/dscript/atomic"))).toEqual([]);
  });

  it("reaches the other names of a file whose changed name is gone", patience, async () => {
    const script = [
      'System.appendText("a", "more\\n")\nrm a',
      'System.appendText("inner/x", "more\\n")\nrm -r inner',
      'System.appendText("b", "more\\n")\nmv c b',
    ];
    const outside = join(base, "outside names");
    mkdirSync(outside);
    const { folder, diff } = await rehearsed("names", script.join("\n"), (at) => {
      mkdirSync(join(at, "inner"));
      writeFileSync(join(at, "inner/x"), "x\n");
      for (const name of ["a", "b", "inner/x"]) linkSync(join(at, name), join(outside, basename(name)));
    });
    const before = exact(outside);
    const { error } = await run("--dry-run", "names.dscript");
    expect(error).toContain("3 changed under other names");
    expect(error).toMatch(/~ +a {2}changed under its other names.*\n.*- +a {2}removed/);
    expect(exact(outside)).toEqual(before);
    expect(await run("--apply", diff)).toMatchObject({ code: 0 });
    expect(readdirSync(folder)).toEqual(["b"]);
    expect(readFileSync(join(folder, "b"), "utf8")).toBe("c\n");
    for (const name of ["a", "b", "x"]) expect(readFileSync(join(outside, name), "utf8")).toBe(`${name}\nmore\n`);
  });

  it("is applied in a folder whose name is no UTF-8", patience, async () => {
    const { folder, diff } = await rehearsed("bytes", 'mkdir "f\\xff"');
    expect(await run("--apply", diff)).toMatchObject({ code: 0 });
    writeFileSync(join(home, "bytes2.dscript"), `cd "${folder}"\nSystem.writeText("f\\xff/new", "x\\n")\n`);
    const again = join(base, "bytes2.diff");
    expect(await run("--dry-run", "--diff", again, "bytes2.dscript")).toMatchObject({ code: 0 });
    expect(await run("--apply", again)).toMatchObject({ code: 0 });
    expect(
      readFileSync(Buffer.concat([Buffer.from(`${folder}/f`), Buffer.from([0xff]), Buffer.from("/new")]), "utf8"),
    ).toBe("x\n");
  });

  it("is refused where it is damaged, edited, newer, or not there", patience, async () => {
    const { folder, diff } = await rehearsed("edited", `System.writeText("a", "other\\n")`);
    const file = join(diff, "difference.json");
    const text = readFileSync(file, "utf8");
    const refused = async (): Promise<string> => {
      const { code, error } = await run("--apply", diff);
      expect(code).toBe(65);
      return error;
    };
    writeFileSync(file, text.replace(`"path":"${folder}/a"`, `"path":"${folder}/c"`));
    expect(await refused()).toContain("was edited, or is damaged");
    writeFileSync(file, text.replace('"version":1', '"version":2'));
    expect(await refused()).toContain("was made by a newer D-Script");
    writeFileSync(file, text.slice(0, 200));
    expect(await refused()).toContain("is damaged");
    writeFileSync(file, text);
    writeFileSync(join(diff, "contents/1"), "evil!\n");
    expect(await refused()).toContain(`the new content of ${folder}/a is another one`);
    rmSync(file);
    expect(await refused()).toContain("there is no difference in");
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("a\n");
  });
});
