/** What is said of a node to whoever does not see it. */

import { spokenWords } from "../../assurance/index.ts";
import { shortened } from "../dom/cleaned.ts";
import type { App } from "../state/app.ts";

/** Letters: who wants all of a text opens the node. */
const most = 400;

export function spokenOf(uid: string, { page, shown }: App): string {
  const { layout, options } = shown();
  const node = layout.byUid.get(uid);
  if (node === undefined) return page.nodeOf(uid)?.label ?? "";
  const { title, description } = spokenWords(node.node, node.isAbsent, node.hidden, options);
  return shortened(description === "" ? title : `${title}. ${description.replace(/\n/g, ". ")}`, most);
}
