/** Of what a program says in words that nobody knows: the argument that it names, which is then not as it should be. */

import type { FaultArgument } from "../records/index.ts";
import type { Evidence } from "./evidence.ts";
import type { MessageRule } from "./rule.ts";
import { keyOf, meanings } from "./rules/messages/meanings.ts";

/** The rule that speaks where a line names an argument ahead of a colon or in quotes, as in "xz: many: Value is not …", and that argument is no file and no other host. */
export function ruleOfWord({ look, network }: Evidence, line: string, word: FaultArgument): MessageRule | undefined {
  const { text } = word;
  const isNamed = [` ${text}: `, `'${text}'`, `"${text}"`, `‘${text}’`].some((form) => line.includes(form));
  if (!isNamed || text.includes("/") || (network && text.includes(".")) || look(text)?.exists !== false)
    return undefined;
  return { id: "message.word", key: keyOf("value"), ...meanings.value };
}
