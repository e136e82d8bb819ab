/** The part of an audit that looks around the gate: programs, sudo's rules, the clock. */

import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { groupsOf } from "./accounts.ts";
import { type AuditRequest, type HostFinding, placed, type Row } from "./finding.ts";
import { placeIn, sudoersFile } from "./layout.ts";
import { isReadable, statOf, writersOf } from "./owners.ts";
import { sudoersText } from "./sudo-line.ts";
import { looseLines, sudoLines } from "./sudo-rules.ts";

/** Whoever may write what the engine consists of decides instead of it. */
export function programFindings({ programs }: AuditRequest): readonly HostFinding[] {
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

export function sudoFindings({ layout }: AuditRequest): readonly HostFinding[] {
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
export function clockFindings({ layout }: AuditRequest): readonly HostFinding[] {
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
