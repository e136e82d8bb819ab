/** Modules are found by name and version, in their places in order, and nobody else's code runs. */

import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadScript } from "../../src/engine/load.ts";
import { looksTheSame } from "../../src/engine/modules/looks.ts";

let folder = "";
const home = { ...process.env };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-modules-test-"));
  process.env["XDG_DATA_HOME"] = join(folder, "data");
});

afterEach(() => {
  process.env["XDG_DATA_HOME"] = home["XDG_DATA_HOME"];
  if (home["XDG_DATA_HOME"] === undefined) delete process.env["XDG_DATA_HOME"];
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A module in the user's folder, with a version. */
function install(name: string, version: string, more = ""): void {
  const last = name.split("/").at(-1)?.replace(/@.*/, "") ?? "";
  write(`data/dscript/packages/${name}/dscript.yaml`, `version: ${version}\n${more}`);
  write(`data/dscript/packages/${name}/${last}.dscript`, `String version() { return "${version}" }\n`);
}

/** The files of a script by their paths in the folder, or its diagnostics. */
async function filesOf(text: string, ranges: Record<string, string> = {}): Promise<readonly string[]> {
  write("script/main.dscript", text);
  const loaded = await loadScript(join(folder, "script/main.dscript"), new Map(Object.entries(ranges)));
  if ("problem" in loaded) throw new Error(loaded.problem);
  if (loaded.diagnostics.length > 0) return loaded.diagnostics.map(({ code, message }) => `${code} ${message}`);
  return loaded.files.slice(1).map(({ path }) => relative(folder, path));
}

describe("where a module is looked for", () => {
  it("is beside the script ahead of the user's folder, and that ahead of the shipped ones", async () => {
    install("flow", "9.0.0");
    expect(await filesOf("import flow\n")).toEqual(["data/dscript/packages/flow/flow.dscript"]);
    write("script/flow.dscript", "const N = 1\n");
    expect(await filesOf("import flow\n")).toEqual(["script/flow.dscript"]);
    expect(await filesOf("import steps as s\n")).toEqual([expect.stringMatching(/packages\/steps\/steps\.dscript$/)]);
  });

  it("is a path of folders for a name with dots", async () => {
    write("script/ops/db/backup.dscript", "import tools\n");
    write("script/ops/db/tools.dscript", "const N = 1\n");
    expect(await filesOf("import ops.db.backup\nprintln(backup.tools)")).toEqual([
      "script/ops/db/backup.dscript",
      "script/ops/db/tools.dscript",
    ]);
  });

  it("is the script's folder for what a module imports that does not lie beside it", async () => {
    write("script/lib/a.dscript", "import shared\n");
    write("script/shared.dscript", "const N = 1\n");
    expect(await filesOf("import lib.a\n")).toEqual(["script/lib/a.dscript", "script/shared.dscript"]);
  });

  it("finds modules that import each other in a circle", async () => {
    write("script/a.dscript", "import b\n");
    write("script/b.dscript", "import a\n");
    expect(await filesOf("import a\n")).toEqual([expect.stringMatching(/^DS1902 /)]);
  });
});

describe("versions", () => {
  it("are the highest that fits", async () => {
    for (const version of ["1.0.0", "1.4.0", "2.0.0"]) install(`ops@${version}`, version);
    expect(await filesOf("import ops\n")).toEqual(["data/dscript/packages/ops@2.0.0/ops.dscript"]);
    expect(await filesOf("import ops\n", { ops: "^1.1" })).toEqual(["data/dscript/packages/ops@1.4.0/ops.dscript"]);
    expect(await filesOf("import ops\n", { ops: "^3" })).toEqual([
      "DS1905 no version of `ops` is `^3`: there is 1.0.0, 1.4.0, 2.0.0",
    ]);
  });

  it("are looked for in the next place where those of one do not fit", async () => {
    install("flow", "9.0.0");
    expect(await filesOf("import flow\n", { flow: "^1" })).toEqual([
      expect.stringMatching(/packages\/flow\/flow\.dscript$/),
    ]);
  });

  it("are what a module says that it needs of others", async () => {
    for (const version of ["1.0.0", "2.0.0"]) install(`base@${version}`, version);
    install("top", "1.0.0", "packages: { base: ^1 }\n");
    write("data/dscript/packages/top/top.dscript", "import base\n");
    expect(await filesOf("import top\nimport base\n")).toEqual([
      "data/dscript/packages/top/top.dscript",
      "data/dscript/packages/base@1.0.0/base.dscript",
      "data/dscript/packages/base@2.0.0/base.dscript",
    ]);
  });

  it("must be versions", async () => {
    install("ops", "one");
    expect(await filesOf("import ops\n")).toEqual([
      expect.stringMatching(/^DS1906 .*dscript\.yaml:1:10: version: expected/),
    ]);
  });
});

describe("whose code runs", () => {
  it("is nobody's whose file everybody may write", async () => {
    install("ops", "1.0.0");
    chmodSync(join(folder, "data/dscript/packages/ops/ops.dscript"), 0o666);
    expect(await filesOf("import ops\n")).toEqual([expect.stringMatching(/^DS1906 .*everybody may write/)]);
  });

  it.runIf(process.getuid?.() === 0)("is no other user's", async () => {
    install("ops", "1.0.0");
    chownSync(join(folder, "data/dscript/packages/ops/ops.dscript"), 4242, 4242);
    expect(await filesOf("import ops\n")).toEqual([expect.stringMatching(/^DS1906 .*belongs to uid 4242/)]);
  });
});

describe("what was seen while modules were looked for", () => {
  it("changes when a module appears that goes ahead", async () => {
    install("ops@1.0.0", "1.0.0");
    write("script/main.dscript", "import ops\n");
    const loaded = await loadScript(join(folder, "script/main.dscript"));
    if ("problem" in loaded) throw new Error(loaded.problem);
    expect(looksTheSame(loaded.looks)).toBe(true);
    install("ops@1.1.0", "1.1.0");
    expect(looksTheSame(loaded.looks)).toBe(false);
  });
});
