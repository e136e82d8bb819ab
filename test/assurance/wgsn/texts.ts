// What the tests of WGSN share: reading that must succeed, writing, and cases in a form that can be compared.
import {
  type CaseCodec,
  type CaseFile,
  type CaseReading,
  type CaseWriting,
  codecNamed,
  type DCase,
  readCase,
  writeCase,
} from "../../../src/assurance/index.ts";

const found = codecNamed("wgsn");
if (found === undefined) throw new Error("there is no codec for WGSN");
export const wgsn: CaseCodec = found;

export function reading(text: string): Extract<CaseReading, { ok: true }> {
  const made = readCase(text, "shop.wgsn");
  if (!made.ok) throw new Error(made.errors.map(({ message }) => message).join("\n"));
  return made;
}

export function fileOf(text: string): CaseFile {
  return reading(text).file;
}

export function writing(file: CaseFile): CaseWriting {
  return writeCase(file, wgsn);
}

/** A case without revisions. */
export function fileWith(
  nodes: DCase["nodes"],
  edges: DCase["edges"],
  module: DCase["module"] = { name: "shop" },
): CaseFile {
  return { case: { module, nodes, edges }, revisions: [] };
}

/** `G1 -> S1` for each edge, by labels; other kinds have their name behind it. */
export function edgesIn({ nodes, edges }: DCase): readonly string[] {
  const labels = new Map(nodes.map(({ uid, label }) => [uid, label]));
  const named = (uid: string): string => labels.get(uid) ?? uid;
  return edges.map(({ kind, from, to }) => {
    const end = typeof to === "string" ? named(to) : `${named(to.from)}/${named(to.to)}`;
    return `${named(from)} -> ${end}${kind === "supportedBy" ? "" : ` ${kind}`}`;
  });
}

/** Errors and warnings with line and column. */
export function troublesOf(text: string): readonly string[] {
  const made = readCase(text, "shop.wgsn");
  return (made.ok ? made.warnings : made.errors).map(({ code, message, span }) => {
    const ahead = text.slice(0, span?.start ?? 0).split(/\r\n|[\r\n]/);
    return `${ahead.length}:${(ahead.at(-1)?.length ?? 0) + 1} ${made.ok ? "warning" : "error"} ${code} ${message}`;
  });
}
