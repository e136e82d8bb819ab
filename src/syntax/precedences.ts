/** How tightly operators bind, loosest first (language 5, C's order; `??` stands between `?:` and `||`). */

export const precedenceNames = [
  "assignment",
  "conditional",
  "coalesce",
  "or",
  "and",
  "bit-or",
  "bit-xor",
  "bit-and",
  "equality",
  "relational",
  "shift",
  "additive",
  "multiplicative",
  "prefix",
] as const;

export type Precedence = (typeof precedenceNames)[number];

export const precedenceLevels: ReadonlyMap<Precedence, number> = new Map(
  precedenceNames.map((name, level) => [name, level]),
);
