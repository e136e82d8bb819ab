// Charts as SVG: well-formed whatever their labels hold, and golden ones for what they look like.
import { describe, expect, test } from "vitest";
import {
  barsSvg,
  type ChainChart,
  chainSvg,
  escaped,
  type LineChart,
  linesSvg,
  lookOf,
  type StackedChart,
  stackedSvg,
  themes,
} from "../../src/charts/index.ts";

const midnight = new Date(2026, 0, 14).getTime();
const hostile = 'a<b>&"c" \u0000\u001b\ud800\u202e 日本語 &amp; ]]>';

const lines = (label: string): LineChart => ({
  title: `processes (${label})`,
  subtitle: "measured over time; failures, marked by class: 3",
  panels: [
    {
      title: "processes",
      lines: [
        {
          label,
          points: [...Array(40).keys()]
            .filter((at) => at < 22 || at > 30)
            .map((at) => ({ time: midnight + at * 60_000, value: at ** 2, low: at ** 2 - 5, high: at ** 2 + 9 })),
        },
        { label: "web2", points: [{ time: midnight, value: 3, low: 3, high: 3 }] },
      ],
    },
  ],
  marks: [
    { time: midnight + 20 * 60_000, category: 0, count: 2 },
    { time: midnight + 25 * 60_000, category: 1, count: 1 },
  ],
  categories: [
    { id: "SystemFault", label: "System" },
    { id: "ExternalFault", label },
  ],
  marksTitle: "failures",
});

const stacked = (label: string): StackedChart => ({
  title: "Records over time",
  subtitle: label,
  grain: 3_600_000,
  stretches: [3, 0, 7, 12, 1].map((count, at) => ({ from: midnight + at * 3_600_000, counts: [count, at] })),
  categories: [
    { id: "UserFault", label: "User" },
    { id: "SoftwareFault", label },
  ],
});

const chain = (label: string): ChainChart => ({
  title: "Incident",
  subtitle: "2026-01-14",
  lanes: ["web1", label],
  boxes: [
    {
      kind: "fault",
      word: "FAULT",
      lane: 0,
      time: "",
      title: "the first fault is not known",
      note: "System 0.71",
      isOpen: true,
    },
    {
      kind: "error",
      word: "ERROR",
      lane: 0,
      time: "01:04:30",
      title: "プロセスが 2,898 になった。通常は 133 程度である",
      note: label,
      isOpen: false,
    },
    { kind: "error", word: "ERROR", lane: 0, time: "01:05:30", title: "w".repeat(100), note: "", isOpen: false },
    { kind: "failure", word: "FAILURE", lane: 1, time: "01:22:30", title: label, note: "", isOpen: false },
  ],
  arrows: [
    { from: 0, to: 1, confirmed: false, label: "0.71" },
    { from: 1, to: 2, confirmed: true, label: "" },
    { from: 1, to: 3, confirmed: false, label: "0.40" },
    { from: 2, to: 3, confirmed: true, label: "" },
  ],
  confirmed: "confirmed",
  assumed: "assumed",
  notes: [{ title: "Why", lines: ["[1] → [2] assumed", label] }],
});

const bars = (label: string) => ({
  title: "What fails most",
  subtitle: label,
  rows: [
    {
      label,
      value: 7,
      note: "7 (70.0 %)",
      parts: [
        { category: { id: "UserFault", label: "User" }, value: 4 },
        { category: { id: "x", label }, value: 3 },
      ],
    },
    { label: "b", value: 0, note: "0" },
  ],
});

/** Whether each tag that is opened is closed in its turn. */
function isWellFormed(svg: string): boolean {
  const open: string[] = [];
  for (const [, close, name = "", self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s+[\w:-]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) return false;
    } else if (self !== "/") open.push(name);
  }
  const rest = svg.replace(/<\/?[a-zA-Z]+(?:\s+[\w:-]+="[^"<]*")*\s*\/?>/g, "");
  return open.length === 0 && !/[<>]/.test(rest) && !/&(?!amp;|lt;|gt;|quot;)/.test(rest);
}

describe("a chart", () => {
  const drawn = [
    ["of lines", (label: string) => linesSvg(lines(label), themes.light)],
    ["of columns", (label: string) => stackedSvg(stacked(label), themes.dark)],
    ["of bars", (label: string) => barsSvg(bars(label), themes.light)],
    ["of a chain", (label: string) => chainSvg(chain(label), themes.dark)],
  ] as const;

  test.each(drawn)("%s is well-formed whatever its labels hold", (_, draw) => {
    const svg = draw(hostile);
    expect(isWellFormed(svg)).toBe(true);
    expect(svg).not.toMatch(/[\u0000-\u0008\u001b\ud800\u202e]|NaN|undefined|Infinity/u);
  });

  test.each(drawn)("%s is the same every time", (_, draw) => {
    expect(draw("web1")).toBe(draw("web1"));
  });

  test("of nothing is drawn, too", () => {
    for (const svg of [
      linesSvg({ ...lines(""), panels: [], marks: [] }, themes.light),
      stackedSvg({ ...stacked(""), stretches: [] }, themes.light),
      barsSvg({ title: "", subtitle: "", rows: [] }, themes.light),
      chainSvg({ ...chain(""), boxes: [], arrows: [], lanes: [] }, themes.light),
    ]) {
      expect(isWellFormed(svg)).toBe(true);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });

  test("gives each class a shape and a colour of its own, in both themes", () => {
    for (const theme of Object.values(themes)) {
      const looks = ["SystemFault", "SoftwareFault", "UserFault", "ExternalFault"].map((id, at) =>
        lookOf({ id, label: "" }, at, theme),
      );
      for (const key of ["shape", "color", "glyph", "hatch"] as const)
        expect(new Set(looks.map((look) => look[key])).size, key).toBe(4);
    }
  });
});

describe("golden charts", () => {
  test("of measured values with failures", async () => {
    await expect(linesSvg(lines("web1"), themes.light)).toMatchFileSnapshot("golden/lines.svg");
  });

  test("of counts over time", async () => {
    await expect(stackedSvg(stacked("ソフトウェア"), themes.dark)).toMatchFileSnapshot("golden/stacked.svg");
  });

  test("of a chain", async () => {
    await expect(chainSvg(chain("ops1"), themes.light)).toMatchFileSnapshot("golden/chain.svg");
  });
});

test("texts of SVG keep what XML takes", () => {
  expect(escaped('<a href="x">&\ud800 é')).toBe("&lt;a href=&quot;x&quot;&gt;&amp;\ufffd é");
});
