/** A case written into the file that it came from: comments, order and blanks stay where nothing has changed. */

import type { CaseNode, DCase } from "../model/case.ts";
import { indexOf } from "../model/index-of.ts";
import type { Json } from "../model/json.ts";
import { pairText } from "./emit.ts";
import { parseYaml } from "./parse.ts";
import { type PlainMap, plainModule, plainNode } from "./plain.ts";
import { readYaml } from "./read.ts";
import { replacePairs } from "./splice.ts";
import type { YamlMap, YamlPair } from "./tree.ts";

/**
 * The file's text with the case in it. A node is known by its uid: one that has another label now is renamed where it stands;
 * new nodes stand behind the node that they follow in the case. A file that cannot be read is written anew.
 */
export function editYaml(text: string, name: string, whole: DCase): string {
  const before = readYaml(text, name);
  const parsed = parseYaml(text);
  const root = parsed.ok && parsed.root?.kind === "map" && !parsed.root.flow ? parsed.root : undefined;
  if (!before.ok || root === undefined) return anew(whole);
  const old = before.file.case;
  const chunks = chunksOf(text, root);
  const pairs = new Map(root.pairs.map((pair) => [pair.key.text, pair]));
  const made = new Map<string, string>();
  const oldIndex = indexOf(old);
  const index = indexOf(whole);
  for (const node of whole.nodes) {
    const was = oldIndex.byUid.get(node.uid);
    const pair = was === undefined ? undefined : pairs.get(was.label);
    const chunk = was === undefined ? undefined : chunks.get(was.label);
    if (was === undefined || pair === undefined || chunk === undefined) continue;
    made.set(node.uid, edited(text, chunk, pair, node.label, plainNode(was, oldIndex), plainNode(node, index)));
  }
  return joined(text, { root, chunks, made, old, whole });
}

function anew(whole: DCase): string {
  const index = indexOf(whole);
  const nodes = whole.nodes.map((node) => pairText(node.label, plainNode(node, index)));
  return [pairText("module", plainModule(whole.module)), ...nodes].join("\n");
}

interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** Each key of the file with the comments ahead of it, up to the next key's; by label. */
function chunksOf(text: string, root: YamlMap): ReadonlyMap<string, Chunk> {
  const chunks = new Map<string, Chunk>();
  let end = text.length;
  for (let at = root.pairs.length - 1; at >= 0; at -= 1) {
    const key = root.pairs[at]?.key;
    const previous = root.pairs[at - 1];
    if (key === undefined) continue;
    const start = previous === undefined ? 0 : startOf(text, key.start, previous.value.end);
    chunks.set(key.text, { start, end });
    end = start;
  }
  return chunks;
}

/** The comments and blank lines directly ahead of a key are its own. */
function startOf(text: string, key: number, least: number): number {
  const after = text.indexOf("\n", least);
  if (after === -1 || after >= key) return text.lastIndexOf("\n", key - 1) + 1;
  let start = text.lastIndexOf("\n", key - 1) + 1;
  for (;;) {
    const before = text.lastIndexOf("\n", start - 2) + 1;
    if (start <= after + 1 || before < after + 1) return start;
    const line = text.slice(before, start - 1);
    if (!/^\s*$/.test(line) && !line.startsWith("#")) return start;
    start = before;
  }
}

/** A chunk with another label, and with those of its keys anew whose values have changed. */
function edited(text: string, chunk: Chunk, pair: YamlPair, label: string, was: PlainMap, is: PlainMap): string {
  const body = text.slice(chunk.start, chunk.end);
  if (pair.key.text === label && same(was, is)) return body;
  const { value } = pair;
  if (value.kind !== "map" || value.flow || pair.value.start < pair.key.end) {
    const head = text.slice(chunk.start, pair.key.start);
    return `${head}${pairText(label, is)}`;
  }
  const replaced = replacePairs(text, value, chunk.end, was, is);
  const name = pairText(label, "").split(":")[0] ?? label;
  return `${text.slice(chunk.start, pair.key.start)}${name}${text.slice(pair.key.end, value.pairs[0]?.key.start ?? value.start)}${replaced}`;
}

function joined(
  text: string,
  {
    root,
    chunks,
    made,
    old,
    whole,
  }: {
    readonly root: YamlMap;
    readonly chunks: ReadonlyMap<string, Chunk>;
    readonly made: ReadonlyMap<string, string>;
    readonly old: DCase;
    readonly whole: DCase;
  },
): string {
  const index = indexOf(whole);
  const oldOrder = old.nodes.filter(({ uid }) => made.has(uid)).map(({ uid }) => uid);
  const newOrder = whole.nodes.filter(({ uid }) => made.has(uid)).map(({ uid }) => uid);
  const fresh = (node: CaseNode): string => `\n${pairText(node.label, plainNode(node, index))}`;
  const parts: string[] = [];
  const module = moduleChunk(text, root, chunks, old, whole);
  if (same(oldOrder as Json, newOrder as Json)) {
    // The file's own order, which may have the module anywhere.
    const byLabel = new Map(old.nodes.map((node) => [node.label, node.uid]));
    const followers = followersOf(whole, made);
    parts.push(...(followers.get(undefined) ?? []).map(fresh));
    for (const { key } of root.pairs) {
      const uid = byLabel.get(key.text);
      if (key.text === "module") parts.unshift(module ?? "");
      if (key.text === "module" || uid === undefined) continue;
      const chunk = made.get(uid);
      if (chunk !== undefined) parts.push(chunk);
      parts.push(...(followers.get(uid) ?? []).map(fresh));
    }
    if (pairMissing(root)) parts.unshift(module ?? "");
  } else {
    parts.push(module ?? "");
    for (const node of whole.nodes) parts.push(made.get(node.uid) ?? fresh(node));
  }
  return parts
    .filter((part) => part !== "")
    .map(ended)
    .join("")
    .replace(/^\n+/, "");
}

function pairMissing(root: YamlMap): boolean {
  return root.pairs.every(({ key }) => key.text !== "module");
}

function ended(part: string): string {
  return part.endsWith("\n") ? part : `${part}\n`;
}

/** New nodes by the uid of the known node that they follow. */
function followersOf(whole: DCase, made: ReadonlyMap<string, string>): ReadonlyMap<string | undefined, CaseNode[]> {
  const followers = new Map<string | undefined, CaseNode[]>();
  let last: string | undefined;
  for (const node of whole.nodes) {
    if (made.has(node.uid)) {
      last = node.uid;
      continue;
    }
    const list = followers.get(last);
    if (list === undefined) followers.set(last, [node]);
    else list.push(node);
  }
  return followers;
}

function moduleChunk(
  text: string,
  root: YamlMap,
  chunks: ReadonlyMap<string, Chunk>,
  old: DCase,
  whole: DCase,
): string | undefined {
  const pair = root.pairs.find(({ key }) => key.text === "module");
  const chunk = chunks.get("module");
  const [was, is] = [plainModule(old.module), plainModule(whole.module)];
  if (pair !== undefined && chunk !== undefined) return edited(text, chunk, pair, "module", was, is);
  return same(was, is) ? undefined : `${pairText("module", is)}\n`;
}

function same(a: Json, b: Json): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
