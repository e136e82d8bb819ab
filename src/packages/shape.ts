/** What a package's default export must look like: it comes from JavaScript, where nothing has checked it. */

import { z } from "zod";
import type { PackageSpec } from "./define.ts";

const hook = z.custom((value) => typeof value === "function", "expected a function").optional();
const needed = z.custom((value) => typeof value === "function", "expected a function");
const says = z.string("expected one sentence");

const construct = { form: z.string(), says, parse: hook, lower: needed, check: hook, print: hook, hover: hook };

const shape = z.strictObject({
  says,
  statements: z.array(z.strictObject({ kind: z.literal("statement"), ...construct })).optional(),
  expressions: z.array(z.strictObject({ kind: z.literal("expression"), ...construct })).optional(),
  operators: z
    .array(
      z.strictObject({
        kind: z.literal("operator"),
        precedence: z.string(),
        ...construct,
        parse: z.undefined().optional(),
      }),
    )
    .optional(),
  literals: z
    .array(
      z.strictObject({
        kind: z.literal("literal"),
        pattern: z.instanceof(RegExp, { error: "expected a regular expression" }),
        says,
        lower: needed,
        check: hook,
        hover: hook,
      }),
    )
    .optional(),
  types: z
    .record(z.string().regex(/^[A-Z][A-Za-z0-9]*$/, "a type's name begins with a capital"), z.strictObject({ says }))
    .optional(),
  functions: z
    .record(
      z.string(),
      z.strictObject({
        says,
        run: needed,
        waits: z.literal(true).optional(),
        changes: z.literal(true).optional(),
        fails: z.literal(true).optional(),
      }),
    )
    .optional(),
  commands: z
    .record(
      z.string(),
      z.strictObject({
        effect: z.enum(["reads", "changes"]).optional(),
        answers: z
          .union([z.enum(["any", "none"]), z.tuple([z.int().min(0).max(255), z.int().min(0).max(255)])])
          .optional(),
        plain: z.boolean().optional(),
        valueOptions: z.array(z.string().startsWith("-")).optional(),
      }),
    )
    .optional(),
});

/** The specification, or the first thing that is wrong with it. */
export function checkShape(value: unknown): PackageSpec | string {
  if (typeof value !== "object" || value === null) return "it has no default export that `definePackage` made";
  const checked = shape.safeParse(value);
  // The shape is that of PackageSpec; functions are taken as they are.
  if (checked.success) return value as PackageSpec;
  const [issue] = checked.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  return place === "" ? (issue?.message ?? "") : `${place}: ${issue?.message ?? ""}`;
}
