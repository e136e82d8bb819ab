/** sudo's rules as its files say them (sudoers(5)), as far as it takes to see what they let the members of a group do. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type HostLayout, placeIn, sudoersFile } from "./layout.ts";

export interface SudoLine {
  readonly file: string;
  readonly line: number;
  /** Continued lines are one. */
  readonly text: string;
}

/** All lines that count; undefined where they cannot be read: only root may. */
export function sudoLines(layout: Pick<HostLayout, "root">): readonly SudoLine[] | undefined {
  try {
    return linesOf(layout, "/etc/sudoers", 0);
  } catch {
    return undefined;
  }
}

function linesOf(layout: Pick<HostLayout, "root">, file: string, depth: number): readonly SudoLine[] {
  const found: SudoLine[] = [];
  const text = readFileSync(placeIn(layout, file), "utf8").replace(/\\\n/g, " \u0000");
  let line = 1;
  for (const each of text.split("\n")) {
    const said = each.replaceAll("\u0000", "").trim();
    const [, what, of = ""] = /^[@#](include|includedir)\s+"?([^"]+)"?$/.exec(said) ?? [];
    const path = of.startsWith("/") ? of : join(dirname(file), of);
    if (depth > 16) throw new Error("ELOOP");
    if (what === "include") found.push(...linesOf(layout, path, depth + 1));
    else if (what === "includedir") {
      for (const name of namesIn(placeIn(layout, path)))
        if (!name.includes(".") && !name.endsWith("~")) found.push(...linesOf(layout, join(path, name), depth + 1));
    } else if (said !== "" && (!said.startsWith("#") || /^#\d/.test(said)))
      found.push({ file, line, text: said.replace(/\s+#.*$/, "") });
    line += each.split("\u0000").length;
  }
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") return [];
    throw thrown;
  }
}

export interface Loose {
  readonly state: "weak" | "wrong";
  readonly finding: string;
  readonly at: SudoLine;
}

/** By these a caller's environment reaches code of the engine, or of what it starts. */
const loading =
  /\b(NODE_\w*|LD_\w*|DSCRIPT_\w*|BASH_ENV|ENV|PATH|PYTHON\w*|PERL\w*|RUBY\w*|GCONV_PATH|OPENSSL_CONF)\b|(^|[\s"=])\*/;

/** What lets `people` do more than the line of the gate. `groups`: those that any of them is in. */
export function looseLines(
  lines: readonly SudoLine[],
  {
    people,
    groups,
    user,
  }: { readonly people: readonly string[]; readonly groups: readonly string[]; readonly user: string },
): readonly Loose[] {
  const others = lines.filter(({ file }) => file !== sudoersFile);
  const aliases = new Map(
    others.flatMap(({ text }) => {
      const [, all = ""] = /^(?:User|Runas|Host|Cmnd|Cmd)_Alias\s+(.*)$/.exec(text) ?? [];
      return all.split(/\s*:\s*(?=[A-Z][A-Z0-9_]*\s*=)/).flatMap((each) => {
        const [, name, of = ""] = /^([A-Z][A-Z0-9_]*)\s*=\s*(.*)$/.exec(each) ?? [];
        return name === undefined ? [] : [[name, of] as const];
      });
    }),
  );
  const expand = (text: string, depth = 0): string =>
    depth > 8
      ? text
      : text.replace(/\b[A-Z][A-Z0-9_]+\b/g, (word) =>
          aliases.has(word) ? expand(aliases.get(word) ?? "", depth + 1) : word,
        );
  const named = new Set(["ALL", ...people, ...groups.map((group) => `%${group}`)]);
  return others.flatMap((at): readonly Loose[] => {
    const { text } = at;
    if (/^\w+_Alias\b/.test(text)) return [];
    if (text.startsWith("Defaults")) {
      const kept = /\benv_keep\s*\+?=\s*(.*)$/.exec(text)?.[1] ?? "";
      if (/!env_reset\b/.test(text))
        return [{ state: "wrong", finding: "commands keep their caller's environment", at }];
      if (/(^|[\s,])setenv\b/.test(text))
        return [{ state: "weak", finding: "a caller may set variables of a command", at }];
      return loading.test(kept)
        ? [{ state: "wrong", finding: "variables are kept by which programs load code", at }]
        : [];
    }
    const [, who = "", rest = ""] = /^((?:\\.|[^\s,]|\s*,\s*)+)\s+(.*=.*)$/.exec(text) ?? [];
    if (
      !expand(who)
        .split(/\s*,\s*/)
        .some((each) => named.has(each.replace(/^"|"$/g, "")))
    )
      return [];
    return specsOf(rest).flatMap(({ runas, commands }): readonly Loose[] => {
      const as = expand(runas).split(/[\s,:]+/);
      if (!as.some((each) => ["ALL", "root", "#0", user].includes(each))) return [];
      const all = expand(commands);
      return /(^|[\s,:])ALL\b/.test(all)
        ? [{ state: "wrong", finding: `${who} may run everything as ${runas}, the gate's policy and log included`, at }]
        : [{ state: "weak", finding: `${who} may run more as ${runas} than what the gate decides about`, at }];
    });
  });
}

/** "ALL=(root) NOPASSWD: /bin/a, (ops) /bin/b": who each command is run as. */
function specsOf(rest: string): readonly { readonly runas: string; readonly commands: string }[] {
  const list = rest.slice(rest.indexOf("=") + 1);
  const parts = list.split(/\(([^)]*)\)/);
  const [first = "", ...more] = parts;
  const found = first.trim() === "" ? [] : [{ runas: "root", commands: first }];
  for (let at = 0; at + 1 < more.length; at += 2) found.push({ runas: more[at] ?? "", commands: more[at + 1] ?? "" });
  return found;
}
