// Charts in a terminal: no line wider than the window, and what they say.
import { describe, expect, test } from "vitest";
import { histogram, plotText, roomFor, type StackedChart } from "../../src/charts/index.ts";
import { displayWidth } from "../../src/text/index.ts";

const midnight = new Date(2026, 0, 14).getTime();
const chart = (stretches: number, labels: readonly string[]): StackedChart => ({
  title: "",
  subtitle: "",
  grain: 3_600_000,
  stretches: Array.from({ length: stretches }, (_, at) => ({
    from: midnight + at * 3_600_000,
    counts: labels.map((_label, index) => (at * 7 + index * 3) % 11),
  })),
  categories: labels.map((label) => ({ id: label, label })),
});

describe("a histogram", () => {
  test("is drawn in eighths of a row", () => {
    const lines = histogram(
      {
        ...chart(0, [""]),
        stretches: [0, 1, 2, 3, 4].map((count, at) => ({ from: midnight + at * 3_600_000, counts: [count] })),
      },
      30,
    );
    expect(lines.map((line) => line.slice(0, 30))).toMatchInlineSnapshot(`
      [
        "    4                 ███",
        "                      ███",
        "    3             ███ ███",
        "                  ███ ███",
        "    2         ███ ███ ███",
        "              ███ ███ ███",
        "    1     ███ ███ ███ ███",
        "          ███ ███ ███ ███",
        "      ┴───────────┴───────",
        "      01-14     03:00",
      ]
    `);
  });

  test("fits every window, with one series and with several", () => {
    for (const width of [40, 80, 133, 200])
      for (const labels of [[""], ["System", "外部", "ソフトウェア"]]) {
        const room = roomFor(width, labels);
        for (const count of [0, 1, 3, room >> 1, room])
          for (const line of histogram(chart(count, labels), width))
            expect(displayWidth(line), `${width} ${count}: ${line}`).toBeLessThanOrEqual(width);
      }
  });
});

describe("a plot", () => {
  test("fits every window, and names the classes of its marks", () => {
    const points = Array.from({ length: 50 }, (_, at) => ({
      time: midnight + at * 60_000,
      value: Math.sin(at / 5),
      low: -1,
      high: 1,
    }));
    for (const width of [40, 80, 200]) {
      const lines = plotText(
        {
          title: "",
          subtitle: "",
          panels: [{ title: "Load", lines: [{ label: "", points }] }],
          marks: [{ time: midnight + 600_000, category: 0, count: 1 }],
          categories: [{ id: "SystemFault", label: "システム" }],
          marksTitle: "",
        },
        width,
        (text) => text,
      );
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.some((line) => line.startsWith("システム ■") && line.slice(8).includes("■"))).toBe(true);
    }
  });
});
