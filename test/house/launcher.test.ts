// The launcher hands over what it was given, builds when that is due, and says plainly what is missing.
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const nodeFolder = dirname(process.execPath);
let folder = "";

/** A command line that shows what reached it: its arguments byte by byte, and what its standard descriptors are. */
const MAIN = `// Shows what the launcher hands over.
import { readFileSync, readlinkSync, writeSync } from "node:fs";

const args = readFileSync("/proc/self/cmdline").toString("latin1").split("\\0").slice(2, -1);
const input = readlinkSync("/proc/self/fd/0");
const shown = Object.fromEntries(Object.entries(process.env).filter(([name]) => /NODE_(OPTIONS|PATH|COMPILE_CACHE)$/.test(name)));
if (args.includes("variables")) writeSync(1, JSON.stringify(shown));
else writeSync(1, JSON.stringify({ args, input: input === "/dev/null" ? input : readFileSync(0, "latin1"), cwd: process.cwd() }));
process.exitCode = 3;
if (args.includes("call")) void import("koffi").then(({ default: koffi }) => writeSync(2, String(koffi.load(null).func("int getppid()")())));
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dscript-launcher-"));
  const keep = { recursive: true, preserveTimestamps: true };
  for (const path of ["dscript", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "tools"]) {
    cpSync(join(root, path), join(folder, path), keep);
  }
  mkdirSync(join(folder, "src/cli"), { recursive: true });
  writeFileSync(join(folder, "src/cli/main.ts"), MAIN);
  writeFileSync(join(folder, "tsconfig.json"), "{}\n");
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  prepare();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the launcher", () => {
  it("hands over arguments byte by byte, standard input, the working directory and the exit status", () => {
    const { status, stdout, stderr } = spawnSync(
      "sh",
      ["-c", `exec "$0" "$(printf 'a\\377b')" '' '-x *' "$(printf 'new\\nline')"`, launcher()],
      {
        cwd: tmpdir(),
        input: Buffer.from("some\xffbytes", "latin1"),
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      args: ["a\xffb", "", "-x *", "new\nline"],
      input: "some\xffbytes",
      cwd: tmpdir(),
    });
    expect(status).toBe(3);
  });

  it("starts Node.js without what would load code ahead of ours, and hands that on under another name", () => {
    const { stdout, stderr } = spawnSync(launcher(), ["variables"], {
      encoding: "utf8",
      env: {
        PATH: process.env["PATH"],
        NODE_OPTIONS: "--require=/nowhere.cjs",
        NODE_PATH: "",
        NODE_COMPILE_CACHE: "/x",
      },
    });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      DSCRIPT_INHERITED_NODE_OPTIONS: "--require=/nowhere.cjs",
      DSCRIPT_INHERITED_NODE_PATH: "",
      DSCRIPT_INHERITED_NODE_COMPILE_CACHE: "/x",
    });
  });

  it("is found through links, relative ones and links to links, in folders with spaces", () => {
    const elsewhere = join(folder, "else where");
    mkdirSync(elsewhere);
    symlinkSync(`../../${basename(folder)}/dscript`, join(elsewhere, "one"));
    symlinkSync("one", join(elsewhere, "two"));
    for (const [program, cwd] of [
      ["./two", elsewhere],
      [join(elsewhere, "two"), "/"],
      ["else where/one", folder],
    ] as const) {
      expect(spawnSync(program, [], { cwd, input: "" }).status, program).toBe(3);
    }
  });

  it("works with an empty environment and with closed standard descriptors", () => {
    const { stdout, status } = spawnSync("sh", ["-c", `exec env -i "$0" <&- 2>&-`, launcher()], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"] },
    });
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ args: [], input: "/dev/null" });
  });

  it("says so when Node.js is missing, with exit status 78", () => {
    const { stderr, status } = spawnSync("/bin/sh", [launcher()], { encoding: "utf8", env: { PATH: "/nonexistent" } });
    expect(stderr).toBe(
      "dscript: Node.js is not installed, or not in PATH: install version 20.19 or newer, then start again\n",
    );
    expect(status).toBe(78);
  });

  it("says so when Node.js is too old to build with, with exit status 78", () => {
    const old = join(folder, "old");
    mkdirSync(old);
    writeFileSync(join(old, "node"), "#!/bin/sh\necho 20.18.3\n");
    chmodSync(join(old, "node"), 0o755);
    rmSync(join(folder, "dist/.stamp"));
    const { stderr, status } = spawnSync("/bin/sh", [launcher()], {
      encoding: "utf8",
      env: { PATH: `${old}:/usr/bin:/bin` },
    });
    expect(stderr).toBe(
      "dscript: this is Node.js 20.18.3; D-Script needs 20.19 or newer: install it, then start again\n",
    );
    expect(status).toBe(78);
    prepare();
  });

  it("builds once for two that start at the same time after the sources changed", async () => {
    mkdirSync(join(folder, ".git/logs"), { recursive: true });
    writeFileSync(join(folder, ".git/logs/HEAD"), "a commit\n");
    const ended = await Promise.all([start(), start()]);
    const said = ended.map(({ stderr }) => stderr);
    expect(ended.map(({ status }) => status)).toEqual([3, 3]);
    expect(said.filter((text) => text.includes("building"))).toHaveLength(1);
    expect(said.filter((text) => text.includes("waiting"))).toHaveLength(1);
    expect(await start()).toEqual({ status: 3, stderr: "" });
  }, 30_000);

  it("is not led to build at every start by a lockfile that is dated in the future", async () => {
    const lockfile = join(folder, "package-lock.json");
    const future = Date.now() / 1000 + 3600;
    utimesSync(lockfile, future, future);
    expect((await start()).stderr).toContain("ready");
    expect(await start()).toEqual({ status: 3, stderr: "" });
  }, 30_000);

  it("says what failed when the build fails, with exit status 78, and starts nothing", () => {
    rmSync(join(folder, "dist/.stamp"));
    writeFileSync(join(folder, "src/cli/main.ts"), "// Broken.\nimport './nowhere.ts';\n");
    const { stderr, stdout, status } = spawnSync(launcher(), { encoding: "utf8" });
    writeFileSync(join(folder, "src/cli/main.ts"), MAIN);
    expect(stderr).toContain("dscript: the build failed: ");
    expect(stderr).toContain("nowhere.ts");
    expect(stdout).toBe("");
    expect(status).toBe(78);
    prepare();
  });

  it("needs no installed package once it is built, not even for calls of the C library", () => {
    renameSync(join(folder, "node_modules"), join(folder, "away"));
    const { stderr } = spawnSync(launcher(), ["call"], { input: "", encoding: "utf8" });
    renameSync(join(folder, "away"), join(folder, "node_modules"));
    expect(stderr).toBe(String(process.pid));
  });

  it("starts with code that this V8 compiled while it was built, and goes on without it when another made it", () => {
    const id = readFileSync(join(folder, "dist/.stamp"), "utf8").trim();
    const main = join(folder, "dist", id, "main.js");
    const script = new Script(readFileSync(main, "utf8"), { cachedData: readFileSync(`${main}.cache`) });
    expect(script.cachedDataRejected).toBe(false);
    writeFileSync(`${main}.cache`, "of another V8");
    expect(spawnSync(launcher(), { input: "" }).status).toBe(3);
  });
});

function launcher(): string {
  return join(folder, "dscript");
}

function prepare(): void {
  const { status, stderr } = spawnSync(launcher(), {
    input: "",
    encoding: "utf8",
    env: { ...process.env, PATH: `${nodeFolder}:${process.env["PATH"]}` },
  });
  expect(status, stderr).toBe(3);
}

async function start(): Promise<{ status: number | null; stderr: string }> {
  const child = spawn(launcher(), { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { status, stderr };
}
