// Writers of a log, killed while they append; `npm run soak` kills many more.
import { expect, test } from "vitest";
import { soakLogs } from "../../bench/soak/log-writers.ts";

test("what a killed writer acknowledged is there, and the log verifies", { timeout: 120_000 }, async () => {
  const { problems } = await soakLogs(8, 11, () => {});
  expect(problems).toEqual([]);
});
