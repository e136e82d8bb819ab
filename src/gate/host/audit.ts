/** Looks at a host's custody of its gate, and changes nothing: what is as it should be, what is weak, and what is wrong. */

import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Policy } from "../../consent/index.ts";
import { isProblem, names, verifyLog } from "../../ledger/index.ts";
import { decisionsIn } from "../decision/log.ts";
import { accountsOf, groupsOf } from "./accounts.ts";
import { type HostLayout, placeIn, policyFile, sudoersFile } from "./layout.ts";
import { statOf, strayIn, writersOf } from "./owners.ts";
import { sudoersText } from "./sudo-line.ts";
import { looseLines, sudoLines } from "./sudo-rules.ts";

type HostState = "ok" | "weak" | "wrong";

export interface HostFinding {
  readonly area: "policy" | "users" | "log" | "memory" | "program" | "sudo" | "clock";
  readonly state: HostState;
  readonly finding: string;
  /** What repairs it: a command, or a sentence where none alone does. */
  readonly repair?: string;
}

export interface AuditRequest {
  readonly layout: HostLayout;
  readonly policy: Policy;
  /** What the gate itself would say of policy and log. */
  readonly reasons: readonly { readonly message: string; readonly help: string }[];
  /** Files and folders that dscript and Node.js consist of: of this machine, whatever the root. */
  readonly programs: readonly string[];
}

export function auditHost(request: AuditRequest): readonly HostFinding[] {
  return [
    ...policyFindings(request),
    ...userFindings(request),
    ...logFindings(request),
    ...memoryFindings(request),
    ...programFindings(request),
    ...sudoFindings(request),
    ...clockFindings(request),
  ];
}

type Row = Omit<HostFinding, "area">;

const placed = (area: HostFinding["area"], rows: readonly Row[], fine: string): readonly HostFinding[] =>
  rows.length === 0 ? [{ area, state: "ok", finding: fine }] : rows.map((row) => ({ area, ...row }));

function policyFindings({ layout, policy, reasons }: AuditRequest): readonly HostFinding[] {
  const writers = writersOf(placeIn(layout, policyFile), [0], layout.root);
  return placed(
    "policy",
    [
      ...(writers === undefined ? [] : [{ state: "wrong" as const, ...writers }]),
      ...reasons.map(({ message, help }): Row => ({ state: "wrong", finding: message, repair: help })),
      ...(policy.mode === "enforce"
        ? []
        : [
            {
              state: "weak" as const,
              finding: `its mode is ${policy.mode}: nothing is refused`,
              repair: "write mode: enforce, and sign it",
            },
          ]),
      ...(policy.log.keys.length > 0
        ? []
        : [
            {
              state: "weak" as const,
              finding: "it names no key of the log: the one that is seen first counts",
              repair: "log: { keys: […] }, with what dscript log show FOLDER --key says",
            },
          ]),
    ],
    "root's alone, signed, and the newest",
  );
}

function userFindings({ layout }: AuditRequest): readonly HostFinding[] {
  const accounts = accountsOf(layout);
  const own = accounts.find(({ name }) => name === layout.user);
  const twins = accounts.filter(({ name, uid }) => name !== layout.user && uid === own?.uid);
  const superusers = accounts.filter(({ name, uid }) => uid === 0 && name !== "root");
  const close =
    groupsOf(layout)
      .find(({ name }) => name === layout.user)
      ?.members.filter((name) => name !== layout.user) ?? [];
  return placed(
    "users",
    [
      ...(own === undefined
        ? [
            {
              state: "wrong" as const,
              finding: `there is no user ${layout.user}: whoever runs scripts owns what decides about them`,
              repair: "dscript gate install",
            },
          ]
        : []),
      ...(own === undefined || /\/(nologin|false)$/.test(own.shell)
        ? []
        : [
            {
              state: "weak" as const,
              finding: `${own.name} can log in: its shell is ${own.shell}`,
              repair: `usermod --shell /usr/sbin/nologin ${own.name}`,
            },
          ]),
      ...[...twins, ...superusers].map(
        ({ name, uid }): Row => ({ state: "wrong", finding: `${name} has uid ${uid}, too`, repair: `userdel ${name}` }),
      ),
      ...close.map(
        (name): Row => ({
          state: "weak",
          finding: `${name} is in the engine's user's group`,
          repair: `gpasswd --delete ${name} ${layout.user}`,
        }),
      ),
    ],
    `${layout.user} is nobody's login`,
  );
}

/** The log is the engine's user's; its key, its own alone; and what it holds, what was signed. */
function logFindings({ layout, policy: _ }: AuditRequest): readonly HostFinding[] {
  const folder = placeIn(layout, layout.log);
  const verified = verifyLog(folder);
  const rows: Row[] = [...custodyRows(layout, folder)];
  const key = statOf(join(folder, names.key));
  if (key !== undefined && (key.mode & 0o077) !== 0)
    rows.push({
      state: "wrong",
      finding: "others may read the log's key",
      repair: `chmod 600 ${join(folder, names.key)}`,
    });
  if (isProblem(verified)) rows.push({ state: "wrong", finding: verified.message, repair: verified.help });
  else
    for (const { message } of verified.findings.slice(0, 5))
      rows.push({ state: "wrong", finding: message, repair: `dscript log verify ${layout.log}` });
  return placed("log", rows, isProblem(verified) ? "" : `whole: ${verified.size} entries are what was signed`);
}

