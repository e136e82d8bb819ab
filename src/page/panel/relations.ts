/** What a node rests on, what rests on it, and what speaks against it: as links within the page. */

import { type CaseEdge, marks, type Say } from "../../assurance/index.ts";
import type { PageCase } from "../argument/page-case.ts";
import { icon } from "../chrome/icons.ts";
import { shortened } from "../dom/cleaned.ts";
import { html } from "../dom/element.ts";

export interface Relations {
  /** In English. */
  readonly title: string;
  readonly others: readonly Other[];
}

interface Other {
  readonly uid: string;
  readonly edge: CaseEdge;
}

/** Links of one kind that are shown at first. */
const mostShown = 60;

export function relationsOf(uid: string, { index }: PageCase): readonly Relations[] {
  const out = index.out(uid);
  const into = index.into(uid);
  const ends = (kind: CaseEdge["kind"]): readonly Other[] =>
    out.flatMap((edge) =>
      edge.kind !== kind
        ? []
        : typeof edge.to === "string"
          ? [{ uid: edge.to, edge }]
          : [
              { uid: edge.to.from, edge },
              { uid: edge.to.to, edge },
            ],
    );
  const beginnings = (kind: CaseEdge["kind"]): readonly Other[] =>
    into.flatMap((edge) => (edge.kind === kind ? [{ uid: edge.from, edge }] : []));
  const against = out.flatMap((edge) =>
    typeof edge.to === "string" ? index.against(uid, edge.to).map((each) => ({ uid: each.from, edge: each })) : [],
  );
  return [
    { title: "supports", others: beginnings("supportedBy") },
    { title: "is context of", others: beginnings("inContextOf") },
    { title: "challenges", others: ends("challenges") },
    { title: "is responsible for", others: ends("responsibility") },
    { title: "supported by", others: ends("supportedBy") },
    { title: "in context of", others: ends("inContextOf") },
    { title: "is challenged by", others: beginnings("challenges") },
    { title: "its relations are challenged by", others: against },
    { title: "somebody is responsible", others: beginnings("responsibility") },
  ].filter(({ others }) => others.length > 0);
}

/** `go` follows a link. */
export function relationList(
  { title, others }: Relations,
  page: PageCase,
  language: string,
  say: Say,
  go: (uid: string) => void,
): HTMLElement {
  const list = html("ul", { class: "relations" });
  const add = (members: readonly Other[]): void =>
    list.append(...members.map((other) => line(other, page, language, say, go)));
  add(others.slice(0, mostShown));
  const rest = others.slice(mostShown);
  const more = html("button", { type: "button", class: "more" }, say(`show ${rest.length} more`));
  more.addEventListener("click", () => {
    add(rest);
    more.remove();
  });
  return html(
    "section",
    {},
    html("h3", {}, say(title), html("span", { class: "number" }, String(others.length))),
    list,
    rest.length > 0 && more,
  );
}

function line(
  { uid, edge }: Other,
  page: PageCase,
  language: string,
  say: Say,
  go: (uid: string) => void,
): HTMLElement {
  const node = page.nodeOf(uid);
  const mark = page.statuses.get(uid)?.mark;
  const notes = [
    ...(page.isAbsent(uid) ? [say("not in this case")] : []),
    ...(edge.defeated === true ? [say("defeated")] : []),
    ...(edge.optional === true ? [say("optional")] : []),
    ...(edge.note === undefined ? [] : [edge.note]),
  ];
  const link = html(
    "a",
    { href: `#${encodeURIComponent(page.nameOf(uid))}` },
    html("b", {}, node?.label ?? uid),
    mark !== undefined &&
      html("span", { class: `sign ${marks[mark].tone}`, title: say(marks[mark].word) }, icon(marks[mark].icon)),
    node !== undefined &&
      html(
        "span",
        { class: "text", lang: page.languageOf(node, language) },
        shortened(page.textOf(node, language), 160),
      ),
    notes.length > 0 && html("span", { class: "small" }, notes.join(", ")),
  );
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(uid);
  });
  return html("li", {}, link);
}
