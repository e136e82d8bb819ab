// The monitors of a case are judged over records, within their windows.
import { describe, expect, test } from "vitest";
import { createMonitorJudge, marksOfMonitors, readCase } from "../../../src/assurance/index.ts";

const now = Date.parse("2027-03-31T12:00:00Z");
const text = `
G1: { text: All, supportedBy: [Sn1, Sn2, Sn3] }
Sn1: { text: Processes, dcase: { kind: monitor, monitor: { metric: processes, condition: "max(value) <= 500", window: 5m } } }
Sn2: { text: Page, dcase: { monitor: { metric: answers, condition: 'answers == true and Host == "007"' } } }
Sn3: { text: Load, dcase: { monitor: { metric: Load, condition: "p95(Load) < 8 and mean(Memory) > 10%" } } }
`;

function judged(
  records: readonly (readonly [ago: number, fields: Readonly<Record<string, string>>])[],
): readonly string[] {
  const reading = readCase(text, "x.dcase.yaml");
  const judge = createMonitorJudge(reading.ok ? [reading.file.case] : [], now);
  for (const [ago, fields] of records) judge.take(now - ago * 1000, (name) => fields[name]);
  return judge.results().map(({ node, is, says, records: count }) => `${node.label} ${is} (${count}): ${says}`);
}

describe("the monitors of a case", () => {
  test("hold, are broken, unknown or silent", () => {
    expect(
      judged([
        [10, { processes: "499" }],
        [301, { processes: "900" }],
        [5, { answers: "true", Host: "007" }],
        [3, { Load: "9.5", Memory: "0.5" }],
      ]),
    ).toEqual([
      "Sn1 holds (1): max(value) <= 500 holds",
      'Sn2 holds (1): answers == true and Host == "007" holds',
      "Sn3 broken (1): p95(Load) < 8 and mean(Memory) > 0.1 does not hold",
    ]);
    expect(judged([[3, { Load: "1" }]])).toEqual([
      "Sn1 silent (0): no record of the last 5 m 00 s has processes",
      "Sn2 silent (0): no record has answers",
      "Sn3 unknown (1): the records do not say whether p95(Load) < 8 and mean(Memory) > 0.1",
    ]);
  });

  test("take records in any order, and none of later", () => {
    expect(
      judged([
        [5, { answers: "false", Host: "007" }],
        [2, { answers: "true", Host: "007" }],
        [9, { answers: "false", Host: "007" }],
        [-60, { answers: "false", Host: "007" }],
      ])[1],
    ).toBe('Sn2 holds (3): answers == true and Host == "007" holds');
  });

  test("put their nodes in doubt where they do not hold", () => {
    const reading = readCase(text, "x.dcase.yaml");
    const judge = createMonitorJudge(reading.ok ? [reading.file.case] : [], now);
    judge.take(now, (name) => ({ processes: "501" })[name as "processes"]);
    expect(marksOfMonitors(judge.results())[0]).toEqual({ uid: "Sn1", says: "max(value) <= 500 does not hold" });
  });
});
