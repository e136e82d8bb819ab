/** Help texts, made from the commands' own tables. */

import type { CliCommand } from "./command.ts";
import type { OptionRow } from "./options.ts";

const heading = `dscript: scripts that are checked before they run, and say whose fault a failure is

Usage:
  dscript run FILE [ARG…]      run a script (also: dscript FILE [ARG…]; - is standard input)
`;

/** The help of one command, or of all of them. */
export function helpText(command: CliCommand | undefined, all: readonly CliCommand[]): string {
  return command === undefined ? overview(all) : helpOf(command);
}

function overview(all: readonly CliCommand[]): string {
  const lines = all
    .filter((command) => command.name !== "run")
    .map((command) => `  ${`dscript ${command.name} ${command.operands}`.padEnd(29)}${command.summary}`);
  return `${heading}${lines.join("\n")}
  dscript COMMAND --help       what a command takes, with examples
  dscript --version            versions of D-Script and of Node

First steps:
  dscript new hello.dscript
  dscript check hello.dscript
  dscript run hello.dscript
`;
}

function helpOf(command: CliCommand): string {
  const options = [...command.options, { name: "help", says: "show this text" }];
  const parts = [
    `dscript ${command.name}: ${command.summary}`,
    `Usage:\n  dscript ${command.name} [OPTION…] ${command.operands}`,
    ...command.about,
    `Options:\n${options.map(optionLine).join("\n")}`,
    `Examples:\n${command.examples.map(([line, says]) => `  ${line}\n      ${says}`).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function optionLine(row: OptionRow): string {
  const short = row.short === undefined ? "    " : `-${row.short}, `;
  const label = `${short}--${row.name}${row.value === undefined ? "" : ` ${row.value}`}`;
  const choices = row.choices === undefined ? "" : ` (${row.choices.join(", ")})`;
  return `  ${label.padEnd(28)}${row.says}${choices}${row.repeats === true ? "; may be given again" : ""}`;
}
