/** What is known of a run that turns to the people of a role. */

import type { Language } from "../../diagnostics/index.ts";
import type { Config } from "../config-shape.ts";
import type { RunState } from "../state.ts";

export interface RolesAround {
  readonly config: Pick<Config, "roles" | "approval">;
  /** Of what people read. */
  readonly language: Language;
  readonly state: RunState;
  /** The script's absolute path. */
  readonly script: string;
  /** It is tried out, and fails on purpose: nobody is told or asked. */
  readonly isTrial: boolean;
}
