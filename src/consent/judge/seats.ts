/** Who fills which of the seats that a quorum has: each person fills one, so that as many agree as are asked for. */

import { hasRole, type Person } from "../people/people.ts";
import type { Quorum } from "../policy/policy.ts";

export interface Seat {
  readonly role: string;
  /** The id of the person that fills it; undefined where nobody does. */
  readonly by: string | undefined;
}

/** The seats of a quorum, filled as far as these people can. */
export function seatsOf(quorum: Quorum, people: readonly Person[]): readonly Seat[] {
  // Seats that few can fill come first, so that what is left open is open to most.
  const roles = Object.entries(quorum)
    .sort(([a], [b]) => (a === "any" ? 1 : b === "any" ? -1 : a < b ? -1 : 1))
    .flatMap(([role, count]) => Array.from({ length: count }, () => role));
  const filled = new Map<number, string>();
  const place = (at: number, tried: Set<string>): boolean => {
    for (const person of people) {
      if (tried.has(person.id) || !hasRole(person, roles[at] ?? "")) continue;
      tried.add(person.id);
      const other = [...filled].find(([, id]) => id === person.id)?.[0];
      if (other === undefined || place(other, tried)) {
        filled.set(at, person.id);
        return true;
      }
    }
    return false;
  };
  for (const at of roles.keys()) place(at, new Set());
  return roles.map((role, at) => ({ role, by: filled.get(at) }));
}

/** For each role the larger of two counts. */
export function larger(a: Quorum, b: Quorum): Quorum {
  const roles = new Set([...Object.keys(a), ...Object.keys(b)]);
  const countIn = (quorum: Quorum, role: string): number => (Object.hasOwn(quorum, role) ? (quorum[role] ?? 0) : 0);
  return Object.fromEntries([...roles].map((role) => [role, Math.max(countIn(a, role), countIn(b, role))]));
}
