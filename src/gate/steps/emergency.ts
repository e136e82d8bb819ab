/** Break-glass: a script that nobody has agreed on runs for a time, because enough people with the right role signed for it. */

import {
  type Core,
  clocksDiffer,
  type Emergency,
  hasRole,
  type Policy,
  type Reason,
  reason,
} from "../../consent/index.ts";
import { durationText } from "../../records/index.ts";

export type EmergencyAnswer =
  | { readonly kind: "none" }
  | { readonly kind: "allowed"; readonly emergency: Emergency }
  | { readonly kind: "refused"; readonly reason: Reason };

export function emergencyFor(bundle: string, core: Core, { breakGlass }: Policy, now: number): EmergencyAnswer {
  if (breakGlass === undefined) return { kind: "none" };
  const emergency = core.emergencies.findLast((each) => each.bundle === bundle && isLive(each, breakGlass, now));
  if (emergency === undefined) return { kind: "none" };
  const signers = emergency.signers.filter((id) => {
    const person = core.people[id];
    return person !== undefined && breakGlass.roles.some((role) => hasRole(person, role));
  });
  if (signers.length < breakGlass.people)
    return refused(
      `an emergency needs ${breakGlass.people} signatures of ${breakGlass.roles.join(", ")}, and has ${signers.length}`,
    );
  const recent = core.emergencies.filter(({ time }) => now - Date.parse(time) <= breakGlass.window);
  if (recent.length > breakGlass.ceiling)
    return refused(
      `emergencies within ${durationText(breakGlass.window)}: ${recent.length}; the policy allows ${breakGlass.ceiling}`,
    );
  const overdue = core.emergencies.filter(
    (each) => each !== emergency && !isReviewed(each, core) && now - Date.parse(each.time) > breakGlass.review,
  );
  if (overdue.length > 0)
    return refused(
      `emergencies that should have been reviewed: ${overdue.length}, the oldest of ${overdue[0]?.time ?? ""}`,
    );
  return { kind: "allowed", emergency };
}

function refused(message: string): EmergencyAnswer {
  return { kind: "refused", reason: reason("DS6131", message) };
}

/** One that is dated ahead would last longer than one may. */
function isLive(emergency: Emergency, glass: { readonly lasts: number }, now: number): boolean {
  return now >= Date.parse(emergency.time) - clocksDiffer && now < endOfEmergency(emergency, glass);
}

/** When it ends: as it says itself, and no later than the policy lets it. */
export function endOfEmergency({ time, until }: Emergency, { lasts }: { readonly lasts: number }): number {
  return Math.min(Date.parse(until), Date.parse(time) + lasts);
}

/** By somebody else than those who have signed it, also where they signed later. */
export function isReviewed({ digest, signers }: Emergency, { reviews }: Core): boolean {
  return reviews.some(({ of, who }) => of === digest && !signers.includes(who));
}
