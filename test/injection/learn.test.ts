// Learning: what is kept back is kept back by tool and by mechanism, and repeated failures count once.
import { expect, it } from "vitest";
import { type Experience, learn, readExperience } from "../../src/injection/index.ts";
import { distinct, isKept } from "../../src/injection/learn.ts";

function experience(tool: string, mechanism: string): Experience {
  const base = { scriptHash: "", host: "h", time: "2026-01-01T00:00:00Z" };
  return { tool, mechanism, class: "SystemFault", heard: { "errno.space": 1 }, ...base };
}

const tools = Array.from({ length: 40 }, (_, at) => `tool${at}`);
const mechanisms = Array.from({ length: 20 }, (_, at) => `fault${at}`);
const all = tools.flatMap((tool) => mechanisms.map((mechanism) => experience(tool, mechanism)));

it("fits on nothing whose tool and mechanism are both met in what is kept back by itself", () => {
  const fitted = all.filter((each) => !isKept(each));
  const kept = all.filter(isKept);
  expect(fitted.length).toBeGreaterThan(0);
  for (const each of kept) {
    const isToolMet = fitted.some(({ tool }) => tool === each.tool);
    const isMechanismMet = fitted.some(({ mechanism }) => mechanism === each.mechanism);
    expect(isToolMet && isMechanismMet).toBe(false);
  }
});

it("counts the same failure once", () => {
  expect(distinct([...all, ...all])).toHaveLength(all.length);
});

it("is no worse on what it was taught, and says how many that were", () => {
  const lesson = learn(all);
  expect(lesson.fitted + lesson.kept).toBe(all.length);
  expect(lesson.after).toBeGreaterThanOrEqual(lesson.before);
});

it("learns nothing from nothing", () => {
  expect(learn([])).toMatchObject({ fitted: 0, kept: 0 });
});

it("reads lines that campaigns wrote, and no others", () => {
  expect(readExperience(JSON.stringify(experience("a", "b")))).toEqual(experience("a", "b"));
  for (const line of ["", "{", "[]", "null", '{"tool":"a","mechanism":"b","class":"Nobody","heard":{}}'])
    expect(readExperience(line)).toBeUndefined();
});
