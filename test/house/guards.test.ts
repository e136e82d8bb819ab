// Breaks each guard of the house on purpose, in a copy, and sees its tool refuse what was done.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const copied = [
  "package.json",
  "tsconfig.base.json",
  "tsconfig.json",
  "biome.json",
  "knip.json",
  "vite.config.ts",
  "dscript",
];
const copiedWhole = ["vitest.config.ts", "src", "test", "tools", "bench"];

const typeCheck = ["tsc", "-b"];
const lint = ["biome", "check", "--error-on-warnings"];
const unused = ["knip"];
const house = ["tsx", "tools/house.ts"];

/** A way to break a rule: the files to write into the copy, the tool that must refuse them, and the word that it must say. */
interface Breach {
  readonly does: string;
  readonly files: Readonly<Record<string, string>>;
  readonly tool: readonly string[];
  readonly says: readonly string[];
}

const breaches: readonly Breach[] = [
  {
    does: "a pure layer that imports a module of Node",
    files: { "src/text/zz.ts": 'export { readFileSync } from "node:fs";\n' },
    tool: typeCheck,
    says: ["src/text/zz.ts", "TS2591", "node:fs"],
  },
  {
    does: "a pure layer that uses globals of Node",
    files: { "src/checker/zz.ts": "export const zz = [process, Buffer, setTimeout];\n" },
    tool: typeCheck,
    says: ["src/checker/zz.ts", "TS2591", "'process'", "'Buffer'", "'setTimeout'"],
  },
  {
    does: "a pure layer that uses a package",
    files: { "src/records/zz.ts": 'export { parse } from "yaml";\n' },
    tool: house,
    says: ["src/records/zz.ts", "a pure layer uses no package"],
  },
  {
    does: "a page whose texts become markup",
    files: { "src/page/zz.ts": '/** Z. */\n\nexport const zz = (it: Element) => (it.innerHTML = "x");\n' },
    tool: house,
    says: ["src/page/zz.ts", "innerHTML", "makes elements one by one"],
  },
  {
    does: "a page that asks a network",
    files: { "src/page/zz.ts": '/** Z. */\n\nexport const zz = () => fetch("x");\n' },
    tool: house,
    says: ["src/page/zz.ts", "fetch", "asks no network"],
  },
  {
    does: "a page that knows Node",
    files: { "src/page/zz.ts": "/** Z. */\n\nexport const zz = process.argv;\n" },
    tool: typeCheck,
    says: ["src/page/zz.ts", "TS2591", "'process'"],
  },
  {
    does: "a layer that knows the DOM, and is no page",
    files: { "src/assurance/zz.ts": "/** Z. */\n\nexport const zz = document.title;\n" },
    tool: typeCheck,
    says: ["src/assurance/zz.ts", "document"],
  },
  {
    does: "a call on a script's files that passes by where they are",
    files: {
      "src/runtime/files/zz.ts": '/** Z. */\n\nimport { statSync } from "node:fs";\n\nexport const zz = statSync;\n',
    },
    tool: house,
    says: ["src/runtime/files/zz.ts", "takes statSync from node:fs"],
  },
  {
    does: "an import that goes up",
    files: { "src/text/zz.ts": 'export type * from "../syntax/index.ts";\n' },
    tool: typeCheck,
    says: ["src/text/zz.ts", "TS6307", "src/syntax/index.ts"],
  },
  {
    does: "the runtime importing the compiler",
    files: { "src/runtime/zz.ts": 'export * from "../compiler/index.ts";\n' },
    tool: typeCheck,
    says: ["src/runtime/zz.ts", "TS6307", "src/compiler/index.ts"],
  },
  {
    does: "the runtime importing the compiler on demand",
    files: { "src/runtime/zz.ts": 'export const zz = () => import("../compiler/index.ts");\n' },
    tool: typeCheck,
    says: ["src/runtime/zz.ts", "TS6307", "src/compiler/index.ts"],
  },
  {
    does: "an import of a layer that another layer happens to use",
    files: { "src/sinks/zz.ts": 'export * from "../text/index.ts";\n' },
    tool: house,
    says: ["src/sinks/zz.ts", "does not refer to text"],
  },
  {
    does: "a second way to start processes",
    files: { "src/runtime/zz.ts": '// Forks.\nexport { spawn } from "node:child_process";\n' },
    tool: house,
    says: ["src/runtime/zz.ts", "posix_spawn only"],
  },
  {
    does: "a construct that has another name on another floor",
    files: { "src/compiler/statements/zz.ts": "// A construct.\nexport const zz = 1;\n" },
    tool: house,
    says: ["src/compiler/statements/zz.ts", "src/syntax/statements has no zz.ts"],
  },
  {
    does: "an import past a door",
    files: { "src/engine/zz.ts": 'export * from "../syntax/tree.ts";\n' },
    tool: lint,
    says: ["src/engine/zz.ts", "noRestrictedImports"],
  },
  {
    does: "an import past a door from a room within a room",
    files: { "src/engine/zz/zz.ts": 'export * from "../../syntax/tree.ts";\n' },
    tool: lint,
    says: ["src/engine/zz/zz.ts", "noRestrictedImports"],
  },
  {
    does: "an import past a door on demand",
    files: { "src/cli/zz.ts": 'export const zz = () => import("../syntax/tree.ts");\n' },
    tool: lint,
    says: ["src/cli/zz.ts", "noRestrictedImports"],
  },
  {
    does: "two files that import each other",
    files: {
      "src/text/zy.ts": '// One half.\nimport { zz } from "./zz.ts";\n\nexport const zy = (): unknown => zz;\n',
      "src/text/zz.ts": '// The other.\nimport { zy } from "./zy.ts";\n\nexport const zz = (): unknown => zy;\n',
    },
    tool: lint,
    says: ["src/text/zz.ts", "noImportCycles"],
  },
  {
    does: "two files that import each other's types only",
    files: {
      "src/text/zy.ts": '// One half.\nimport type { Zz } from "./zz.ts";\n\nexport type Zy = Zz | 1;\n',
      "src/text/zz.ts": '// The other.\nimport type { Zy } from "./zy.ts";\n\nexport type Zz = Zy[] | 2;\n',
    },
    tool: lint,
    says: ["src/text/zz.ts", "noImportCycles"],
  },
  {
    does: "an any",
    files: { "src/runtime/zz.ts": "// A hole.\nexport const zz: any = 1;\n" },
    tool: lint,
    says: ["src/runtime/zz.ts", "noExplicitAny"],
  },
  {
    does: "a promise that nobody waits for",
    files: {
      "src/runtime/zz.ts":
        "// Adrift.\nexport async function zz(): Promise<void> {\n  await null;\n}\n\nexport function zy(): void {\n  zz();\n}\n",
    },
    tool: lint,
    says: ["src/runtime/zz.ts", "noFloatingPromises"],
  },
  {
    does: "an enum",
    files: { "src/runtime/zz.ts": "// An enum.\nexport enum Zz {\n  A,\n}\n" },
    tool: typeCheck,
    says: ["src/runtime/zz.ts", "TS1294"],
  },
  {
    does: "a default export",
    files: { "src/runtime/zz.ts": "// A default.\nexport default 1;\n" },
    tool: lint,
    says: ["src/runtime/zz.ts", "noDefaultExport"],
  },
  {
    does: "a layer that speaks to a person",
    files: { "src/runtime/zz.ts": '// Loud.\nexport const zz = (): void => console.log("zz");\n' },
    tool: lint,
    says: ["src/runtime/zz.ts", "noConsole"],
  },
  {
    does: "a value that is evaluated as code",
    files: { "src/runtime/zz.ts": "// Evaluates.\nexport const zz = (text: string): unknown => eval(text);\n" },
    tool: lint,
    says: ["src/runtime/zz.ts", "noGlobalEval"],
  },
  {
    does: "a file that is not formatted",
    files: { "src/runtime/zz.ts": "// Crooked.\nexport  const zz = 'a'\n" },
    tool: lint,
    says: ["src/runtime/zz.ts", "format"],
  },
  {
    does: "an export that nobody uses",
    files: {
      "src/cli/zz.ts": "// One of two is used.\nexport const zzUsed = 1;\nexport const zzIdle = 2;\n",
      "test/house/zz.test.ts":
        '// Uses one of two.\nimport { zzUsed } from "../../src/cli/zz.ts";\n\nzzUsed.toFixed();\n',
    },
    tool: unused,
    says: ["zzIdle"],
  },
  {
    does: "a file that nobody uses",
    files: { "src/cli/zz.ts": "// Alone.\nexport const zz = 1;\n" },
    tool: unused,
    says: ["src/cli/zz.ts"],
  },
  {
    does: "a file that does not say what it is for",
    files: { "src/cli/zz.ts": "export const zz = 1;\n" },
    tool: house,
    says: ["src/cli/zz.ts", "opens without a sentence"],
  },
];

