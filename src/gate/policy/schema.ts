/** The schema of a policy's file: every key, what is expected there, and how it looks. */

import { z } from "zod";
import { modes } from "../../consent/index.ts";
import { duration, needs, yesOrNo } from "../../documents/index.ts";

const year = 366 * 86_400_000;
const most = 100 * year;
const name = (expected: string, example: string) =>
  z.string(needs(expected, example)).regex(/^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u, needs(expected, example));

const quorumExample = "agree: { operator: 1, owner: 1 }";
const people = needs("a number of people from 0 to 100", quorumExample);
const quorum = z.record(
  name("a role", quorumExample),
  z.int(people).min(0, people).max(100, people),
  needs("roles with how many of each", quorumExample),
);
const roles = (key: string) => {
  const example = `${key}: [owner]`;
  return z.array(name("a role", example), needs("a list of roles", example));
};
const text = (expected: string, example: string) => z.string(needs(expected, example)).min(1, needs(expected, example));

const keyExample = "keys: [MCowBQYDK2VwAyEA…]";
const keys = z
  .array(
    z
      .string(needs("a public key of Ed25519 in base64", keyExample))
      .regex(
        /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/,
        needs("a public key of Ed25519, as `dscript log key` shows it", keyExample),
      ),
    needs("a list of public keys", keyExample),
  )
  .min(1, needs("a key at least", keyExample));

const rootsExample = `roots: { ${keyExample}, threshold: 1 }`;
const tierExample = "T2: { says: changes what can be taken back, agree: { operator: 1 } }";
const tier = z.strictObject(
  {
    says: text("what it is for", tierExample).optional(),
    agree: quorum.optional(),
    evidence: yesOrNo("evidence").optional(),
    case: yesOrNo("case").optional(),
    lasts: duration("a duration from 1m to 36600d", 60_000, most, "lasts: 90d").optional(),
  },
  needs("what a class of risk asks for", tierExample),
);

const scriptExample = 'scripts: [{ path: "switch_over.dscript", tier: T3 }]';
const glassExample = "break_glass: { roles: [operator], people: 1, ceiling: 3, window: 30d, lasts: 4h, review: 3d }";
const some = needs("a number from 1 to 100", glassExample);
const breakGlass = z.strictObject(
  {
    roles: roles("roles").min(1, needs("a role at least", glassExample)),
    people: z.int(some).min(1, some).max(100, some).optional(),
    ceiling: z.int(some).min(1, some).max(100, some),
    window: duration("a duration from 1h to 366d", 3_600_000, year, glassExample),
    lasts: duration("a duration from 1m to 30d", 60_000, 30 * 86_400_000, glassExample),
    review: duration("a duration from 1h to 366d", 3_600_000, year, glassExample),
    notify: roles("notify").optional(),
  },
  needs("who may run what nobody has agreed on, how often, and for how long", glassExample),
);

const versionExample = "version: 3";
const version = needs("a number from 1 on, which rises with each change", versionExample);
const logExample = "log: { folder: agreement, fresh: 30d }";

/** Every key of a policy. */
export const policySchema = z.strictObject(
  {
    version: z.int(version).min(1, version),
    mode: z.enum(modes, needs(modes.join(", "), "mode: enforce")),
    engine: z
      .string(needs("a version of three numbers", "engine: 0.1.0"))
      .regex(/^\d+\.\d+\.\d+$/, needs("a version of three numbers", "engine: 0.1.0"))
      .optional(),
    roots: z.strictObject(
      { keys, threshold: z.int(needs("how many of the keys must sign", rootsExample)).min(1).optional() },
      needs("whose keys sign policies and people", rootsExample),
    ),
    log: z.strictObject(
      {
        folder: text("the folder of the log, from this file's own", logExample),
        keys: z.array(text("a log's key, as `dscript log show FOLDER --key` says it", logExample)).optional(),
        fresh: duration("a duration from 1m to 36600d", 60_000, most, logExample).optional(),
      },
      needs("where the log of agreements is", logExample),
    ),
    tiers: z.record(name("the name of a class of risk", tierExample), tier, needs("classes of risk", tierExample)),
    scripts: z
      .array(
        z.strictObject(
          { path: text("a glob of a script's path", scriptExample), tier: name("a class of risk", scriptExample) },
          needs("a path and its class of risk", scriptExample),
        ),
        needs("a list of scripts with their classes of risk", scriptExample),
      )
      .optional(),
    otherwise: name("the class of risk of all other scripts", "otherwise: T2"),
    readers: name("the class of risk of scripts that change nothing", "readers: T0").optional(),
    overrule: quorum.optional(),
    revoke: roles("revoke").optional(),
    witnesses: roles("witnesses").optional(),
    environment: z
      .strictObject(
        {
          path: text("folders with colons between them", 'path: "/usr/local/bin:/usr/bin:/bin"').optional(),
          keep: z
            .array(
              z
                .string(needs("the name of a variable", "keep: [LANG, LC_*, TZ]"))
                .regex(/^[A-Za-z_][A-Za-z0-9_]*\*?$/, needs("the name of a variable", "keep: [LANG, LC_*, TZ]")),
              needs("a list of variables", "keep: [LANG, LC_*, TZ]"),
            )
            .optional(),
        },
        needs("what runs get of the environment", "environment: { keep: [LANG, LC_*, TZ] }"),
      )
      .optional(),
    outlived: z.enum(["undo", "pause"], needs("undo or pause", "outlived: undo")).optional(),
    rehearsals: z.enum(["free", "gated"], needs("free or gated", "rehearsals: free")).optional(),
    break_glass: breakGlass.optional(),
    memory: text("a folder", "memory: /var/lib/dscript/gate").optional(),
  },
  needs("keys with their values", "mode: enforce"),
);

export type PolicyContent = z.output<typeof policySchema>;

/** The names that a mapping at this path may hold, for the nearest name. */
export function policyKeysAt(path: readonly PropertyKey[]): readonly string[] {
  const { shape } = policySchema;
  const [first, ...rest] = path;
  if (first === undefined) return Object.keys(shape);
  if (first === "tiers") return rest.length === 1 ? Object.keys(tier.shape) : [];
  if (first === "scripts") return ["path", "tier"];
  if (first === "roots") return ["keys", "threshold"];
  if (first === "log") return ["folder", "keys", "fresh"];
  if (first === "environment") return ["path", "keep"];
  return first === "break_glass" ? Object.keys(breakGlass.shape) : [];
}