function memoryFindings({ layout }: AuditRequest): readonly HostFinding[] {
  const folder = placeIn(layout, layout.memory);
  const rows: Row[] = [...custodyRows(layout, folder)];
  const stat = statOf(folder);
  if (stat !== undefined && (stat.mode & 0o077) !== 0)
    rows.push({ state: "weak", finding: "others may read the gate's memory", repair: `chmod 700 ${folder}` });
  const decisions = decisionsIn(folder);
  if (!isReadable(folder)) {
    if (rows.length === 0)
      rows.push({
        state: "weak",
        finding: "the log of decisions cannot be read by this user",
        repair: "sudo dscript gate audit-host",
      });
  } else if (existsSync(decisions)) {
    const verified = verifyLog(decisions);
    const [first] = isProblem(verified) ? [verified] : verified.findings;
    if (first !== undefined)
      rows.push({ state: "wrong", finding: first.message, repair: `dscript log verify ${decisions}` });
  }
  return placed("memory", rows, "the engine's user's alone");
}

function custodyRows(layout: HostLayout, folder: string): readonly Row[] {
  const own = accountsOf(layout).find(({ name }) => name === layout.user);
  if (own === undefined) return [];
  const writers = writersOf(folder, [own.uid, 0], layout.root);
  const stray = isReadable(folder) ? strayIn(folder, own.uid, own.gid) : [];
  return [
    ...(writers === undefined ? [] : [{ state: "wrong" as const, ...writers }]),
    ...(statOf(folder)?.uid === 0
      ? [
          {
            state: "wrong" as const,
            finding: `${folder} is root's: the engine's user cannot write it`,
            repair: "dscript gate install",
          },
        ]
      : []),
    ...stray.slice(0, 3).map(
      (each): Row =>
        "odd" in each
          ? {
              state: "wrong",
              finding: `${each.odd} is a link, or a file of several names`,
              repair: "look at what it is, and remove it",
            }
          : {
              state: "wrong",
              finding: `${each.path} is somebody else's, or others may write it`,
              repair: `chown ${each.uid}:${each.gid} ${each.path} && chmod ${each.mode.toString(8)} ${each.path}`,
            },
    ),
  ];
}

function isReadable(folder: string): boolean {
  try {
    readdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

/** Whoever may write what the engine consists of decides instead of it. */
function programFindings({ programs }: AuditRequest): readonly HostFinding[] {
  const rows: Row[] = [];
  for (const path of programs) {
    const real = existsSync(path) ? realpathSync(path) : path;
    const found =
      [path, real].map((each) => writersOf(each, [0])).find((each) => each !== undefined) ?? writersWithin(real);
    if (found !== undefined && !rows.some(({ finding }) => finding === found.finding))
      rows.push({ state: "wrong", ...found });
  }
  return placed("program", rows, "dscript and Node.js are root's alone");
}

function writersWithin(folder: string): ReturnType<typeof writersOf> {
  if (statOf(folder)?.isDirectory() !== true || !isReadable(folder)) return undefined;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = writersOf(path, [0], dirname(path)) ?? writersWithin(path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Groups whose members are root by another way. */
const mighty = ["docker", "lxd", "incus", "libvirt", "disk", "shadow", "kvm"];

function sudoFindings({ layout }: AuditRequest): readonly HostFinding[] {
  const { group, user } = layout;
  if (group === undefined)
    return [{ area: "sudo", state: "ok", finding: "no group starts scripts through sudo (--group names one)" }];
  const groups = groupsOf(layout);
  const people = groups.find(({ name }) => name === group)?.members ?? [];
  const theirs = groups.filter(({ members, name }) => name === group || members.some((each) => people.includes(each)));
  const rows: Row[] = theirs.flatMap(({ name, members }) =>
    mighty.includes(name)
      ? members
          .filter((each) => people.includes(each))
          .map(
            (each): Row => ({
              state: "wrong",
              finding: `${each} is in ${name}, and so as good as root`,
              repair: `gpasswd --delete ${each} ${name}`,
            }),
          )
      : [],
  );
  const lines = sudoLines(layout);
  if (lines === undefined) {
    rows.push({
      state: "weak",
      finding: "sudo's rules cannot be read by this user",
      repair: "sudo dscript gate audit-host",
    });
    return placed("sudo", rows, "");
  }
  const writers = writersOf(placeIn(layout, sudoersFile), [0], layout.root);
  if (writers !== undefined) rows.push({ state: "wrong", ...writers });
  else if (readFileSync(placeIn(layout, sudoersFile), "utf8") !== sudoersText(layout))
    rows.push({
      state: "wrong",
      finding: `${sudoersFile} is not what dscript gate install writes for ${group}`,
      repair: `dscript gate install --group ${group}`,
    });
  for (const { state, finding, at } of looseLines(lines, { people, groups: theirs.map(({ name }) => name), user }))
    rows.push({ state, finding: `${at.file}:${at.line}: ${finding}`, repair: `visudo -f ${at.file}` });
  return placed("sudo", rows, `members of ${group} may start what the gate decides about, and no more`);
}

/** Who keeps the time writes it down; the system's own word for it needs a call that Node.js does not make. */
function clockFindings({ layout }: AuditRequest): readonly HostFinding[] {
  const at = (path: string): boolean => existsSync(placeIn(layout, path));
  if (at("/run/systemd/timesync/synchronized")) return [{ area: "clock", state: "ok", finding: "it is synchronised" }];
  const keeper = [
    ["/run/chrony/chronyd.pid", "chronyc tracking"],
    ["/run/ntpd.pid", "ntpq -p"],
    ["/run/ntpsec/ntpd.pid", "ntpq -p"],
  ].find(([path = ""]) => at(path));
  return [
    keeper === undefined
      ? {
          area: "clock",
          state: "weak",
          finding: "nothing is known to keep it: agreements end by it",
          repair: "apt-get install systemd-timesyncd",
        }
      : { area: "clock", state: "ok", finding: `it is kept; \`${keeper[1] ?? ""}\` says how well` },
  ];
}
