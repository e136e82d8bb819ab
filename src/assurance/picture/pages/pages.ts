/** A case on pages: one that shows everything, and one for each branch, with references to where it goes on. */

import { exactWidth, fittedText, type Page, type PageLink } from "../../../charts/index.ts";
import type { DCase } from "../../model/case.ts";
import { titleOf } from "../heading.ts";
import { type CaseLayout, layoutOf } from "../layout/layout.ts";
import { type DrawingOptions, textFor } from "../options.ts";
import type { Group } from "../scene/head.ts";
import { legendOf } from "../scene/legend.ts";
import { type CaseScene, sceneOf } from "../scene/scene.ts";
import { type CaseGraph, graphOf } from "../view/graph.ts";
import { viewOf } from "../view/view.ts";
import { partOf } from "./part-case.ts";

export interface PageOptions extends DrawingOptions {
  /** What a page has for the scene, in points. */
  readonly room: { readonly width: number; readonly height: number };
  /** Points for a pixel that can still be read. */
  readonly leastScale: number;
}

interface Plan {
  readonly tops: readonly string[];
  readonly from: number | undefined;
  readonly part: DCase;
  /** uids that are folded, since they have pages of their own. */
  readonly folded: ReadonlySet<string>;
}

/** Pixels of a legend's rows. */
const legendRoom = 1000;
/** Points of what stands above a page. */
const longestTitle = 560;
/** Tries that fail one after the other before a page is taken to be full. */
const patience = 5;

/** The pages in the order of the argument; a case that fits on one has no others. */
export function casePages(whole: DCase, options: PageOptions): readonly Page[] {
  const { say = (text) => text } = options;
  const name = options.title ?? titleOf(whole, options.language);
  const all = sceneOf(layoutOf(whole, options), whole, { ...options, legend: options.legend ?? true, title: "" });
  if (fits(all, options)) return [{ title: name, foot: "", ...drawn(all), links: [] }];
  const plans = plansOf(graphOf(shownPart(whole, options)), options);
  const pageOf = new Map<string, number>();
  // The first page shows everything.
  for (const [at, { tops }] of plans.entries()) for (const uid of tops) pageOf.set(uid, at + 2);
  const foldWords = (uid: string, count: number): string => {
    const page = pageOf.get(uid);
    return page === undefined ? `+ ${count}` : say(`page ${page}`);
  };
  const foot = (page: number): string => `${page} / ${plans.length + 1}`;
  const labels = { ...options, detail: 0, legend: false, title: "" } as const;
  const layout = layoutOf(whole, labels);
  const overview = sceneOf(layout, whole, labels);
  const legend =
    options.legend === false ? {} : { legend: legendAt(legendOf(layout, options, legendRoom, legendRoom)) };
  return [
    { title: name, foot: foot(1), ...drawn(overview), links: linksOf(overview, (uid) => pageOf.get(uid)), ...legend },
    ...plans.map(({ tops, from = 1, part, folded }, at): Page => {
      const drawing = { ...contentOf(options), folded, foldWords, title: "" };
      const layout = layoutOf(part, drawing);
      const scene = sceneOf(layout, part, drawing);
      const node = layout.byUid.get(tops[0] ?? "")?.node;
      const title = node === undefined ? [] : [node.label, textFor(node, options)].filter((one) => one !== "");
      return {
        title: fittedText(title.join(": "), 10, longestTitle, exactWidth),
        above: from,
        note: { text: say(`continued from page ${from}`), page: from },
        foot: foot(at + 2),
        ...drawn(scene),
        links: linksOf(scene, (uid) => (folded.has(uid) ? pageOf.get(uid) : undefined)),
      };
    }),
  ];
}

function legendAt({ width, height, partsAt }: Group): NonNullable<Page["legend"]> {
  return { width, height, parts: partsAt(0, 0) };
}

