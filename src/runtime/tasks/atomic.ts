/** `atomic`: trees that take themselves back (language 6). */

import type { Block, Flow } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import type { Run } from "../run.ts";

export interface AtomicParts {
  readonly paths: readonly string[];
  readonly body: Block;
  readonly confirm: Block | null;
}

export async function runAtomic(run: Run, _flow: Flow, site: number, { paths }: AtomicParts): Promise<void> {
  const message = "this engine has no way to take files back";
  throw createFault(run, site, { kind: "IOFault", message, values: paths });
}
