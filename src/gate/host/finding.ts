/** What an audit of a host is asked about, and what it finds. */

import type { Policy } from "../../consent/index.ts";
import type { HostLayout } from "./layout.ts";

type HostState = "ok" | "weak" | "wrong";

export interface HostFinding {
  readonly area: "policy" | "users" | "log" | "memory" | "program" | "sudo" | "clock";
  readonly state: HostState;
  readonly finding: string;
  /** What repairs it: a command, or a sentence where none alone does. */
  readonly repair?: string;
}

export interface AuditRequest {
  readonly layout: HostLayout;
  readonly policy: Policy;
  /** What the gate itself would say of policy and log. */
  readonly reasons: readonly { readonly message: string; readonly help: string }[];
  /** Files and folders that dscript and Node.js consist of: of this machine, whatever the root. */
  readonly programs: readonly string[];
}

export type Row = Omit<HostFinding, "area">;

export const placed = (area: HostFinding["area"], rows: readonly Row[], fine: string): readonly HostFinding[] =>
  rows.length === 0 ? [{ area, state: "ok", finding: fine }] : rows.map((row) => ({ area, ...row }));
