/** Cases that are drawn in tests. */

import type { CaseEdge, CaseNode, DCase, NodeType } from "../../../src/assurance/index.ts";

export function node(label: string, type: NodeType, text: string, more: Partial<CaseNode> = {}): CaseNode {
  return { uid: `u-${label}`, label, type, text, ...more };
}

/** `G1 > S1` is support, `G1 @ C1` context, `CG1 ! G1` a challenge, `CG1 ! G1>S1` a challenge of an edge, `P1 = G1` responsibility. */
export function edges(...lines: readonly string[]): readonly CaseEdge[] {
  const kinds = { ">": "supportedBy", "@": "inContextOf", "!": "challenges", "=": "responsibility" } as const;
  return lines.flatMap((line) => {
    const [, from = "", sign = ">", rest = ""] = /^(\S+) ([>@!=]) (.+)$/.exec(line) ?? [];
    return rest.split(" ").map((to): CaseEdge => {
      const [near = "", far] = to.split(">");
      return {
        kind: kinds[sign as keyof typeof kinds],
        from: `u-${from}`,
        to: far === undefined ? `u-${to}` : { from: `u-${near}`, to: `u-${far}` },
      };
    });
  });
}

export function caseOf(name: string, nodes: readonly CaseNode[], lines: readonly CaseEdge[]): DCase {
  return { module: { name }, nodes, edges: lines };
}

export const small = caseOf(
  "Registration week",
  [
    node("G1", "goal", "Students can register for courses all week"),
    node("C1", "context", "Registration week, Monday to Friday"),
    node("S1", "strategy", "Argue over what can go wrong"),
    node("J1", "justification", "The causes come from three years of incident reports"),
    node("G2", "goal", "The service survives a peak of requests"),
    node("G3", "goal", "No data is lost when the power is cut"),
    node("Sn1", "evidence", "Load test of 12 March"),
    node("G4", "goal", "Operators notice a failure within a minute", { undeveloped: true }),
  ],
  edges("G1 @ C1", "G1 > S1", "S1 @ J1", "S1 > G2 G3 G4", "G2 > Sn1", "G3 > Sn1"),
);

export const japanese = caseOf(
  "履修登録システム",
  [
    node("G1", "goal", "履修登録の期間中、学生がいつでも登録できる"),
    node("C1", "context", "期間: 木曜日の 14:40 から 16:10 まで。利用者は学生と教職員"),
    node("A1", "assumption", "停電は一回につき30分を超えない"),
    node("S1", "strategy", "想定される障害（電源断、過負荷、操作の誤り）ごとに議論する"),
    node("J1", "justification", "障害の一覧は、過去三年間の報告書から作成した"),
    node("G2", "goal", "「RAMディスク」に移したデータは、電源断が起きても失われない", {
      owner: "運用担当者",
      validUntil: "2027-03-31",
      translations: { en: "Data that was moved to the RAM disk survives a power cut" },
    }),
    node("G3", "goal", "ロードバランサーが、すべてのリクエストを高性能マシンに送っている"),
    node("G4", "goal", "操作の誤りは元に戻せる", { undeveloped: true }),
    node("Sn1", "evidence", "電源断の試験の記録"),
    node("Sn2", "evidence", "負荷試験の結果（毎秒2000リクエスト）", { kind: "monitor" }),
    node("CG1", "counterGoal", "バッテリーの点検記録が、二年前のものしかない"),
  ],
  edges("G1 @ C1 A1", "G1 > S1", "S1 @ J1", "S1 > G2 G3 G4", "G2 > Sn1", "G3 > Sn2", "CG1 ! G2"),
);

