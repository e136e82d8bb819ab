/** Choices of a pattern: a solid diamond where the lines to the alternatives part, and how many of them are kept. */

import { exactWidth, type Part } from "../../../charts/index.ts";
import type { CaseLayout } from "../layout/layout.ts";
import type { PlacedLine } from "../layout/lines.ts";

/** Above the end of a line that goes straight down. */
const above = 28;

export function choiceParts({ nodes, lines }: CaseLayout, left: number, top: number): readonly Part[] {
  const choosing = nodes.filter(({ node }) => node.choices !== undefined);
  if (choosing.length === 0) return [];
  const from = new Map<string, PlacedLine[]>(choosing.map(({ uid }) => [uid, []]));
  for (const line of lines) if (line.kind === "supportedBy" && !line.isCurved) from.get(line.from)?.push(line);
  return choosing.flatMap(({ uid, node }) =>
    (node.choices ?? []).flatMap(({ of, least, most }) => {
      const chosen = (from.get(uid) ?? []).filter(({ to }) => of.includes(to));
      const ends = chosen.map(({ points }) => points.at(-1)!);
      if (ends.length === 0) return [];
      const turn = chosen.find(({ points }) => points.length > 2)?.points[1];
      const x = left + (Math.min(...ends.map((end) => end.x)) + Math.max(...ends.map((end) => end.x))) / 2;
      const y = top + (turn?.y ?? ends[0]!.y - above);
      const text = least === most ? `${most} / ${of.length}` : `${least}..${most} / ${of.length}`;
      return [
        { kind: "path", d: `M${x} ${y - 8}l9 8l-9 8l-9 -8Z`, fill: "ink" },
        { kind: "text", x: x + 13, y: y - 5, size: 11, text, ink: "ink", anchor: "start", width: exactWidth(text, 11) },
      ] satisfies readonly Part[];
    }),
  );
}
