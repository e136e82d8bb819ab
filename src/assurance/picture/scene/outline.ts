/** The outlines of the shapes, for boxes and for the legend (GSN 3: rectangle, parallelogram, circle, rounded rectangle, oval; module and contract). */

import type { Part, PartLook } from "../../../charts/index.ts";
import { slant } from "../content/flat-size.ts";
import { bandHeight, tabHeight } from "../content/heights.ts";
import type { Shape } from "../content/shapes.ts";

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An away element has a line in its lower half, and a flat foot below it. */
export function outlineOf(shape: Shape, area: Area, look: PartLook, isAway = false): readonly Part[] {
  const { x, y, width, height } = area;
  const band: readonly Part[] = isAway
    ? [{ kind: "path", d: `M${x} ${y + height - bandHeight}h${width}`, ...look }]
    : [];
  switch (shape) {
    case "box":
      return [{ kind: "rect", ...area, radius: 2, ...look }, ...band];
    case "absent":
      return [{ kind: "rect", ...area, radius: 2, ...look, dash: [3, 4] }];
    case "slant": {
      const s = Math.min(slant, width / 4);
      const d = `M${x + s} ${y}H${x + width}L${x + width - s} ${y + height}H${x}Z`;
      return [{ kind: "path", d, ...look }, ...band];
    }
    case "round": {
      if (!isAway) return [{ kind: "rect", ...area, radius: Math.min(16, height / 2), ...look }];
      const d = `M${x} ${y + height}V${y + 16}q0 -16 16 -16H${x + width - 16}q16 0 16 16V${y + height}Z`;
      return [{ kind: "path", d, ...look }, ...band];
    }
    case "circle":
    case "oval": {
      const [rx, ry] = [width / 2, (isAway ? height - bandHeight : height) / 2];
      if (!isAway) return [{ kind: "ellipse", x: x + rx, y: y + ry, rx, ry, ...look }];
      const d = `M${x} ${y + height}V${y + ry}A${rx} ${ry} 0 0 1 ${x + width} ${y + ry}V${y + height}Z`;
      return [{ kind: "path", d, ...look }, ...band];
    }
    case "folder":
    case "contract": {
      const tab = Math.min(52, width * 0.4);
      const high = Math.min(tabHeight, height / 2);
      const second: readonly Part[] =
        shape === "folder"
          ? []
          : [{ kind: "rect", x: x + width - tab, y: y + height, width: tab, height: high, ...look }];
      return [
        { kind: "rect", x, y: y - high, width: tab, height: high, ...look },
        { kind: "rect", ...area, ...look },
        ...second,
        ...band,
      ];
    }
  }
}
