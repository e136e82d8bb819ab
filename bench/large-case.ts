// A large case as stakeholders write them: goals over systems and parts, contexts with values, evidence, two languages.

/** `nodes` of them, as YAML. */
export function largeCase(nodes: number): string {
  const parts = Math.floor((nodes - 3) / 5);
  const systems = Math.ceil(parts / 20);
  const text: string[] = [
    `module:\n  name: large\n  brief: A site of ${systems} systems\n  dcase:\n    language: en\n    agree: { owner: 1, operator: 1 }\n`,
    `G0:\n  text: The site serves its users\n  supportedBy: [S0]\n  inContextOf: [C0]\n`,
    "C0:\n  text: Served means answered within [ANSWER]\n  dcase: { owner: owner, parameters: { ANSWER: 2s } }\n",
    `S0:\n  text: Argue over the systems\n  supportedBy: [${labels("G", 0, parts)}]\n`,
  ];
  for (let n = 0; n < parts; n += 1) {
    const id = `${Math.floor(n / 20)}_${n}`;
    text.push(`G${id}:
  text: Part ${n} of system ${Math.floor(n / 20)} answers whatever happens to the disk below it
  supportedBy: [S${id}]
  inContextOf: [C${id}]
  dcase:
    texts: { ja: システム ${Math.floor(n / 20)} の部品 ${n} は、下のディスクに何が起きても応える }
    owner: operator
C${id}:
  text: "No more than [LIMIT] of users work at once"
  dcase: { owner: owner, parameters: { LIMIT: { type: Int, value: ${(n % 60) + 1}, range: [1, 60] } } }
S${id}:
  text: Argue over failures of the disk, and over those of the network
  supportedBy: [H${id}, Sn${id}]
H${id}:
  nodeType: Goal
  text: A full disk of part ${n} is told to the operator before it is full
  undeveloped: true
Sn${id}:
  text: "A load test of part ${n}, whose report: is kept"
  dcase:
    owner: developer
    evidence: { by: load, of: load ${n}, subject: part${n}.dscript, maxAge: 90d, expects: users >= 40 and use <= 13% }
`);
  }
  return text.join("");
}

function labels(type: string, from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `${type}${Math.floor((from + at) / 20)}_${from + at}`).join(", ");
}
