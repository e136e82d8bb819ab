/** A policy from what its file says; what it leaves out is as a careful team would have it. */

import type { Policy } from "../../consent/index.ts";
import type { PolicyContent } from "./schema.ts";

/** Variables of which no program loads code or finds others. */
const usualVariables = [
  "LANG",
  "LANGUAGE",
  "LC_*",
  "TZ",
  "TERM",
  "HOME",
  "USER",
  "LOGNAME",
  "SHELL",
  "TMPDIR",
  "NO_COLOR",
  // Where the runs of dscript are that a script starts: beside its own.
  "XDG_STATE_HOME",
];

export function policyOf(content: PolicyContent): Policy {
  const { mode, version, roots, log, break_glass: glass } = content;
  return {
    version,
    mode,
    engine: content.engine ?? "0.0.0",
    roots: { keys: roots.keys, threshold: roots.threshold ?? 1 },
    log: { folder: log.folder, keys: log.keys ?? [], fresh: log.fresh },
    tiers: Object.fromEntries(
      Object.entries(content.tiers).map(
        ([name, { says = name, agree = {}, evidence = false, case: isArgued = false, lasts }]) => [
          name,
          { says, agree, evidence, case: isArgued, lasts },
        ],
      ),
    ),
    scripts: content.scripts ?? [],
    otherwise: content.otherwise,
    readers: content.readers,
    overrule: content.overrule ?? {},
    revoke: content.revoke ?? [],
    witnesses: content.witnesses ?? [],
    environment: { path: content.environment?.path, keep: content.environment?.keep ?? usualVariables },
    outlived: content.outlived ?? "undo",
    rehearsals: content.rehearsals ?? "free",
    breakGlass: glass === undefined ? undefined : { ...glass, people: glass.people ?? 1, notify: glass.notify ?? [] },
    memory: content.memory,
  };
}
