/** The schema of `roles` and `approval`: how the people of a role are reached, and how they are asked. */

import { z } from "zod";
import { duration, needs } from "../documents/index.ts";
import { channelParts, command, count, mail, webhook } from "./notify-schema.ts";

const roleExample = "roles: { operator: [{ mail: { to: [ops@example.com], server: smtp://localhost:25 } }] }";
const approvalExample = "approval: { command: [/usr/local/bin/ask-ops, --team, ops] }";

const address = z
  .strictObject(
    {
      mail: mail.optional(),
      webhook: webhook.optional(),
      command: command.optional(),
      log: z.literal(true, needs("true", "log: true")).optional(),
      within: duration("a duration from 100ms to 5m", 100, 300_000, "within: 10s").optional(),
    },
    needs("an address", roleExample),
  )
  .refine(
    (said) => count(said.mail, said.webhook, said.command, said.log) === 1,
    needs("one of mail, webhook, command and log (several addresses are several entries)", roleExample),
  );

/** The key `roles`. */
export const roles = z.record(
  z.string().regex(/^[A-Za-z_]\w*$/, needs("a role's name as `notify` has it", roleExample)),
  z.array(address, needs("a list of addresses", roleExample)).min(1, needs("at least one address", roleExample)),
  needs("roles with their addresses", roleExample),
);

/** The key `approval`. */
export const approval = z.strictObject({ command }, needs("a command that asks", approvalExample));

export type RolesContent = z.output<typeof roles>;

/** The names that a mapping at this path below `roles` may hold; a role's own name is free. */
export function rolesKeysAt(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 2) return Object.keys(address.shape);
  return path.length === 3 ? Object.keys(channelParts[String(path[2])] ?? {}) : [];
}
