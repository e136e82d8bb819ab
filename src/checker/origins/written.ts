/** What a script itself has written into a file, and reads from there: it comes from where that came from (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { Expression, SimpleCommand, Word } from "../../syntax/index.ts";
import { staticName, staticText } from "../commands/names.ts";
import { writtenTargets } from "../commands/redirects.ts";
import type { Context } from "../context.ts";
import type { Term } from "./graph.ts";

/** The node of what is written to a path, by how the script writes that path. */
export function contentAt({ program }: Context, key: string): Term {
  if (key === "") return 0;
  const found = program.written.get(key) ?? program.graph.node();
  program.written.set(key, found);
  return found;
}

/** The same of a variable that the script exports; no path is written so. */
export function exportedKey(name: string): string {
  return `\0${name}`;
}

/** A path as the script writes it, without quotes: `$name` for a variable alone. */
export function keyOfWord({ file }: Pick<Context, "file">, word: Word): string {
  return keyOf(file.source.text.slice(word.start, word.end));
}

export function keyOfExpression({ file }: Context, node: Expression): string {
  const text = file.source.text.slice(node.start, node.end);
  return keyOf(node.kind === "name" ? `$${text}` : text);
}

function keyOf(text: string): string {
  return text
    .replace(/["']/g, "")
    .replace(/^\.\//, "")
    .replace(/\$\{(\w+)\}/g, "$$$1");
}

/** What was written under a path, as a word names it: by the same text, else under the same name where one of both has no folder, as behind `cd`. */
export function writtenUnder(written: ReadonlyMap<string, Term>): (word: string) => readonly Term[] {
  const inFolders = byName(written);
  return (word) => {
    const key = written.has(word) ? word : keyOf(word.replace(/^(?:--?[\w-]+=|@)/, ""));
    const exact = written.get(key);
    if (exact !== undefined) return [exact];
    const name = nameOf(key);
    if (name === "" || name.includes("$")) return [];
    return name === key ? (inFolders.get(name) ?? []) : [written.get(name) ?? []].flat();
  };
}

/** What was written into files with a folder, by their names. */
function byName(written: ReadonlyMap<string, Term>): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const [key, term] of written) {
    const name = nameOf(key);
    if (name === key) continue;
    const same = found.get(name);
    if (same === undefined) found.set(name, [term]);
    else same.push(term);
  }
  return found;
}

function nameOf(key: string): string {
  return key.replace(/^.*\//, "");
}

const outputOptions: Readonly<Record<string, ReadonlySet<string>>> = {
  curl: new Set(["-o", "--output"]),
  wget: new Set(["-O", "--output-document"]),
};

/** Notes what a pipeline writes into files: by its redirections, by `tee`, and by what a download is told to. */
export function noteWritten(context: Context, stages: readonly SimpleCommand[], made: () => Term): void {
  const targets = stages.flatMap((stage) => [...writtenTargets(stage), ...written(stage)]);
  if (targets.length === 0) return;
  const term = made() || Origin.output;
  for (const target of targets) context.program.graph.flow(term, contentAt(context, keyOfWord(context, target)));
}

function written(stage: SimpleCommand): readonly Word[] {
  const name = staticName(stage) ?? "";
  if (name === "tee") return stage.words.slice(1).filter((word) => staticText(word)?.startsWith("-") !== true);
  const options = outputOptions[name];
  if (options === undefined) return [];
  return stage.words.filter((_, at) => {
    const ahead = stage.words[at - 1];
    return ahead !== undefined && options.has(staticText(ahead) ?? "");
  });
}

/** Notes what programs write that copy, move, fetch or unpack a file under another name. */
export function noteCopied(context: Context, command: SimpleCommand): void {
  const name = staticName(command) ?? "";
  const operands = command.words.slice(1).filter((word) => staticText(word)?.startsWith("-") !== true);
  const [first] = operands;
  const last = operands.at(-1);
  if (first === undefined || last === undefined) return;
  const { graph, written: known } = context.program;
  if (unpackers.has(name)) {
    const packed = keyOfWord(context, last);
    const held = known.get(packed);
    if (held !== undefined) graph.flow(held, contentAt(context, packed.replace(/\.(?:gz|xz|bz2|zst)$/, "")));
  } else if ((name === "cp" || name === "mv") && operands.length === 2) {
    const held = known.get(keyOfWord(context, first));
    if (held !== undefined) graph.flow(held, contentAt(context, keyOfWord(context, last)));
  } else if (name === "curl" || name === "wget") {
    const options = command.words.map((word) => staticText(word) ?? "");
    const isNamedByUrl =
      name === "curl"
        ? options.some((option) => /^(?:-\w*O|--remote-name)$/.test(option))
        : !options.some((option) => /^(?:-\w*O|--output-document)/.test(option));
    if (isNamedByUrl) graph.flow(Origin.network, contentAt(context, nameAtEnd(last)));
  } else if (name === "scp" || name === "rsync") {
    const source = operands.find((word) => isRemote(word));
    if (source === undefined || source === last) return;
    const target = keyOfWord(context, last);
    graph.flow(Origin.network, contentAt(context, target));
    const folder = target.replace(/\/*$/, "/").replace(/^\.\//, "");
    const file = nameAtEnd(source);
    if (file !== "") graph.flow(Origin.network, contentAt(context, folder + file));
  }
}

const unpackers: ReadonlySet<string> = new Set(["gunzip", "gzip", "unxz", "xz", "bunzip2", "bzip2", "unzstd", "zstd"]);

/** `host:path`, `rsync://host/path`. */
function isRemote({ parts }: Word): boolean {
  return /^[^/:]+:|^\w+:\/\//.test(parts.map((part) => (part.kind === "text" ? part.text : "x")).join(""));
}

/** The last part of a path or URL, where that stands in the text; else nothing. */
function nameAtEnd({ parts }: Word): string {
  const part = parts.at(-1);
  return part?.kind === "text" ? (/([^/:?#]+)(?:[?#].*)?$/.exec(part.text)?.[1] ?? "") : "";
}
