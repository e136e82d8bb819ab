/** Which nodes are what somebody looks for. */

import { type CaseNode, kindWords, marks, type Say, typeWords, writtenValue } from "../../assurance/index.ts";
import type { PageCase } from "../argument/page-case.ts";
import { sayIn } from "../words/say.ts";
import { type Field, folded, readQuery, type Term } from "./query.ts";

export interface Search {
  /** uids in the order of the file; those whose label it is come first. */
  readonly find: (query: string) => readonly string[];
}

export function searchIn(page: PageCase): Search {
  const say = sayIn("ja");
  const texts = new Map<CaseNode, string>();
  const textOf = (node: CaseNode): string => {
    const before = texts.get(node);
    if (before !== undefined) return before;
    const made = folded(allTextOf(node, page));
    texts.set(node, made);
    return made;
  };
  const meets = (node: CaseNode, { field, value, isNot }: Term): boolean =>
    (field === undefined ? textOf(node).includes(value) : fact(page, node, field, say, value)) !== isNot;
  let last: { readonly query: string; readonly found: readonly string[] } = { query: "", found: [] };
  return {
    find: (query) => {
      if (query === last.query) return last.found;
      const terms = readQuery(query);
      const [exact, other]: [string[], string[]] = [[], []];
      if (terms.length > 0)
        for (const node of page.graph.nodes.slice(0, page.graph.absent))
          if (terms.every((term) => meets(node, term)))
            (folded(node.label) === terms[0]?.value ? exact : other).push(node.uid);
      last = { query, found: [...exact, ...other] };
      return last.found;
    },
  };
}

/** Words apart by line ends, so that none is found over two of them. */
function allTextOf(node: CaseNode, page: PageCase): string {
  const { label, text, translations = {}, owner = "", url = "", tags = [], attachments = [], evidence, away } = node;
  return [
    label,
    text,
    ...Object.values(translations),
    // As people see it, too.
    ...[page.mainLanguage, ...Object.keys(translations)].map((language) => page.textIn(node, language)),
    owner,
    url,
    ...tags.map(({ name, value }) => `${name} = ${writtenValue(value)}`),
    ...(node.parameters ?? []).map(({ name, value }) => `${name} = ${value === undefined ? "" : writtenValue(value)}`),
    ...attachments.map(({ name }) => name),
    evidence?.of ?? "",
    evidence?.subject ?? "",
    node.monitor?.metric ?? "",
    away === undefined ? "" : `${away.module} ${away.node}`,
  ].join("\n");
}

function fact(page: PageCase, node: CaseNode, field: Field, say: Say, value: string): boolean {
  const begins = (...words: readonly (string | undefined)[]): boolean =>
    words.some((word) => word !== undefined && folded(word).startsWith(value));
  switch (field) {
    case "status": {
      const mark = page.statuses.get(node.uid)?.mark;
      return mark === undefined ? value === "none" : begins(mark, marks[mark].word, say(marks[mark].word));
    }
    case "owner":
      return node.owner === undefined ? value === "none" : begins(node.owner);
    case "type":
      return begins(node.type, typeWords[node.type], say(typeWords[node.type]));
    case "kind":
      return node.kind !== undefined && begins(node.kind, say(kindWords[node.kind]));
    case "tag":
      return [...(node.tags ?? []), ...(node.parameters ?? [])].some(({ name }) => begins(name));
    case "label":
      return begins(node.label);
    case "is":
      return (["undeveloped", "uninstantiated", "defeated"] as const).some(
        (sign) => node[sign] === true && begins(sign, say(sign)),
      );
  }
}
