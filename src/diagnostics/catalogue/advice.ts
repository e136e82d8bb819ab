/** DS7xxx: advice; a script with advice still runs. */

import { entry } from "./entry.ts";

export const adviceCatalogue = {
  DS7001: entry<Record<never, never>>({
    severity: "warning",
    title: "An expression without effect",
    message: () => "this expression has no effect: its value is not used",
    hint: () => "use the value, or remove the line",
  }),
  DS7002: entry<Record<never, never>>({
    severity: "warning",
    title: "A statement that is never reached",
    message: () => "this is never reached",
    hint: () => "remove it, or the jump ahead of it",
  }),
  DS7003: entry<{ name: string; earlier: string }>({
    severity: "warning",
    title: "A catch that is never reached",
    message: ({ name, earlier }) =>
      `\`catch (${name} …)\` is never reached: \`catch (${earlier} …)\` above takes the fault`,
    hint: () => "remove it, or put the more special one first",
  }),
  DS7004: entry<{ name: string }>({
    severity: "warning",
    title: "A result that nobody uses",
    message: ({ name }) => `\`${name}\` changes nothing: it gives a value, which is not used`,
    hint: () => "use the value, or remove the call",
  }),
  DS7005: entry<{ command: string }>({
    severity: "warning",
    title: "A status that nobody looks at",
    message: ({ command }) =>
      `nobody looks at the status of \`${command}\`: this function reads \`$?\`, so a failure here is reported, but the script goes on`,
    hint: ({ command }) =>
      `write \`!${command} …\` where a failure may be, read \`$?\` in the next statement, or put \`strict\` at the top so that it raises`,
  }),
  DS7006: entry<{ name: string; where: string }>({
    severity: "warning",
    title: "A command that may not be found",
    message: ({ name, where }) =>
      `there is no command \`${name}\` ${where}; the script changes PATH, so it may be found later`,
    hint: ({ name }) => `\`import command ${name} optional\` says that this is meant`,
  }),
  DS7007: entry<{ type: string; operator: string }>({
    severity: "warning",
    title: "A value that is never null",
    message: ({ type, operator }) =>
      operator === "??"
        ? `the left side of \`??\` is of type ${type} and never null: the right side is not used`
        : `a value of type ${type} is never null`,
    hint: () => "remove the test",
  }),
  DS7008: entry<{ name: string; line: number }>({
    severity: "warning",
    title: "A name that hides another one",
    message: ({ name, line }) => `\`${name}\` hides the \`${name}\` of line ${line} inside of this block`,
    hint: ({ name }) => `choose another name, or assign with \`${name} = …\``,
  }),
  DS7009: entry<{ found: string; target: string }>({
    severity: "warning",
    title: "An instanceof that is always true",
    message: ({ found, target }) => `a value of type ${found} is always of type ${target}`,
    hint: () => "remove the test",
  }),
  DS7010: entry<{ type: string }>({
    severity: "warning",
    title: "A cast to the same type",
    message: ({ type }) => `this is of type ${type} already`,
    hint: () => "remove the cast",
  }),
  DS7011: entry<{ name: string; where: string; text: string }>({
    severity: "warning",
    title: "Something deprecated is used",
    message: ({ name, where, text }) => `\`${name}\` is deprecated in ${where}${text === "" ? "" : `: "${text}"`}`,
    hint: ({ text }) => (text === "" ? "use something else" : "do as it says there"),
  }),
  DS7012: entry<{ name: string; call: string }>({
    severity: "warning",
    title: "A plan that nothing calls",
    message: ({ name }) => `the file declares the plan \`${name}\`, and nothing runs it`,
    hint: ({ call }) => `write \`${call}\` where it is to run`,
  }),
  DS7013: entry<{ name: string; task: string }>({
    severity: "warning",
    title: "Nobody is told of an undo that fails",
    message: ({ name, task }) =>
      `should the undo of \`${task}\` fail, nobody is told: the plan \`${name}\` says nothing of that`,
    hint: () => 'add `on undo failure { notify ROLE "…" }`',
  }),
  DS7014: entry<{ command: string }>({
    severity: "warning",
    title: "The evidence is gone after a restart",
    message: ({ command }) =>
      `\`${command}\` ends what went wrong, and nothing of it was kept: the evidence is gone after a restart`,
    hint: () => "save it ahead of that: `journalctl -n 1000 > /var/tmp/before.log; ps aux >> /var/tmp/before.log`",
  }),
  DS7015: entry<{ key: string; written: string }>({
    severity: "warning",
    title: "Text that looks like a context value",
    message: ({ key }) => `\`@{${key}}\` is text here, and not what the D-Case states`,
    hint: ({ key, written }) => `write \`${written}\` for the value, or \`'@{${key}}'\` for the text`,
  }),
} as const;
