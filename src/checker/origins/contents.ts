/** What files hold that the script itself has written or fetched: who reads them back reads that (faults 1.1). */

import { Origin } from "../../records/index.ts";
import type { Expression, SimpleCommand, TextPart, Word } from "../../syntax/index.ts";
import { staticName, staticText } from "../commands/names.ts";
import type { Context } from "../context.ts";
import { lookUpName } from "../names/scope.ts";
import type { Term } from "./graph.ts";

type Part = Word["parts"][number];

/** How a file is known again: by its text, in which a variable stands for itself; undefined where more is computed. */
export function fileOf(context: Context, parts: readonly Part[]): string | undefined {
  let key = "";
  for (const part of parts) {
    if (part.kind === "text") key += part.text;
    else if (part.kind !== "expression") return undefined;
    else {
      const inner = fileOfExpression(context, part.expression);
      if (inner === undefined) return undefined;
      key += inner;
    }
  }
  return key.replace(/^\.\//, "") || undefined;
}

/** The same of a value in code. */
export function fileOfExpression(context: Context, node: Expression): string | undefined {
  if (node.kind === "string") return fileOf(context, node.parts as readonly (TextPart | Part)[]);
  if (node.kind === "binary" && node.operator === "+") {
    const left = fileOfExpression(context, node.left);
    const right = fileOfExpression(context, node.right);
    return left === undefined || right === undefined ? undefined : left + right;
  }
  if (node.kind !== "name") return undefined;
  const symbol = lookUpName(context, node);
  return symbol === undefined ? undefined : `\0${symbol.file}:${symbol.declaration.start}\0`;
}

/** Notes that what comes from `term` is written into a file. */
export function noteContent({ program }: Context, file: string | undefined, term: Term): void {
  if (file === undefined || term === 0) return;
  const known = program.contents.get(file);
  if (known !== undefined) return program.graph.flow(term, known);
  const node = program.graph.node();
  program.graph.flow(term, node);
  program.contents.set(file, node);
}

/** What a file holds, of one that the script wrote above; undefined of any other. */
export function contentOf({ program }: Context, file: string | undefined): Term | undefined {
  return file === undefined ? undefined : program.contents.get(file);
}

/** Notes which files a command writes by itself, and what into them; `reads` is what it reads. */
export function noteWrites(context: Context, command: SimpleCommand, reads: Term): void {
  const name = staticName(command);
  if (name === undefined) return;
  const file = (word: Word | undefined): string | undefined => word && fileOf(context, word.parts);
  const words = command.words.slice(1);
  const operands = words.filter((word) => !isOption(word));
  const last = operands.at(-1);
  switch (name) {
    case "tee":
      for (const word of operands) noteContent(context, file(word), reads);
      return;
    case "cp":
    case "mv":
      if (operands.length === 2) noteContent(context, file(last), contentOf(context, file(operands[0])) ?? 0);
      return;
    case "gunzip":
    case "unxz":
    case "bunzip2":
    case "unzstd":
    case "gzip":
    case "xz":
    case "bzip2": {
      const packed = file(last);
      noteContent(context, packed?.replace(/\.(?:gz|xz|bz2|zst)$/, ""), contentOf(context, packed) ?? 0);
      return;
    }
    case "curl":
    case "wget": {
      const to = words.findIndex((word) => /^(?:-\w*[oO]|--output(?:-document)?)$/.test(staticText(word) ?? ""));
      if (to === -1 && name === "curl") return;
      const named = name === "curl" && /O$/.test(staticText(words[to] as Word) ?? "") ? -1 : to;
      noteContent(context, named === -1 ? nameAtEnd(last) : file(words[named + 1]), Origin.network);
      return;
    }
    case "scp":
    case "rsync":
    case "sftp": {
      const source = operands.find((word) => isRemote(word));
      if (source === undefined || source === last || last === undefined) return;
      noteContent(context, file(last), Origin.network);
      const folder = staticText(last)?.replace(/\/*$/, "/").replace(/^\.\//, "");
      const name = nameAtEnd(source);
      if (folder !== undefined && name !== undefined) noteContent(context, folder + name, Origin.network);
      return;
    }
    default:
  }
}

function isOption(word: Word): boolean {
  const [part] = word.parts;
  return part?.kind === "text" && part.text.startsWith("-") && part.text !== "-";
}

/** `host:path`, `rsync://host/path`. */
function isRemote({ parts }: Word): boolean {
  const text = parts.map((part) => (part.kind === "text" ? part.text : "x")).join("");
  return /^[^/:]+:|^\w+:\/\//.test(text);
}

/** The last part of a path or URL, where that stands in the text. */
function nameAtEnd(word: Word | undefined): string | undefined {
  const part = word?.parts.at(-1);
  return part?.kind === "text" ? /([^/:?#]+)(?:[?#].*)?$/.exec(part.text)?.[1] : undefined;
}
