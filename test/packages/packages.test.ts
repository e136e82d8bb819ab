// What is handed out: the npm package, the archive and the manual pages, made from a copy of this folder and used elsewhere, without a network.
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { has } from "../terminal/terminal.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const time = { timeout: 600_000 };
let work = "";
let source = "";

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), "dscript-packages-"));
  source = join(work, "source");
  const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  for (const name of listed.stdout.split("\0")) {
    if (name === "" || name.startsWith("test/") || !existsSync(join(root, name))) continue;
    mkdirSync(dirname(join(source, name)), { recursive: true });
    cpSync(join(root, name), join(source, name));
  }
  // A copy, because whoever installs in a folder empties its node_modules first; of links, where the file system allows it.
  for (const way of ["-al", "-a"]) if (run("cp", [way, join(root, "node_modules"), source], work).code === 0) break;
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(program: string, words: readonly string[], cwd: string): Ended {
  const ended = spawnSync(program, words, {
    cwd,
    encoding: "utf8",
    timeout: 500_000,
    env: {
      PATH: process.env["PATH"] ?? "",
      HOME: work,
      XDG_STATE_HOME: join(work, "state"),
      npm_config_cache: join(work, "cache"),
      npm_config_offline: "true",
      npm_config_update_notifier: "false",
    },
  });
  return { code: ended.status, out: ended.stdout, err: ended.stderr };
}

/** Runs a script, asks for a page and for the version with a dscript that was installed. */
function expectToWork(dscript: string): void {
  const folder = join(work, "elsewhere");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "play.dscript"), 'String text = $(echo "from a command" | cat)\nprintln("${text}")\n');
  expect(run(dscript, ["run", "play.dscript"], folder)).toEqual({ code: 0, out: "from a command\n", err: "" });
  expect(run(dscript, ["--version"], folder).out).toMatch(/^dscript \d+\.\d+\.\d+ /);
  expect(run(dscript, ["explain", "DS2001"], folder).out).toMatch(/^# DS2001/);
  writeFileSync(join(folder, "shipped.dscript"), 'import net\nprintln("10.1.2.3" within 10.0.0.0/8)\n');
  expect(run(dscript, ["run", "shipped.dscript"], folder)).toEqual({ code: 0, out: "true\n", err: "" });
  expect(run(dscript, ["completion", "bash"], folder).out).toContain("complete -F _dscript dscript");
}

describe("the npm package", () => {
  it("is packed, installed globally without a network, and runs", time, () => {
    const packed = run("npm", ["pack", "--pack-destination", work, "--silent"], source);
    expect(packed.code, packed.err).toBe(0);
    const file = readdirSync(work).find((name) => name.endsWith(".tgz")) ?? "";
    const prefix = join(work, "a prefix");
    const installed = run("npm", ["install", "--global", "--prefix", prefix, join(work, file)], work);
    expect(installed.code, installed.err).toBe(0);
    expectToWork(join(prefix, "bin", "dscript"));
    expect(existsSync(join(prefix, "share/man/man1/dscript.1"))).toBe(true);
    expect(existsSync(join(prefix, "share/man/man7/dscript-language.7"))).toBe(true);
    const home = join(prefix, "lib/node_modules/dscript");
    // Neither sources nor packages of others: all that it needs is in the build.
    expect(readdirSync(home).sort()).toEqual([
      "CHANGELOG.md",
      "LICENSE",
      "README.ja.md",
      "README.md",
      "dist",
      "docs",
      "dscript",
      "man",
      "package.json",
      "packages",
      "patterns",
      "policies",
      "types",
    ]);
    const builds = readdirSync(join(home, "dist")).filter((name) => /^[0-9a-f]{16}$/.test(name));
    expect(builds).toHaveLength(1);
    expect(readFileSync(join(home, "dist", builds[0] ?? "", "licences.txt"), "utf8")).toContain("\npdfkit ");
  });
});

describe("packages in TypeScript", () => {
  it("are typed by their forms, with what the npm package brings", time, () => {
    const folder = join(work, "authoring");
    const home = join(work, "a prefix/lib/node_modules/dscript");
    mkdirSync(join(folder, "node_modules"), { recursive: true });
    symlinkSync(home, join(folder, "node_modules/dscript"));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
    writeFileSync(join(folder, "fleet.ts"), authored("c"));
    const words = ["--strict", "--module", "nodenext", "--target", "es2023", "--types", "", "fleet.ts"];
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    expect(run(process.execPath, [tsc, ...words], folder)).toEqual({ code: 0, out: "", err: "" });
    writeFileSync(join(folder, "main.dscript"), 'import fleet\nunless (false) { println("works") }\n');
    expect(run(join(work, "a prefix/bin/dscript"), ["run", "main.dscript"], folder).out).toBe("works\n");
    writeFileSync(join(folder, "fleet.ts"), authored("d"));
    expect(run(process.execPath, [tsc, "--noEmit", ...words], folder).out).toContain("Property 'd' does not exist");
  });
});

/** A package whose `lower` asks for a part of this name. */
function authored(part: string): string {
  return [
    'import { definePackage, statement } from "dscript/package";',
    "export default definePackage({",
    '  says: "More words.",',
    "  statements: [",
    '    statement("unless ($c:condition) $b:block", {',
    '      says: "The other way round.",',
    `      lower: ({ ${part}, b }, make) => make.statement\`if (!\${${part}}) \${b}\`,`,
    "    }),",
    "  ],",
    "});",
    "",
  ].join("\n");
}

describe("the archive", () => {
  it("runs where it is unpacked, a blank in the folder's name included", time, () => {
    const made = run("npm", ["run", "--silent", "tarball", "--", work], source);
    expect(made.code, made.err).toBe(0);
    const folder = join(work, "opt with blanks");
    mkdirSync(folder);
    expect(run("tar", ["-xzf", made.out.trim()], folder).code).toBe(0);
    const [name = ""] = readdirSync(folder);
    expect(name).toMatch(/^dscript-\d+\.\d+\.\d+-linux-/);
    expectToWork(join(folder, name, "dscript"));
    symlinkSync(join(folder, name, "dscript"), join(work, "linked"));
    expectToWork(join(work, "linked"));
  });
});

describe("the manual pages", () => {
  const pages = ["dscript.1", "dscript-language.7"];

  beforeAll(() => {
    const made = run("npm", ["run", "--silent", "man", "--", join(work, "man")], source);
    expect(made.code, made.err).toBe(0);
  });

  it.skipIf(!has("mandoc"))("have no mistake that mandoc finds (where it is installed)", time, () => {
    for (const page of pages)
      expect(run("mandoc", ["-Tlint", "-W", "warning", join(work, "man", page)], work).out).toBe("");
  });

  it.skipIf(!has("groff"))("have no mistake that groff finds (where it is installed)", time, () => {
    for (const page of pages)
      expect(run("groff", ["-ww", "-man", "-Tutf8", "-z", "-K", "utf8", join(work, "man", page)], work).err).toBe("");
  });

  it.skipIf(!has("mandoc"))(
    "say what each command takes, and hold every chapter (where mandoc is installed)",
    time,
    () => {
      const text = (page: string): string =>
        run("mandoc", ["-Tutf8", join(work, "man", page)], work).out.replace(/.\u0008/g, "");
      const program = text("dscript.1");
      for (const word of ["dscript run [OPTION…] FILE [ARG…]", "--define NAME=VALUE", "-x, --echo", "dscript explain"])
        expect(program).toContain(word);
      const language = text("dscript-language.7");
      expect(language).toMatch(/^3 Commands$/m);
      expect(language).toMatch(/Wait until|wait until/);
    },
  );
});
