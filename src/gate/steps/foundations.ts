/** Steps 1, 3, 4 and 5: what a decision stands on, before it is asked what has been agreed on. */

import { type Core, type Mode, type Policy, type Reason, reason } from "../../consent/index.ts";
import type { GateSubject } from "../../engine/index.ts";
import type { BundleFacts } from "../memory/bundle-facts.ts";

export interface Foundations {
  readonly mode: Mode;
  /** Of the launch, the policy and the log. */
  readonly reasons: readonly Reason[];
  /** Undefined where there is nothing to stand on. */
  readonly known: { readonly policy: Policy; readonly core: Core } | undefined;
  /** The digest of the bundle of a script that the case names; undefined where there is none. */
  readonly bundleOf: (name: string, subject: GateSubject, own: BundleFacts) => Promise<string | undefined>;
}

export function foundationReasons(
  { from, isRehearsal, isApart, name }: GateSubject,
  { reasons, known }: Foundations,
): readonly Reason[] {
  const input = from === "input" ? `${name} is standard input` : "its text is words of the command line";
  // A rehearsal that is none would run for real, with other programs than were agreed on, or with faults on purpose.
  const isPretended = isRehearsal && !isApart;
  return [
    ...reasons,
    ...(from === "file" ? [] : [reason("DS6031", input)]),
    ...(isRehearsal && known?.policy.rehearsals === "gated"
      ? [reason("DS6013", "the policy lets no tests, campaigns and dry runs run here")]
      : isPretended
        ? [
            reason("DS6013", "variables say that it is a rehearsal, and what it does would stay", {
              help: "unset DSCRIPT_TEST, DSCRIPT_REHEARSAL and DSCRIPT_INJECT, or rehearse it with `dscript run --dry-run`",
            }),
          ]
        : []),
  ];
}
