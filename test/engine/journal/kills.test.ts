/** Engines that are killed in the middle of plans: a sample of `npm run soak`. */

import { expect, it } from "vitest";
import { soakPlans } from "../../../bench/soak/plans.ts";

it("a plan whose engine is killed, again and again, is done in the end, or nothing of it is left", async () => {
  const seed = 7;
  const { problems } = await soakPlans(5, seed, () => {});
  expect(problems).toEqual([]);
}, 180_000);
