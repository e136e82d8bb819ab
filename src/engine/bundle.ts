/** A script with everything that its run consists of: each file with digests, and one digest over all that means something. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { hoverText, print, printExpanded, type Script, usesIn } from "../syntax/index.ts";
import { placeOf } from "../text/index.ts";
import { exitCode } from "./exit-code.ts";
import { loadScript } from "./load.ts";
import type { LoadedFile } from "./loaded.ts";
import { portablePath } from "./modules/places.ts";
import { configFor, misconfigured } from "./script-config.ts";
import type { Unprepared } from "./unprepared.ts";
import { absolutePath } from "./working-directory.ts";

export interface BundledFile {
  /** "package" is JavaScript that a module brings. */
  readonly role: "script" | "import" | "package" | "configuration";
  /** From the script's folder, or from a folder of modules (`shipped:flow/flow.dscript`); the script itself by its name. */
  readonly path: string;
  /** Where it lies. */
  readonly file: string;
  /** Of the canonical text, which no comment and no blank changes: "sha256:…". */
  readonly canonical: string;
  /** Of the bytes as they are. */
  readonly bytes: string;
  /** The canonical text. */
  readonly text: string;
  /** The same with every use of a syntax replaced by what it stands for, where there are some. */
  readonly expanded?: string;
  /** The uses of syntax that other files declare, or this one. */
  readonly uses: readonly UsedSyntax[];
}

/** A use of a syntax of one's own. */
export interface UsedSyntax {
  readonly line: number;
  /** The name of the file that declares it. */
  readonly from: string;
  /** What is said of it, as Markdown. */
  readonly says: string;
}

export interface Bundle {
  /** Over the language's version and the canonical text of every file, with the names by which imports are known. */
  readonly digest: string;
  readonly language: number;
  /** The script first, its imports in the order of their loading, its configuration last. */
  readonly files: readonly BundledFile[];
}

/** The version of what the digest is taken over, and that of the language where a script names none. */
const format = 1;
const currentLanguage = 1;

/** Puts a script's bundle together; or says why there is none: it cannot be read, or has errors. */
export async function bundleOf(name: string): Promise<Bundle | Unprepared> {
  const found = await configFor(name);
  if (!found.ok) return misconfigured(found);
  const loaded = await loadScript(name, found.config.packages);
  if ("problem" in loaded) return { code: exitCode.usage, problem: loaded, diagnostics: [], leftOut: [] };
  const errors = loaded.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { code: exitCode.doesNotCheck, diagnostics: errors, leftOut: [] };
  const [main] = loaded.files;
  const folder = dirname(main?.path ?? "/");
  const files = loaded.files.flatMap((file, index) => filesOf(file, index === 0 ? "script" : "import", folder));
  const { path: config } = found.config;
  const all = config === undefined ? files : [...files, await configurationIn(config, folder)];
  const language = main?.script.language ?? currentLanguage;
  return { digest: digestOf(textOf(language, all)), language, files: all };
}

/** A file of the run, and the JavaScript beside it: of that every byte may mean something. */
function filesOf(
  { path, bytes, script, source, code }: LoadedFile,
  role: "script" | "import",
  folder: string,
): BundledFile[] {
  const files: BundledFile[] = [];
  if (path !== code?.path) {
    const text = print(script);
    const uses = usesIn(script).map((use): UsedSyntax => {
      const { line } = placeOf(source, use.start);
      return { line, from: portablePath(absolutePath(use.syntax.home), folder), says: hoverText(use) };
    });
    const shown = portablePath(path, folder);
    const base = { role, path: shown, file: path, canonical: digestOf(text), bytes: digestOf(bytes), text, uses };
    files.push(uses.length === 0 ? base : { ...base, expanded: printExpanded(script) });
  }
  if (code !== undefined) {
    const digest = digestOf(code.bytes);
    const text = Buffer.from(code.bytes).toString("utf8");
    files.push({
      role: "package",
      path: portablePath(code.path, folder),
      file: code.path,
      canonical: digest,
      bytes: digest,
      text,
      uses: [],
    });
  }
  return files;
}

/** What the digest is taken over. A script's own name and its configuration's place are left out: they may be copied. */
function textOf(language: number, files: readonly BundledFile[]): string {
  const lines = files.map(
    ({ role, path, canonical }) => `${role} ${isNamed(role) ? `${JSON.stringify(path)} ` : ""}${canonical}`,
  );
  return `dscript bundle ${format}\nlanguage ${language}\n${lines.join("\n")}\n`;
}

function isNamed(role: BundledFile["role"]): boolean {
  return role === "import" || role === "package";
}

/** A configuration's canonical text is its JSON with sorted keys. */
async function configurationIn(path: string, folder: string): Promise<BundledFile> {
  const { parse } = await import("yaml");
  const bytes = readFileSync(path);
  const text = `${sortedJson(parse(bytes.toString("utf8")) ?? {})}\n`;
  const shown = relative(folder, path);
  const digests = { canonical: digestOf(text), bytes: digestOf(bytes) };
  return { role: "configuration", path: shown, file: path, ...digests, text, uses: [] };
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`).join(",")}}`;
}

/** The digest of a file's canonical text, by which what is known of it is kept. */
export function canonicalDigest(script: Script): string {
  return digestOf(print(script));
}

/** "sha256:…" of a text or bytes. */
export function digestOf(content: string | Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
