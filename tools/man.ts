// Makes the manual pages: dscript(1) from the commands' own tables, dscript-language(7) from docs/language. Usage: tsx tools/man.ts FOLDER
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { allCommands, type CliCommand, type OptionRow } from "../src/cli/index.ts";
import { escaped, example, inline, roffOf } from "./man/roff.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "man"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "dscript.1"), programPage(await allCommands()));
writeFileSync(join(folder, "dscript-language.7"), languagePage());

function title(name: string, section: number): string {
  return `.TH ${name.toUpperCase()} ${section} "${lastChange()}" "dscript ${version}" "D\\-Script"\n`;
}

/** The date of what the pages are made of, so that two runs make the same. */
function lastChange(): string {
  const epoch = process.env["SOURCE_DATE_EPOCH"];
  return (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString().slice(0, 10);
}

function programPage(commands: readonly CliCommand[]): string {
  const codes = /\n6\.3[\s\S]*?(\|[\s\S]*?)\n\n/.exec(readFileSync(join(root, "docs/language/6-running.md"), "utf8"));
  const parts = [
    title("dscript", 1),
    ".SH NAME\n",
    "dscript \\- run scripts that are checked before they run, and say whose fault a failure is\n",
    ".SH SYNOPSIS\n",
    ...commands.map(
      ({ name, operands, options }) =>
        `.B dscript ${escaped(name)}\n${options.length > 0 ? "[OPTION\\[u2026]] " : ""}${escaped(operands)}\n.br\n`,
    ),
    ".B dscript \\-\\-version\n",
    ".SH COMMANDS\n",
    ...commands.flatMap((command) => [command, ...(command.parts ?? [])]).map(commandPart),
    '.SH "EXIT STATUS"\n',
    roffOf(codes?.[1] ?? ""),
    ".SH FILES\n.TP\n.I dscript.yaml\nThe configuration, looked for from the script\\(aqs folder upward, then in\n.IR /etc/dscript .\n",
    '.SH "SEE ALSO"\n.BR dscript\\-language (7)\n',
  ];
  return parts.join("");
}

function commandPart(command: CliCommand): string {
  const rows = [...command.options, { name: "help", says: "show what it takes" }];
  return [
    `.SS "dscript ${escaped(command.name)} ${escaped(command.operands)}"`,
    `${inline(command.summary.charAt(0).toUpperCase() + command.summary.slice(1))}.`,
    ...command.about.flatMap((text) => [".PP", ...text.split("\n").map(inline)]),
    ...rows.flatMap(optionLines),
    ...command.examples.flatMap(([line, says]) => [".PP", `${inline(says)}:`, ...example([line]).slice(1)]),
    "",
  ].join("\n");
}

function optionLines(row: OptionRow): readonly string[] {
  const short = row.short === undefined ? "" : `\\fB\\-${row.short}\\fR, `;
  const value = row.value === undefined ? "" : ` \\fI${escaped(row.value)}\\fR`;
  const choices = row.choices === undefined ? "" : ` (${row.choices.join(", ")})`;
  const again = row.repeats === true ? "; may be given again" : "";
  return [".TP", `${short}\\fB\\-\\-${escaped(row.name)}\\fR${value}`, inline(`${row.says}${choices}${again}`)];
}

/** The chapters in the order of their list. */
function languagePage(): string {
  const chapters = join(root, "docs/language");
  const list = readFileSync(join(chapters, "README.md"), "utf8");
  const listed = [...list.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, name = ""]) => name);
  // Which cases hold a section is for whoever changes the language.
  const names = listed.filter((name) => name !== "cases.md");
  const parts = names.map((name) => roffOf(readFileSync(join(chapters, name), "utf8")));
  const name = ".SH NAME\ndscript\\-language \\- the language of D\\-Script scripts\n";
  return `${title("dscript-language", 7)}${name}${parts.join("")}.SH "SEE ALSO"\n.BR dscript (1)\n`;
}
