/** Weights of rules as they were fitted on caused failures (bench/faults), in the order System, Software, User, External. */

import type { Row } from "../weights.ts";

// biome-ignore format: one row a line reads as the table that it is
export const fittedRules: Readonly<Record<string, Row>> = {
};
