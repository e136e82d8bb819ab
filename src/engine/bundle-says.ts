/** What a script says that it does, for whoever has to agree on it: commands, parameters, hosts, goals. */

import { shippedCommands } from "../commands/index.ts";
import { elementType, showType } from "../records/index.ts";
import { type Bundle, bundleOf } from "./bundle.ts";
import { lookAhead } from "./start.ts";
import { isUnprepared, type Unprepared } from "./unprepared.ts";

/** Each line once, sorted: two of them are compared line by line. */
export interface BundleSays {
  readonly bundle: Bundle;
  /** "rsync: changes", "grep: reads", "git: depends" on its words; without a row: "changes". */
  readonly commands: ReadonlyMap<string, string>;
  /** By the option: "int in 1..10 = 3". */
  readonly parameters: ReadonlyMap<string, string>;
  /** Hosts that its texts name: of addresses with a scheme, of `HOST:PATH`, and behind ssh. */
  readonly hosts: readonly string[];
  /** The goals of the D-Case that its steps serve. */
  readonly goals: readonly string[];
}

export async function bundleSays(name: string): Promise<BundleSays | Unprepared> {
  const bundle = await bundleOf(name);
  if (isUnprepared(bundle)) return bundle;
  const ahead = await lookAhead({
    ...{
      name,
      strict: false,
      commandList: undefined,
      defines: new Map(),
      arguments: [],
      caseFile: undefined,
      isDrawn: true,
    },
    present: async () => (await import("../diagnostics/index.ts")).english,
  });
  if (isUnprepared(ahead)) return ahead;
  const { program, subject } = ahead;
  const commands = program.commands.map(
    ({ name: command }) => [command, shippedCommands.find(command).effect] as const,
  );
  const parameters = program.parameters.map(({ option, type, boundsText, defaultText, required, secret }) => {
    const range = boundsText === undefined ? "" : ` in ${boundsText}`;
    const value = defaultText === undefined ? (required ? ", required" : "") : ` = ${defaultText}`;
    return [`--${option}`, `${secret ? "secret " : ""}${showType(elementType(type))}${range}${value}`] as const;
  });
  const texts = bundle.files.filter(({ role }) => role !== "package").map(({ text }) => text);
  return {
    bundle,
    commands: new Map(commands.sort(byName)),
    parameters: new Map(parameters.sort(byName)),
    hosts: [...new Set(texts.flatMap(hostsIn))].sort(),
    goals: [
      ...new Set(subject.goals.map(({ label, text }) => (label === undefined ? text : `${label}: ${text}`))),
    ].sort(),
  };
}

function byName([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const hostSigns = /\b[a-z][a-z0-9+.-]*:\/\/(?:[^\s/@"']*@)?(\[[0-9a-f:]+\]|[\w-]+(?:\.[\w-]+)*)/giu;
const remotePath = /(?:^|[\s"'])(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)+):(?=[/~\w"$])/gmu;
const sshWords = /\bssh\s+(?:-\S+\s+)*(?:[\w.-]+@)?([\w-]+(?:\.[\w-]+)*)/gu;

function hostsIn(text: string): readonly string[] {
  return [hostSigns, remotePath, sshWords].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, host]) => host ?? []),
  );
}
