/** The shipped table: every family's rows. */

import { type Family, rowsOf } from "../family.ts";
import { type CommandTable, lazyTable } from "../table.ts";
import { archives } from "./archives.ts";
import { builtins, clusters, databases, directories } from "./clusters.ts";
import { coreutils } from "./coreutils.ts";
import { netSetup, probes, rsync, ssh, web } from "./network.ts";
import { accounts, locale, services, systemd } from "./services.ts";
import { languages, packages, secrets, versionControl } from "./software.ts";
import { backups, fileSystems, lvm } from "./storage.ts";
import { processTools, procps, utilLinux } from "./system.ts";
import { awk, diffutils, findutils, grep, sed, textTools } from "./text.ts";

/** The families of the shipped table, in the order of its documentation; the most used stand first, since a search ends where it finds. */
export const families: readonly (readonly [title: string, family: () => Family])[] = [
  ["The language's own", builtins],
  ["Core utilities", coreutils],
  ["Searching text", grep],
  ["Stream editing", sed],
  ["awk", awk],
  ["Comparing", diffutils],
  ["Finding files", findutils],
  ["rsync", rsync],
  ["Text tools", textTools],
  ["util-linux", utilLinux],
  ["Processes", procps],
  ["More of processes and modules", processTools],
  ["Archives", archives],
  ["ssh", ssh],
  ["Fetching", web],
  ["Asking the network", probes],
  ["Setting up the network", netSetup],
  ["systemd", systemd],
  ["Services", services],
  ["Accounts", accounts],
  ["The session", locale],
  ["Packages", packages],
  ["Version control", versionControl],
  ["Languages and building", languages],
  ["Secrets", secrets],
  ["Volumes", lvm],
  ["File systems", fileSystems],
  ["Backups", backups],
  ["Containers and virtual machines", clusters],
  ["Databases", databases],
  ["Directories", directories],
];

/** What D-Script knows of programs without being told. */
export const shippedCommands: CommandTable = lazyTable(
  families.map(
    ([, family]) =>
      () =>
        rowsOf(family()),
  ),
);
