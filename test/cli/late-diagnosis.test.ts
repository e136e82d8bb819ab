// What diagnoses is loaded with the first fault: the fault is told whatever has become of the installation, of descriptors, and of the folder.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { recordsIn } from "../run-dscript.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const id = readFileSync(join(root, "dist/.stamp"), "utf8").trim();

let folder = "";
let build = "";

/** An installation of its own, whose files can be taken away. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-late-"));
  build = join(folder, "dist", id);
  mkdirSync(build, { recursive: true });
  copyFileSync(join(root, "package.json"), join(folder, "package.json"));
  copyFileSync(join(root, "dist/dscript.cjs"), join(folder, "dist/dscript.cjs"));
  for (const name of readdirSync(join(root, "dist", id))) symlinkSync(join(root, "dist", id, name), join(build, name));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function run(text: string, limit = "ulimit -n 256"): { code: number | null; error: string } {
  writeFileSync(join(folder, "a.dscript"), text);
  const words = ["-c", `${limit}; exec "$0" dist/dscript.cjs run a.dscript`, process.execPath];
  const { NODE_OPTIONS: _, ...env } = process.env;
  const { status, stderr } = spawnSync("sh", words, {
    cwd: folder,
    encoding: "utf8",
    env: { ...env, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" },
  });
  return { code: status, error: stderr };
}

const fault = `int[] xs = [1]\nprintln("\${xs[3]}")\n`;
const known = "the script reads behind the end of a list or a text";

describe("the diagnosis of a fault", () => {
  it("is had where the installation was removed while the script ran", () => {
    const { code, error } = run(`rm -rf ${folder}/dist\n${fault}`);
    expect(error).toContain(known);
    expect(code).toBe(70);
  });

  it("is had of a command, but for its messages, where the installation was removed", () => {
    const { code, error } = run(`rm -rf ${folder}/dist\nls /nowhere\n`);
    expect(error).toContain('"/nowhere" is written in the script');
    expect(code).toBe(70);
  });

  it("is had in a block that is atomic, which has removed the installation and left the folder", () => {
    const { code, error } = run(`atomic ("${folder}/dist") {\n  rm -rf ${build}\n  cd /\n  ${fault}}\n`);
    expect(error).toContain(known);
    expect(code).toBe(70);
    expect(readdirSync(build)).toContain("main.js");
  });

  it("is had of the very fault that no further file can be opened", () => {
    const open = `File[] all = []\nwhile (true) {\n  all.push(System.fopen("/dev/null", "r"))\n}\n`;
    const { code, error } = run(open, "ulimit -n 64");
    expect(error).toContain("Too many open files: the limit of open files is reached");
    expect(code).toBe(71);
  });

  it("is said to be missing where it was not there from the start: the fault is told all the same, and recorded", () => {
    const [, part = ""] = /require\.hold\("\.\/([^"]+)"\)/.exec(readFileSync(join(build, "main.js"), "latin1")) ?? [];
    expect(part).toMatch(/^diagnose-/);
    rmSync(join(build, part));
    const { code, error } = run(fault);
    expect(error).toContain("index 3 is outside of an array of length 1");
    expect(error).toContain("whose move it is was not looked at");
    expect(error).toContain("the part of D-Script that diagnoses could not be loaded: ENOENT");
    expect(code).toBe(70);
    expect(recordsIn(folder)).toMatchObject([
      {
        LogPoint: "ErrorPoint",
        Kind: "IndexFault",
        ScriptLine: 2,
        FaultType: "SystemFault,SoftwareFault,UserFault,ExternalFault",
      },
    ]);
  });
});
