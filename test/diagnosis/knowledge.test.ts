/** What is known of messages: each row recognises its example, means what it should, and programs that operators use have rows. */

import { describe, expect, test } from "vitest";
import { shippedCommands } from "../../src/commands/index.ts";
import { createDiagnosis, type MessageRule, messageRules } from "../../src/diagnosis/index.ts";
import { type FaultClass, faultClasses } from "../../src/records/index.ts";
import { fakeHost } from "./fake-host.ts";
import { command } from "./symptoms.ts";

const diagnose = createDiagnosis({ commands: shippedCommands, host: fakeHost({}), locale: "C" });
const rules = messageRules();

/** Topics that let the origin of an argument, or the peer, decide. */
const neutral =
  /^(?:absent|in-the-way|ill-formed|usage|bad-data|missing-command|not-executable|page|peer|name-lookup)$/;

/** The class that a row speaks for; undefined where something else decides. */
function intended({ weights, topic }: MessageRule): FaultClass | undefined {
  if (topic !== undefined && neutral.test(topic)) return undefined;
  const best = Math.max(...faultClasses.map((name) => weights[name] ?? 0));
  const second = faultClasses.map((name) => weights[name] ?? 0).toSorted((a, b) => b - a)[1] ?? 0;
  return best - second < 1 ? undefined : faultClasses.find((name) => weights[name] === best);
}

describe("each row of messages", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s is heard in its example", (_, rule) => {
    const program = rule.for?.[0] ?? "frob";
    const { heard, ranked } = diagnose(command(`${program} x`, { stderr: rule.example ?? "" }));
    if (rule.errno !== undefined) {
      // Where a program's own row fits better, that one is heard.
      const said = Object.keys(heard).filter((id) => /^(?:errno|means)\./.test(id));
      expect(said, JSON.stringify(heard)).toHaveLength(1);
      return;
    }
    const meant = rule.key ?? rule.id;
    expect(Object.keys(heard), rule.example).toContain(meant);
    const first = intended(rule);
    if (first !== undefined && rule.strength === undefined)
      expect(ranked[0]?.class, JSON.stringify(ranked)).toBe(first);
  });
});