export const everything: DCase = {
  module: {
    name: "Everything",
    brief: "All shapes, lines and signs that a case can have",
    publishes: ["G1"],
  },
  nodes: [
    node("G1", "goal", "The service is dependable enough for the registration week", {
      owner: "operator",
      validUntil: "2027-03-31",
      tags: [{ name: "PEAK", value: "Thu 14:40-16:10" }],
    }),
    node("C1", "context", "Registration week: Monday to Friday, 08:00 to 20:00"),
    node("C2", "context", "Two web servers and one load balancer", { kind: "parameter" }),
    node("A1", "assumption", "The power is never cut for longer than 30 minutes"),
    node("J1", "justification", "Three years of incident reports name no other causes"),
    node("S1", "strategy", "Argue over each fault class"),
    node("S2", "strategy", "Argue over {SERVERS}", { uninstantiated: true }),
    node("G2", "goal", "The balancer sends requests to machines that answer", { kind: "risk" }),
    node("G3", "goal", "Data survives a power cut", { defeated: true }),
    node("G4", "goal", "A person approves what cannot be undone", { undeveloped: true }),
    node("G5", "goal", "Logs are kept for {DAYS} days", { undeveloped: true, uninstantiated: true }),
    node("G6", "goal", "Backups can be read back", { away: { module: "backups", node: "G1" } }),
    node("C3", "context", "Where the backups are kept", { away: { module: "backups", node: "C1" } }),
    node("Sn3", "evidence", "Restore drill", { away: { module: "backups", node: "Sn1" } }),
    node("M1", "goal", "Network", { kind: "module" }),
    node("K1", "goal", "Between service and network", { kind: "contract" }),
    node("P1", "goal", "One server of {SERVERS} answers", { kind: "pattern", uninstantiated: true }),
    node("Sn1", "evidence", "Load test of 12 March", {
      evidence: { by: "load", of: "registration.dscript", maxAge: "30d" },
    }),
    node("Sn2", "evidence", "Response time", {
      kind: "monitor",
      monitor: {
        metric: "latency",
        condition: {
          kind: "compare",
          is: "<",
          left: { kind: "over", how: "p95", path: "latency" },
          right: { kind: "value", value: 200 },
        },
        window: "5m",
      },
    }),
    node("Sn4", "evidence", "Switch over", { kind: "action" }),
    node("Sn5", "evidence", "Contract with the power company", { kind: "external" }),
    node("CG1", "counterGoal", "The batteries were not looked at for two years"),
    node("CSn1", "counterEvidence", "Service booklet of the batteries"),
    node("CG2", "counterGoal", "The load test did not run against both servers", { defeated: true }),
    node("O1", "goal", "Network team", { kind: "external" }),
  ],
  edges: [
    ...edges("G1 @ C1 A1 J1 C2", "G1 > S1 S2", "S1 > G2 G3 G4 G5 G6", "G6 @ C3", "G2 > M1 K1 Sn1 Sn2"),
    ...edges("G3 > Sn5 Sn3", "G4 > Sn4", "CG1 ! G3", "CG1 > CSn1", "CG2 ! G2>Sn1", "G5 > Sn2", "O1 = M1"),
    { kind: "supportedBy", from: "u-S2", to: "u-P1", repeats: { least: 1, each: "SERVERS" } },
    { kind: "supportedBy", from: "u-S2", to: "u-G7", optional: true },
    { kind: "supportedBy", from: "u-S2", to: "u-G8" },
    { kind: "supportedBy", from: "u-P1", to: "u-Sn6", defeated: true },
  ],
};

/** A tree with about so many nodes, the same every time. */
export function large(count: number, fan = 4): DCase {
  const nodes: CaseNode[] = [];
  const lines: CaseEdge[] = [];
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  const parts = ["The service", "A backup of the data", "The load balancer", "Each web server", "The operator on duty"];
  const claims = [
    "answers within a second",
    "is watched day and night",
    "survives a power cut",
    "is restored",
    "is told",
  ];
  const said = (): string =>
    `${parts[random(5)]} ${claims[random(5)]}${random(3) === 0 ? ", even while the peak of the week lasts" : ""}`;
  const add = (type: NodeType, label: string): string => {
    nodes.push(node(label, type, said()));
    return `u-${label}`;
  };
  const open = [add("goal", "G1")];
  for (let number = 2; nodes.length < count && open.length > 0; ) {
    const goal = open.shift() ?? "";
    if (random(3) === 0) {
      lines.push({
        kind: "inContextOf",
        from: goal,
        to: add(random(2) === 0 ? "context" : "assumption", `C${number}`),
      });
      number += 1;
    }
    const strategy = add("strategy", `S${number}`);
    lines.push({ kind: "supportedBy", from: goal, to: strategy });
    for (let child = random(fan) + 1; child >= 0 && nodes.length < count; child -= 1) {
      number += 1;
      const isLeaf = random(3) === 0;
      const uid = add(isLeaf ? "evidence" : "goal", `${isLeaf ? "Sn" : "G"}${number}`);
      lines.push({ kind: "supportedBy", from: strategy, to: uid });
      if (!isLeaf) open.push(uid);
    }
    number += 1;
  }
  return caseOf(`A case of ${count} nodes`, nodes, lines);
}