function drawn({ width, height, lines, nodes, more }: CaseScene): Pick<Page, "width" | "height" | "groups"> {
  return {
    width,
    height,
    groups: [...lines.map(({ parts }) => ({ left: 0, top: 0, parts })), ...nodes, { left: 0, top: 0, parts: more }],
  };
}

/** What says what boxes hold, without what says which nodes are drawn. */
function contentOf({ folded: _, focus: __, depth: ___, ...rest }: PageOptions): DrawingOptions {
  return rest;
}

/** The case without what the options fold or leave out. */
function shownPart(whole: DCase, options: PageOptions): DCase {
  const graph = graphOf(whole);
  const { shown } = viewOf(graph, options);
  if (!shown.includes(0)) return whole;
  const isShown = (uid: string): boolean => shown[graph.at.get(uid) ?? -1] === 1;
  return {
    module: whole.module,
    nodes: whole.nodes.filter(({ uid }) => isShown(uid)),
    edges: whole.edges.filter(({ from, to }) => isShown(from) && (typeof to !== "string" || isShown(to))),
  };
}

function plansOf(graph: CaseGraph, options: PageOptions): readonly Plan[] {
  const plans: Plan[] = [];
  const paged = new Set<string>();
  // What still needs a page, the next one last.
  const open: { readonly tops: readonly string[]; readonly from: number | undefined }[] = [
    { tops: graph.starts.map((node) => graph.nodes[node]!.uid), from: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const tops = next.tops.filter((uid) => !paged.has(uid));
    if (tops.length === 0) continue;
    const plan = planOf(graph, tops, next.from, options);
    if (plan === undefined) {
      const half = Math.ceil(tops.length / 2);
      open.push({ tops: tops.slice(half), from: next.from }, { tops: tops.slice(0, half), from: next.from });
      continue;
    }
    for (const uid of tops) if (!plan.folded.has(uid)) paged.add(uid);
    plans.push(plan);
    const page = plans.length + 1;
    for (const uid of [...plan.folded].reverse()) open.push({ tops: [uid], from: page });
  }
  return plans;
}

/** As much below the tops as fits; undefined where there are too many tops. */
function planOf(
  graph: CaseGraph,
  tops: readonly string[],
  from: number | undefined,
  options: PageOptions,
): Plan | undefined {
  const part = partOf(graph, tops);
  const content = contentOf(options);
  const unfolded = new Set<string>(tops.length === 1 ? tops : []);
  const folded = (): ReadonlySet<string> => new Set(part.parents.filter((uid) => !unfolded.has(uid)));
  const layout = (): CaseLayout => layoutOf(part.case, { ...content, folded: folded() });
  if (tops.length > 1 && !fits(layout(), options)) return undefined;
  const waiting = [...tops.filter((uid) => !unfolded.has(uid)), ...[...unfolded].flatMap(part.below)];
  let failures = 0;
  for (let at = 0; at < waiting.length && failures < patience; at += 1) {
    const uid = waiting[at]!;
    if (unfolded.has(uid) || !part.open.has(uid)) continue;
    unfolded.add(uid);
    if (fits(layout(), options)) {
      failures = 0;
      waiting.push(...part.below(uid));
    } else {
      unfolded.delete(uid);
      failures += 1;
    }
  }
  const drawn = layout();
  return {
    tops,
    from,
    part: part.case,
    folded: new Set(drawn.nodes.filter(({ hidden }) => hidden > 0).map(({ uid }) => uid)),
  };
}

function fits({ width, height }: { width: number; height: number }, { room, leastScale }: PageOptions): boolean {
  return width * leastScale <= room.width && height * leastScale <= room.height;
}

function linksOf({ nodes }: CaseScene, pageOf: (uid: string) => number | undefined): readonly PageLink[] {
  return nodes.flatMap(({ uid, left, top, width, height }) => {
    const page = pageOf(uid);
    return page === undefined ? [] : [{ left, top, width, height, page }];
  });
}
