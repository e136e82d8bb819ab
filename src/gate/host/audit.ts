/** Looks at a host's custody of its gate, and changes nothing: what is as it should be, what is weak, and what is wrong. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { isProblem, names, verifyLog } from "../../ledger/index.ts";
import { decisionsIn } from "../decision/log.ts";
import { rootsInLog } from "../fold/roots.ts";
import { accountsOf, groupsOf } from "./accounts.ts";
import { clockFindings, programFindings, sudoFindings } from "./around.ts";
import { type AuditRequest, type HostFinding, placed, type Row } from "./finding.ts";
import { type HostLayout, placeIn, policyFile } from "./layout.ts";
import { isReadable, statOf, strayIn, writersOf } from "./owners.ts";

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
  const verified = verifyLog(folder, rootsInLog());
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
