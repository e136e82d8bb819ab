/** Reads the engine's own sentences: their kinds and error numbers say what they mean, but for this one. */

import type { MessageReader } from "./message.ts";
import type { MessageRule } from "./rule.ts";
import { keyOf, meanings } from "./rules/messages/meanings.ts";

const inputEnded: MessageRule = {
  id: "message.input-ended",
  key: keyOf("nobodyAnswers"),
  ...meanings.nobodyAnswers,
};

export const readOwn: MessageReader = (message) => ({
  rules: message.includes("input has ended") ? [inputEnded] : [],
  line: message,
});
