/** Examples of MOD. */

import { type Example, example } from "./example.ts";

const pump = `
---
# pump.dcase.yaml
module:
  name: pump
  dcase: { publishes: [G10] }
G10:
  text: The pump stops on its own
  supportedBy: [G11]
G11:
  text: The valve closes
  undeveloped: true
`;

/** The first module, with what it says of itself and its nodes, beside the pump. */
function beside(head: string, nodes: string): string {
  return `# plant.dcase.yaml\nmodule:\n  name: plant\n${head}${nodes.replace(/^\n|\n$/g, "")}${pump.trimEnd()}`;
}

const goal = `
G1:
  text: The plant stops on its own
  supportedBy: [G10]
`;

export const moduleExamples: Readonly<Record<string, Example>> = {
  "MOD-01": example(beside("", goal).replace("name: plant", "name: pump"), beside("", goal)),
  "MOD-02": example(
    beside("", `${goal.replace("G10", "G10, G11")}G11:\n  text: The gate closes\n  undeveloped: true\n`),
    beside("", `${goal.replace("G10", "G10, G2")}G2:\n  text: The gate closes\n  undeveloped: true\n`),
  ),
  "MOD-03": example(
    beside(
      "",
      `${goal.replace("G10", "G2")}G2:\n  text: The pump stops\n  dcase: { away: { module: pump, node: G12 } }\n`,
    ),
    beside(
      "",
      `${goal.replace("G10", "G2")}G2:\n  text: The pump stops\n  dcase: { away: { module: pump, node: G10 } }\n`,
    ),
  ),
  "MOD-04": example(beside("", goal.replace("G10", "G11")), beside("", goal)),
  "MOD-05": example(
    beside(
      "",
      `${goal.replace("G10", "Sn1")}Sn1:\n  text: The pump stops\n  dcase: { away: { module: pump, node: G10 } }\n`,
    ),
    beside(
      "",
      `${goal.replace("G10", "G2")}G2:\n  text: The pump stops\n  dcase: { away: { module: pump, node: G10 } }\n`,
    ),
  ),
  "MOD-06": example(beside("  uses: [pumps.dcase.yaml]\n", goal), beside("  uses: [pump.dcase.yaml]\n", goal)),
  "MOD-07": example(
    beside("  uses: [pump.dcase.yaml]\n", goal).replace("name: pump\n", "name: pump\n  uses: [plant.dcase.yaml]\n"),
    beside("  uses: [pump.dcase.yaml]\n", goal),
  ),
  "MOD-08": example(beside("", goal).replace("[G10] }", "[G10, G12] }"), beside("", goal)),
  "MOD-09": example(extending("pumps", "G11: [G20]"), extending("pump", "G11: [G20]")),
  "MOD-10": example(extending("pump", "G10: [G20]"), extending("pump", "G11: [G20]")),
  "MOD-11": example(extending("pump", "G11: [G21]"), extending("pump", "G11: [G20]")),
};

function extending(module: string, develops: string): string {
  const valve = `
# valve.dcase.yaml
module:
  name: valve
  extends:
    - module: ${module}
      develops: { ${develops} }
G20:
  text: A spring closes the valve
  undeveloped: true
`;
  return `${valve.trim()}${pump.trimEnd()}`;
}
