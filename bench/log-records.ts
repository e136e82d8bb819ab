// Makes records as a busy month writes them, the same ones for the same seed.

const scripts = [
  { name: "backup.dscript", hash: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
  { name: "rotate-logs.dscript", hash: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752" },
  { name: "deploy/web.dscript", hash: "fd61a03af4f77d870fc21e05e7e80678095c92d808cfb3b5c279ee04c74aca13" },
  { name: "sync-users.dscript", hash: "a4e624d686e03ed2767c0abd85c14426b0b1157d2ce81d27bb4fe4f6f01d688a" },
];
const hosts = ["web1", "web2", "files1", "db1"];
const users = ["root", "backup", "ann"];

interface Failure {
  readonly api: string;
  readonly kind: string;
  readonly class: string;
  readonly also: string;
  readonly errno?: readonly [number: number, name: string];
  readonly owner: string;
  readonly message: string;
  readonly reason: string;
}

const failures: readonly Failure[] = [
  {
    api: "rsync",
    kind: "CommandFault",
    class: "ExternalFault",
    also: "SystemFault",
    owner: "other domain",
    message: "rsync ended with status 10 (an error in socket I/O): connection refused by files1 (10.0.0.7)",
    reason: "status.own +1.8: rsync says with status 10 that the other host did not answer",
  },
  {
    api: "cp",
    kind: "CommandFault",
    class: "SystemFault",
    also: "UserFault",
    errno: [28, "ENOSPC"],
    owner: "operator",
    message: "cp ended with status 1: cp: error writing '/srv/backup/db.tar': No space left on device",
    reason: "message.errno +2.4: ENOSPC: no space is left on a file system of this host",
  },
  {
    api: "System.fopen",
    kind: "IOFault",
    class: "UserFault",
    also: "SystemFault",
    errno: [13, "EACCES"],
    owner: "user",
    message: 'cannot open "/etc/shadow" for reading: Permission denied',
    reason: "path.owner +1.0: runs as uid 1000, the file is root's, mode 0640",
  },
  {
    api: "tar",
    kind: "CommandFault",
    class: "SoftwareFault",
    also: "UserFault",
    owner: "developer",
    message: "tar ended with status 64 (a wrong option): tar: unrecognized option '--exlude'",
    reason: "message.usage +2.0: the option stands in the script's own text",
  },
];

/** Numbers of 0 to 1 (mulberry32), the same ones for a seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So many lines of records, about 500 bytes each, in parts of a megabyte or so; a run writes twenty. */
export function* logRecords(count: number, seed = 1): Generator<string> {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  let time = Date.UTC(2026, 0, 5, 0, 0, 0);
  let part = "";
  let run = { id: "", script: pick(scripts), host: "", user: "", seq: 0 };
  for (let at = 0; at < count; at += 1) {
    if (at % 20 === 0)
      run = {
        id: `01KE${String(at).padStart(10, "0")}ABCDEFGHJK`.slice(0, 26),
        script: pick(scripts),
        host: pick(hosts),
        user: pick(users),
        seq: 0,
      };
    time += random() * 5000;
    const record = recordOf(random, pick, at, time, { ...run, seq: ++run.seq });
    part += `${JSON.stringify(record)}\n`;
    if (part.length > 1_000_000) {
      yield part;
      part = "";
    }
  }
  if (part !== "") yield part;
}

interface Run {
  readonly id: string;
  readonly script: { readonly name: string; readonly hash: string };
  readonly host: string;
  readonly user: string;
  readonly seq: number;
}

function recordOf(
  random: () => number,
  pick: <T>(values: readonly T[]) => T,
  at: number,
  time: number,
  { id, script, host, user, seq }: Run,
): Record<string, unknown> {
  const common = {
    Time: `${new Date(time).toISOString().slice(0, 23)}${String(at % 1000).padStart(3, "0")}Z`,
    RunId: id,
    Seq: seq,
    Host: host,
    User: user,
    ScriptHash: script.hash,
  };
  const place = { ScriptName: script.name, ScriptLine: 1 + Math.floor(random() * 60) };
  if (random() < 0.08) {
    const failure = pick(failures);
    const p = Math.round((0.55 + random() * 0.4) * 1000) / 1000;
    return {
      LogPoint: "ErrorPoint",
      FaultType: [failure.class, failure.also].sort().join(","),
      ...place,
      ScriptLine: 4 + failure.api.length,
      Api: failure.api,
      argv: `${failure.api} -a /srv/data /srv/backup`,
      ElapsedTime: Math.round(random() ** 4 * 60_000_000) / 1000,
      ...(failure.errno === undefined ? {} : { Errno: failure.errno[0] }),
      Message: failure.message,
      ...common,
      Diagnosis: [
        { class: failure.class, p, reasons: [failure.reason] },
        { class: failure.also, p: Math.round((1 - p) * 1000) / 1000, reasons: [] },
      ],
      Kind: failure.kind,
      ...(failure.errno === undefined ? {} : { ErrnoName: failure.errno[1] }),
      Handled: random() < 0.7,
      Owner: failure.owner,
      Removal: "what stands in the way must be removed",
      Heard: { "kind.command": 1, "status.own": 1 },
    };
  }
  const api = pick(["mv", "rm", "mkdir", "touch", "systemctl"]);
  const phase = at % 2 === 0 ? "before" : "after";
  return {
    LogPoint: "SystemChangePoint",
    ...place,
    Api: api,
    argv: `${api} /srv/data/2026/01/part-${String(at).padStart(8, "0")}.tar /srv/backup/2026/01/`,
    ...(phase === "after" ? { status: "0", ElapsedTime: Math.round(random() * 90_000) / 1000 } : {}),
    ...common,
    Phase: phase,
    Task: pick(["copy the data", "switch the balancer", "tidy up"]),
    Goal: `G${1 + Math.floor(random() * 5)}: the data are kept`,
  };
}
