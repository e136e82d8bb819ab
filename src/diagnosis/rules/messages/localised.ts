/** Messages in Japanese and German, as the catalogues of GNU programs translate them. */

import type { MessageRule } from "../../rule.ts";

export const localised = (): readonly MessageRule[] => [];
