// Runs one script of the fail-loud table in a folder of its own and looks at what it left.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment } from "../programs.ts";
import { mark, type Outcome, type Silent } from "./cases.ts";
import type { Language } from "./languages.ts";

/** What becomes of a case in a language: "passes", "fails", or "hangs" (half a minute). */
export async function verdictOf(silent: Silent, language: Language): Promise<"passes" | "fails" | "hangs" | "absent"> {
  const text = silent.scripts[language.dialect];
  if (language.argv === undefined || text === undefined) return "absent";
  const folder = mkdtempSync(join(tmpdir(), "dscript-loud-"));
  try {
    mkdirSync(join(folder, "folder"));
    writeFileSync(join(folder, language.file), `${language.head ?? ""}${text}\n`);
    // In place, and longer: a shell that reads on where it stood meets the new text.
    writeFileSync(join(folder, "edit"), `printf '\\n%0200d\\necho INJECTED\\n' 0 >> ${language.file}\n`);
    const outcome = await run([...language.argv, language.file, ...(silent.words ?? [])], folder);
    if (outcome === null) return "hangs";
    return silent.passes(outcome) ? "passes" : "fails";
  } finally {
    rmSync(folder, { recursive: true, force: true });
    endLeft();
  }
}

const patience = 30_000;

async function run(argv: readonly string[], folder: string): Promise<Outcome | null> {
  const env = { ...environment(join(folder, ".state")), HOME: folder };
  const child = spawn(argv[0] ?? "", argv.slice(1), { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (part: Buffer) => (output += part.toString()));
  child.stderr.on("data", (part: Buffer) => (output += part.toString()));
  const status = await new Promise<number | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    child.on("error", () => resolve(null));
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      // What it still writes arrives in a moment; a process that it left may hold the pipe for hours.
      setTimeout(() => resolve(signal === null ? (code ?? 1) : 128), 300);
    });
  });
  child.kill("SIGKILL");
  child.stdout.destroy();
  child.stderr.destroy();
  if (status === null) return null;
  return { status, output, files: readdirSync(folder), left: leftRunning().length };
}

/** The processes whose command line has the mark. */
function leftRunning(): number[] {
  const found: number[] = [];
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const line = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (line.startsWith(`sleep\0${mark}`)) found.push(Number(name));
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

function endLeft(): void {
  for (const pid of leftRunning()) process.kill(pid, "SIGKILL");
}
