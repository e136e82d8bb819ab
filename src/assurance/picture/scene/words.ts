/** What a node's box says, for who does not see it. */

import type { CaseNode } from "../../model/case.ts";
import { notesOf } from "../content/notes.ts";
import { kindWords, marks, typeWords } from "../content/shapes.ts";
import { type ContentOptions, textFor } from "../options.ts";

export interface Words {
  readonly title: string;
  readonly description: string;
}

export function wordsOf(node: CaseNode, isAbsent: boolean, hidden: number, options: ContentOptions): Words {
  const { say = (text) => text, statuses } = options;
  const status = statuses?.get(node.uid);
  return {
    title: isAbsent ? `${node.label}: ${say("not in this case")}` : `${typeText(node, say)} ${node.label}`,
    description: [
      textFor(node, options),
      ...(status === undefined
        ? []
        : [[say(marks[status.mark].word), status.words].filter((part) => part !== "").join(": ")]),
      ...signsOf(node, say),
      ...(hidden === 0 ? [] : [say(`folded: ${hidden} below`)]),
      ...notesOf(node, say),
    ]
      .filter((line) => line !== "")
      .join("\n"),
  };
}

/** "Evidence, Monitor". */
export function typeText({ type, kind }: CaseNode, say: (text: string) => string): string {
  return kind === undefined ? say(typeWords[type]) : `${say(typeWords[type])}, ${say(kindWords[kind])}`;
}

export function signsOf(
  { undeveloped, uninstantiated, defeated, away }: CaseNode,
  say: (text: string) => string,
): readonly string[] {
  return [
    ...(undeveloped === true ? [say("undeveloped")] : []),
    ...(uninstantiated === true ? [say("uninstantiated")] : []),
    ...(defeated === true ? [say("defeated")] : []),
    ...(away === undefined ? [] : [say(`from the module ${away.module}`)]),
  ];
}
