/** An engine that is killed in a block that is atomic: the next start of any dscript leaves all of it, or nothing. A sample of `npm run soak`. */

import { expect, it } from "vitest";
import { soakAtomic } from "../../../bench/soak/atomic.ts";

const rounds = Number(process.env["DSCRIPT_ATOMIC_KILLS"] ?? 12);

it("leaves all or nothing, whenever the engine was killed", async () => {
  const seed = 7;
  const { problems } = await soakAtomic(rounds, seed, () => {});
  expect(problems).toEqual([]);
}, 600_000);
