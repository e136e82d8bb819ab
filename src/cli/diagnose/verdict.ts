/** A diagnosis with all that speaks for and against each class. */

import { escapeText, type FaultView, type FrameStyle, type Language, renderFault } from "../../diagnostics/index.ts";

/** Shares below this are not worth their lines. */
const leastShare = 0.005;
const classWidth = 14;

/** The fault as a run shows it, without a stack; below it every reason with its weight. Ends with a newline. */
export function renderVerdict(view: FaultView, style: FrameStyle, language: Language): string {
  const { source: _source, span: _span, ...placeless } = view;
  const lines = [
    renderFault({ ...placeless, stack: [] }, style, language).trimEnd(),
    style.strong(language.text("Why")),
  ];
  for (const share of view.ranked) {
    const reasons = share.reasons ?? [];
    if (share.p < leastShare && reasons.length === 0) continue;
    const head = `  ${share.class.padEnd(classWidth)} ${Math.min(share.p, 0.99).toFixed(2)}`;
    const blank = " ".repeat(head.length);
    const [first, ...others] = reasons.map(({ rule, says, weight }) => {
      const number = `${weight < 0 ? "" : "+"}${weight.toFixed(1)}`;
      return `  ${number.padStart(5)}  ${escapeText(language.text(says))}  ${style.dim(`(${rule})`)}`;
    });
    lines.push(`${head}${first ?? ""}`, ...others.map((text) => `${blank}${text}`));
  }
  return `${lines.join("\n")}\n`;
}
