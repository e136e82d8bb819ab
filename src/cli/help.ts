/** Help texts, made from the commands' own tables. */

import type { Language } from "../diagnostics/index.ts";
import { displayWidth } from "../text/index.ts";
import type { CliCommand } from "./command.ts";
import type { OptionRow } from "./options.ts";

/** The help of one command, or of all of them. */
export function helpText(command: CliCommand | undefined, all: readonly CliCommand[], { text }: Language): string {
  return command === undefined ? overview(all, text) : helpOf(command, text);
}

type Say = Language["text"];

/** Commands by which people agree on scripts: shown apart from those that work on them. */
const ofPeople: ReadonlySet<string> = new Set([
  ...["propose", "agree", "object", "hold", "abstain", "withdraw", "revoke", "overrule", "status", "discuss"],
  ...["people", "gate", "log"],
]);

function overview(all: readonly CliCommand[], say: Say): string {
  const rowsOf = (those: readonly CliCommand[]): readonly string[] =>
    those.map(({ name, operands, summary }) => row(`dscript ${name} ${operands}`, say(summary), 29));
  const isOfPeople = ({ name }: CliCommand): boolean => ofPeople.has(name);
  const rows = [
    row("dscript run FILE [ARG…]", say("run a script (also: dscript FILE [ARG…]; - is standard input)"), 29),
    ...rowsOf(all.filter((command) => command.name !== "run" && !isOfPeople(command))),
    row("dscript COMMAND --help", say("what a command takes, with examples"), 29),
    row("dscript --version", say("versions of D-Script and of Node"), 29),
  ];
  return `${say("dscript: scripts that are checked before they run, and say whose fault a failure is")}

${say("Usage:")}
${rows.join("\n")}

${say("Agreement, and the gate that asks for it:")}
${rowsOf(all.filter(isOfPeople)).join("\n")}

${say("First steps:")}
  dscript new hello.dscript
  dscript check hello.dscript
  dscript run hello.dscript
`;
}

function helpOf(command: CliCommand, say: Say): string {
  const options = [...command.options, { name: "help", says: "show this text" }];
  const parts = [
    `dscript ${command.name}: ${say(command.summary)}`,
    `${say("Usage:")}\n  dscript ${command.name} [OPTION…] ${command.operands}`,
    ...command.about.map(say),
    ...partsOf(command, say),
    `${say("Options:")}\n${options.map((option) => optionLine(option, say)).join("\n")}`,
    `${say("Examples:")}\n${command.examples.map(([line, says]) => `  ${line}\n      ${say(says)}`).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function partsOf({ parts = [] }: CliCommand, say: Say): readonly string[] {
  if (parts.length === 0) return [];
  const rows = parts.map(({ name, operands, summary }) => row(`dscript ${name} ${operands}`, say(summary), 40));
  return [`${say("Commands:")}\n${rows.join("\n")}`];
}

function optionLine(option: OptionRow, say: Say): string {
  const short = option.short === undefined ? "    " : `-${option.short}, `;
  const label = `${short}--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`;
  const choices = option.choices === undefined ? "" : ` (${option.choices.join(", ")})`;
  const again = option.repeats === true ? say("; may be given again") : "";
  return row(label, `${say(option.says)}${choices}${again}`, 28);
}

/** Two columns, by the width that they have in a terminal. */
function row(label: string, says: string, width: number): string {
  return `  ${label}${" ".repeat(Math.max(2, width - displayWidth(label)))}${says}`;
}