let copy = "";

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), "dscript-guards-"));
  for (const path of [...copied, ...copiedWhole]) cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("the house as it is", () => {
  // That the linter finds nothing, and that nothing is unused, `npm run guards` says of the project itself.
  for (const tool of [typeCheck, house]) {
    it(`is accepted by ${tool[0]}`, { timeout: 60_000 }, () => {
      const { status, output } = run(tool);
      expect(status, output).toBe(0);
    });
  }
});

describe("the house refuses", () => {
  // Both read the whole project however little of it is new, and tell of every file.
  for (const tool of [typeCheck, lint])
    describe(`in one look of ${tool[0]}:`, () => {
      const all = breaches.filter((each) => each.tool === tool && !isAlone(each)).map(numbered);
      let output = "";

      beforeAll(() => {
        ({ output } = broken(Object.assign({}, ...all.map(({ files }) => files)), tool));
      }, 60_000);

      for (const { does, says } of all)
        it(does, () => {
          const [file = "", ...words] = says;
          // "src/runtime/zz7.ts:2:18 lint/suspicious/noExplicitAny ━━━", "src/text/zz0.ts(1,30): error TS2591: …"
          const found = output.split("\n").filter((line) => line.startsWith(file));
          for (const word of words) expect(found.join("\n"), output).toContain(word);
        });
    });

  for (const { does, files, tool, says } of breaches.filter(isAlone)) {
    it(does, { timeout: 60_000 }, () => {
      const { status, output } = broken(files, tool);
      for (const word of says) expect(output).toContain(word);
      expect(status).not.toBe(0);
    });
  }
});

/** The type checker tells nothing else of a layer that imports what it must not. */
function isAlone({ tool, says }: Breach): boolean {
  return (tool !== lint && tool !== typeCheck) || says.includes("TS6307");
}

/** The same breach under names of its own, so that several stand beside each other. */
function numbered(breach: Breach, index: number): Breach {
  const own = (text: string): string => text.replace(/\b(zz|zy|Zz|Zy)\b/g, `$1${index}`);
  const files = Object.entries(breach.files).map(([path, text]) => [own(path), own(text)] as const);
  return { ...breach, files: Object.fromEntries(files), says: breach.says.map(own) };
}

function broken(files: Breach["files"], tool: readonly string[]): ReturnType<typeof run> {
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      writeFileSync(join(copy, path), text);
    }
    // The linter reads the whole project for each file anyway, but would cut a long list of findings short.
    return run(tool === lint ? [...lint, "--max-diagnostics=none", ...Object.keys(files)] : tool);
  } finally {
    for (const path of Object.keys(files)) rmSync(join(copy, path));
  }
}

function run([program = "", ...args]: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(join(copy, "node_modules/.bin", program), args, {
    cwd: copy,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
    maxBuffer: 64 << 20,
  });
  return { status, output: stdout + stderr };
}
