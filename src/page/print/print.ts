/** The case on paper: the picture as it is unfolded, and everything that its nodes say. */

import { linePartsOf, marks, type PlacedNode, partsOf, signsOf, typeText } from "../../assurance/index.ts";
import { pictureFont, themes } from "../../charts/index.ts";
import { filled, html, svg } from "../dom/element.ts";
import { factsOf } from "../panel/facts.ts";
import { colour } from "../picture/colours.ts";
import { partElement } from "../picture/part-element.ts";
import type { App } from "../state/app.ts";

/** Nodes that are printed: more would be a book of thousands of pages. */
const mostPrinted = 3000;
const margin = 12;

export function createPrint(app: App): HTMLElement {
  const element = html("section", { class: "print" });
  colour(element, themes.light);
  addEventListener("beforeprint", () => filled(element, ...content(app)));
  addEventListener("afterprint", () => element.replaceChildren());
  return element;
}

function content(app: App): readonly (Node | undefined)[] {
  const { layout, signs, walk } = app.shown();
  const { language } = app.store.get();
  const brief = app.page.briefIn(language);
  const nodes = layout.nodes.slice(0, mostPrinted);
  const left = layout.nodes.length - nodes.length;
  const picture = svg(
    "svg",
    {
      viewBox: `${-margin} ${-margin} ${layout.width + 2 * margin} ${layout.height + 2 * margin}`,
      "font-family": pictureFont,
    },
    ...(left > 0 ? [] : layout.lines).map((line) => svg("g", {}, ...linePartsOf(line).map(partElement))),
    ...nodes.map((node) =>
      svg("g", { transform: `translate(${node.left} ${node.top})` }, ...partsOf(node.box).map(partElement)),
    ),
    ...signs.map(partElement),
  );
  const order: PlacedNode[] = [];
  const open = walk.tops.filter((uid) => walk.parentOf(uid) === undefined).toReversed();
  for (let uid = open.pop(); uid !== undefined && order.length < mostPrinted; uid = open.pop()) {
    const node = layout.byUid.get(uid);
    if (node !== undefined) order.push(node);
    open.push(...walk.childrenOf(uid).toReversed());
  }
  return [
    html("h1", {}, app.page.titleIn(language)),
    brief === undefined ? undefined : html("p", {}, brief),
    left > 0 ? html("p", {}, app.say(`${left} more nodes are not printed: fold, or show only a part of it`)) : picture,
    html("div", { class: "texts" }, ...order.map((node) => entry(node, app))),
  ];
}

function entry({ uid, node, hidden }: PlacedNode, { page, store, say, shown }: App): HTMLElement {
  const { language } = store.get();
  const parent = shown().walk.parentOf(uid);
  const status = page.statusesIn(language).get(uid);
  return html(
    "article",
    {},
    html(
      "h2",
      {},
      node.label,
      html("span", {}, [typeText(node, say), ...signsOf(node, say)].join(", ")),
      parent !== undefined && html("span", {}, `← ${page.nodeOf(parent)?.label ?? ""}`),
    ),
    html("p", { dir: "auto" }, page.textOf(node, language)),
    status !== undefined &&
      html("p", {}, [say(marks[status.mark].word), status.words].filter((words) => words !== "").join(": ")),
    hidden > 0 && html("p", {}, say(`folded: ${hidden} below`)),
    ...factsOf(node, say, language).map(({ name, content: parts }) =>
      html("div", { class: "fact" }, html("b", {}, name), ...parts),
    ),
  );
}
