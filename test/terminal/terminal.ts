// A terminal with a shell in it, driven through tmux: keys go in, the screen is read, what runs is found by its environment.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Generous: other work runs beside the tests.
const patience = Number(process.env["DSCRIPT_TEST_PATIENCE"] ?? 60_000);

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Whether a program is there: tests that need it are skipped where it is not. */
export function has(...programs: readonly string[]): boolean {
  return programs.every((name) => {
    const path = `${process.env["PATH"] ?? ""}:/usr/sbin:/sbin`;
    return spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], { env: { PATH: path } }).status === 0;
  });
}

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  /** Scripts and other files by name, made executable. */
  readonly files?: Readonly<Record<string, string>>;
  /** More variables of the shell's environment. */
  readonly environment?: Readonly<Record<string, string>>;
}

let opened = 0;

export class Terminal {
  readonly folder = mkdtempSync(join(tmpdir(), "dscript-terminal-"));
  /** A word in the environment of everything that this terminal starts. */
  readonly mark = `${process.pid}x${++opened}`;
  readonly environment: Readonly<Record<string, string>>;
  #asked = 0;

  constructor({ columns = 80, rows = 24, files = {}, environment = {} }: TerminalOptions = {}) {
    this.environment = {
      PATH: `${root}:${process.env["PATH"] ?? ""}:/usr/sbin:/sbin`,
      HOME: this.folder,
      SHELL: "/bin/sh",
      XDG_STATE_HOME: join(this.folder, ".state"),
      LC_ALL: "C.UTF-8",
      PS1: "ready> ",
      DSCRIPT_TEST_MARK: this.mark,
      TMUX_TMPDIR: this.folder,
      ...environment,
    };
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    const size = ["-x", String(columns), "-y", String(rows)];
    this.#tmux("new-session", "-d", ...size, "-s", "main", "bash --norc --noprofile");
    // A pane that has ended is still read.
    this.#tmux("set-option", "-g", "remain-on-exit", "on");
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    writeFileSync(join(this.folder, name), text);
    chmodSync(join(this.folder, name), 0o755);
  }

  /** Keys by tmux's names: "C-c", "Enter", "Up". */
  press(...keys: readonly string[]): void {
    this.#tmux("send-keys", "-t", "main", ...keys);
  }

  /** Text as typed, without Enter. */
  type(text: string): void {
    this.#tmux("send-keys", "-t", "main", "-l", text);
  }

  /** A line for the shell: it waits for the shell's prompt first. */
  async run(line: string): Promise<void> {
    await this.until(/ready> $/);
    this.type(line);
    this.press("Enter");
  }

  /** Everything that was shown, scrolled lines too, without blanks at the ends. */
  screen(): string {
    const text = this.#tmux("capture-pane", "-p", "-J", "-S", "-", "-t", "main");
    return `${text.replace(/[ ]+$/gm, "").trimEnd()} `;
  }

  /** The window as it is, each line cut where the window ends. */
  window(): readonly string[] {
    return this.#tmux("capture-pane", "-p", "-t", "main").trimEnd().split("\n");
  }

  /** Whether anything in the window has a colour, or stands out. */
  isColoured(): boolean {
    return this.#tmux("capture-pane", "-p", "-e", "-t", "main").includes("\u001b[");
  }

  /** What the screen shows once it fits; throws with the screen when it does not within the time. */
  async until(pattern: RegExp, milliseconds = patience): Promise<string> {
    for (const over = performance.now() + milliseconds; ; ) {
      const screen = this.screen();
      if (pattern.test(screen)) return screen;
      if (performance.now() > over) throw new Error(`never saw ${pattern} but:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The status of the shell's last line, once that has ended. */
  async status(): Promise<number> {
    const number = ++this.#asked;
    await this.run(`echo status${number}=$?=`);
    const screen = await this.until(new RegExp(`status${number}=\\d+=\\s+ready> $`));
    return Number(new RegExp(`status${number}=(\\d+)=`).exec(screen)?.[1]);
  }

  /** Closes the window, as a person does who closes a terminal: whoever is in it gets HUP. */
  close(): void {
    this.#tmux("kill-pane", "-t", "main");
  }

  /** Process numbers of the commands that scripts have started here, and of what those started. */
  commands(): readonly number[] {
    return marked(this.mark).filter((pid) => /(?:^|\0)DSCRIPT_COOKIE=/.test(environmentOf(pid)));
  }

  /** Process numbers of engines. */
  engines(): readonly number[] {
    return marked(this.mark).filter((pid) => argumentsOf(pid)[1]?.endsWith("/dist/dscript.cjs") === true);
  }

  /** Ends all that was started here. */
  dispose(): void {
    this.#tmux("kill-server");
    for (const pid of marked(this.mark)) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  #tmux(...words: readonly string[]): string {
    return spawnSync("tmux", ["-f", "/dev/null", "-u", ...words], {
      cwd: this.folder,
      env: this.environment,
      encoding: "utf8",
    }).stdout;
  }
}

/** Polls until a condition holds. */
export async function until(condition: () => boolean, what: string, milliseconds = patience): Promise<void> {
  for (const over = performance.now() + milliseconds; !condition(); ) {
    if (performance.now() > over) throw new Error(`never came: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Processes with the mark in their environment; zombies have none. */
export function marked(mark: string): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => environmentOf(pid).includes(`DSCRIPT_TEST_MARK=${mark}\0`));
}

export function argumentsOf(pid: number): readonly string[] {
  return contentOf(pid, "cmdline").split("\0");
}

/** "S", "T" for stopped, "" where it has ended. */
export function stateOf(pid: number): string {
  return /\) (\S)/.exec(contentOf(pid, "stat"))?.[1] ?? "";
}

function environmentOf(pid: number): string {
  return contentOf(pid, "environ");
}

function contentOf(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "latin1");
  } catch {
    return "";
  }
}
