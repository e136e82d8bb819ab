// Runs one case on a machine of its own, and takes the record of its first failure that the script did not deal with.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { FaultCase, FaultClass } from "./case.ts";
import { isThere, localeFolder, removeFolder, searchPath, startMachine, users } from "./weather/machine.ts";
import type { Station } from "./weather/station.ts";

/** What of an ErrorPoint's record counts here. */
export interface FaultRecord {
  readonly Api: string;
  readonly Kind: string;
  readonly Message: string;
  readonly ErrnoName?: string;
  readonly Diagnosis: readonly {
    readonly class: FaultClass;
    readonly p: number;
    readonly reasons?: readonly string[];
  }[];
  /** The rules that spoke, and how much the word of each counts. */
  readonly Heard?: Readonly<Record<string, number>>;
  readonly Owner?: string;
  readonly Removal?: string;
  /** Milliseconds that the diagnosis took, where the engine tells them. */
  readonly DiagnosisTime?: number;
}

/** What became of a case: the failure, a program that is not there, or that the case is not what it says. */
export type Outcome = { readonly of: FaultCase; readonly milliseconds: number } & (
  | { readonly kind: "failed"; readonly record: FaultRecord }
  | { readonly kind: "absent"; readonly why: string }
  | { readonly kind: "mistake"; readonly why: string }
);

export interface RunOptions {
  readonly station: Station;
  /** True adds `--trace`. */
  readonly trace?: boolean;
}

const patience = 25;

/** Runs a case; nothing of it stays. */
export async function runCase(of: FaultCase, { station, trace = false }: RunOptions): Promise<Outcome> {
  const missing = (of.wants ?? []).filter((program) => !isThere(program));
  if (missing.length > 0) return { of, kind: "absent", why: missing.join(", "), milliseconds: 0 };
  const locale = of.locale === undefined || of.locale === "C" ? undefined : localeFolder(of.locale);
  if (of.locale !== undefined && of.locale !== "C" && locale === undefined)
    return { of, kind: "absent", why: `the locale ${of.locale}`, milliseconds: 0 };
  const folder = mkdtempSync(join(tmpdir(), "weather-case-"));
  const began = performance.now();
  try {
    layOut(of, folder, trace);
    const ended = await machineFor(of, folder, station);
    const milliseconds = performance.now() - began;
    return { of, milliseconds, ...judge(of, folder, ended) };
  } finally {
    removeFolder(folder);
  }
}

/** Writes the case's files and the two texts that its machine runs. */
function layOut(of: FaultCase, folder: string, trace: boolean): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "out"));
  chmodSync(join(folder, "out"), 0o777);
  for (const [path, text] of Object.entries(of.files ?? {}))
    write(path.startsWith("/") ? join(folder, "root", path) : join(folder, "job", path), text);
  write(join(folder, "job/job.dscript"), `${of.script.replace(/\n*$/, "")}\n`);
  if (of.input !== undefined) write(join(folder, "input"), of.input);
  write(join(folder, "setup.sh"), of.setup ?? "");
  write(join(folder, "inside.sh"), insideOf(of));
  write(join(folder, "run.sh"), runOf(of, trace));
}

/** The set-up, run as root, then the script as its user. */
function insideOf(of: FaultCase): string {
  const user = of.as ?? "ops";
  return `export PATH=${searchPath()} LC_ALL=C HOME=/root OWNER=${user}:${user}
. /opt/dscript/bench/faults/weather/functions.sh
[ -d /run/case/root ] && cp -r /run/case/root/. /
cp -r /run/case/job/. /srv/job/
chown -R ${user}:${user} /srv/job
cd /srv/job
if ! (set -e; . /run/case/setup.sh) >/run/case/out/setup.txt 2>&1; then echo failed >/run/case/out/setup-failed; exit 1; fi
cd /srv/job
sh /run/case/run.sh >/run/case/out/output.txt 2>&1
echo $? >/run/case/out/code
`;
}

function homeOf(user: keyof typeof users): string {
  return user === "root" ? "/root" : `/home/${user}`;
}

function runOf(of: FaultCase, trace: boolean): string {
  const user = of.as ?? "ops";
  const environment = {
    PATH: searchPath(),
    HOME: homeOf(user),
    USER: user,
    LOGNAME: user,
    LC_ALL: of.locale ?? "C",
    XDG_STATE_HOME: "/run/case/out/state",
    ...of.environment,
  };
  const words = [
    ...(user === "root" ? [] : ["setpriv", `--reuid=${users[user]}`, `--regid=${users[user]}`, "--init-groups"]),
    ...["env", "-i", ...Object.entries(environment).map(([key, value]) => `${key}=${value}`)],
    ...(of.wrap ?? []),
    ...["/opt/dscript/dscript", "run", "--no-notify", "--lang", "en", "--log", "file:/run/case/out/log.jsonl"],
    ...[...(trace ? ["--trace"] : []), ...(of.options ?? []), "job.dscript", ...(of.args ?? [])],
  ];
  return `exec ${words.map(quoted).join(" ")} <${of.input === undefined ? "/dev/null" : "/run/case/input"}\n`;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

/** Runs the machine to its end; false where it had to be ended. */
function machineFor(of: FaultCase, folder: string, station: Station): Promise<boolean> {
  const network = of.network === undefined || of.network === "lan" ? station.here : of.network;
  const machine = startMachine({ folder, layer: station.layer, name: "app1", network });
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => {
        resolve(false);
        machine.kill("SIGKILL");
      },
      (of.patience ?? patience) * 1000,
    );
    machine.on("exit", () => {
      clearTimeout(timer);
      resolve(true);
    });
    machine.on("error", () => resolve(true));
  });
}

type Judgement =
  | { readonly kind: "failed"; readonly record: FaultRecord }
  | { readonly kind: "mistake"; readonly why: string };

/** Whether the failure is the one that the case means. */
function judge(of: FaultCase, folder: string, ended: boolean): Judgement {
  const text = (name: string): string => {
    const path = join(folder, "out", name);
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  };
  const mistake = (why: string): Judgement => ({ kind: "mistake", why });
  if (text("setup-failed") !== "") return mistake(`its set-up failed: ${text("setup.txt").trim().slice(-300)}`);
  const records = text("log.jsonl")
    .split("\n")
    .filter((line) => line.includes('"LogPoint":"ErrorPoint"'))
    .map((line) => JSON.parse(line) as FaultRecord & { readonly Handled: boolean });
  const record = records.find(({ Handled }) => !Handled);
  const said = text("output.txt").trim().slice(0, 600);
  if (record === undefined)
    return mistake(`${ended ? "nothing failed" : "it was still running"}: ${said || "no output"}`);
  const api = of.api ?? of.command;
  if (typeof api === "string" ? record.Api !== api : !api.test(record.Api))
    return mistake(`${record.Api} failed, not ${api}: ${record.Message}`);
  const all = `${record.Kind} ${record.ErrnoName ?? ""} ${record.Message}`;
  if (!of.says.test(all)) return mistake(`another failure than meant: ${all}`);
  return { kind: "failed", record };
}
