// A case on pages: one that shows everything, and one for each branch.
import { describe, expect, test } from "vitest";
import { casePages, type PageOptions } from "../../../src/assurance/index.ts";
import type { Page } from "../../../src/charts/index.ts";
import { caseOf, edges, everything, large, node, small } from "./cases.ts";

const options: PageOptions = { room: { width: 774, height: 484 }, leastScale: 0.6 };

const textsOf = ({ groups }: Page): readonly string[] =>
  groups.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === "text" ? [part.text] : [])));

describe("pages", () => {
  test("of a case that fits on one are that one", () => {
    const pages = casePages(small, options);
    expect(pages.map(({ title, foot }) => [title, foot])).toEqual([["Registration week", ""]]);
    expect(textsOf(pages[0]!)).toContain("Justification");
  });

  test("begin with one that shows every node, and leads to where each branch is", () => {
    const whole = large(150);
    const [first, ...branches] = casePages(whole, options);
    const labels = new Set(textsOf(first!));
    for (const { label } of whole.nodes) expect(labels).toContain(label);
    expect(new Set(first?.links.map(({ page }) => page))).toEqual(new Set(branches.map((_, at) => at + 2)));
  });

  test("show every node with its text, can be read, and refer to each other", () => {
    const whole = large(150);
    const pages = casePages(whole, options);
    const shown = new Set(pages.slice(1).flatMap(textsOf));
    for (const { label } of whole.nodes) expect(shown).toContain(label);
    for (const [at, page] of pages.entries()) {
      if (at === 0) continue;
      expect(page.foot).toBe(`${at + 1} / ${pages.length}`);
      const above = pages[(page.above ?? 0) - 1];
      if (at > 1) {
        expect(page.note?.text).toBe(`continued from page ${page.above}`);
        expect(above?.links.map((link) => link.page)).toContain(at + 1);
        expect(textsOf(above!)).toContain(`page ${at + 1}`);
      }
      // The margins of the scene are not counted.
      expect(Math.min(774 / page.width, 484 / page.height)).toBeGreaterThan(0.5);
    }
  });

  test("of many roots, of circles and of missing ends end", () => {
    const labels = Array.from({ length: 90 }, (_, at) => `G${at}`);
    const roots = caseOf(
      "Roots",
      labels.map((label) => node(label, "goal", "A root that needs some room for itself")),
      [],
    );
    const texts = casePages(roots, options).slice(1).flatMap(textsOf);
    for (const label of labels) expect(texts).toContain(label);
    const circle = caseOf(
      "Circle",
      roots.nodes,
      labels.flatMap((label, at) => edges(`${label} > G${(at + 1) % 90}`)),
    );
    const inCircle = casePages(circle, options).slice(1).flatMap(textsOf);
    for (const label of labels) expect(inCircle).toContain(label);
    expect(casePages(everything, options).flatMap(textsOf)).toContain("u-Sn6");
  });
});
