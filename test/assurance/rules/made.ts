/** Cases for the tests of rules: nodes by label, in short; and the examples of the catalogue, read only as far as they go. */
import { load } from "js-yaml";
import {
  type CaseEdge,
  type CaseNode,
  type CheckedModule,
  type Condition,
  type DCase,
  type EdgeKind,
  gsn2xTypes,
  type ModuleInfo,
  type NodeType,
  noPlaces,
  type Places,
  type Repetition,
  typeOfLabel,
} from "../../../src/assurance/index.ts";

/** A node with its links by label; what it does not say follows from the label. */
export interface Short extends Partial<Omit<CaseNode, "label">> {
  readonly supportedBy?: readonly string[];
  readonly inContextOf?: readonly string[];
  /** A label, or `A -> B`. */
  readonly challenges?: readonly string[];
  readonly responsibility?: readonly string[];
  /** Of the links to these labels. */
  readonly defeatedRelation?: readonly string[];
  readonly links?: Readonly<Record<string, { readonly optional?: boolean; readonly repeats?: Repetition }>>;
}

type Nodes = Readonly<Record<string, Short>> | readonly (Short & { readonly label: string })[];

export function made(nodes: Nodes, module: Partial<ModuleInfo> = {}): DCase {
  const list = Array.isArray(nodes)
    ? (nodes as readonly (Short & { label: string })[])
    : Object.entries(nodes as Readonly<Record<string, Short>>).map(([label, node]) => ({ label, ...node }));
  const uids = new Map(list.map(({ label, uid = label }) => [label, uid]));
  const uidOf = (label: string) => uids.get(label) ?? label;
  return {
    module: { name: "test", ...module },
    nodes: list.map(
      ({ supportedBy, inContextOf, challenges, responsibility, defeatedRelation, links, ...node }): CaseNode => ({
        uid: node.label,
        type: typeOfLabel(node.label) ?? "goal",
        text: `${node.label} holds`,
        ...node,
      }),
    ),
    edges: list.flatMap((node) => edgesOf(node, uidOf)),
  };
}

function edgesOf(node: Short & { readonly label: string }, uidOf: (label: string) => string): readonly CaseEdge[] {
  const from = node.uid ?? node.label;
  const edges = (kind: EdgeKind, labels: readonly string[] = []) =>
    labels.map((label): CaseEdge => {
      const [one = "", other] = kind === "challenges" ? label.split(" -> ") : [label];
      const isDefeated = node.defeatedRelation?.includes(label) === true;
      return {
        kind,
        from,
        to: other === undefined ? uidOf(one) : { from: uidOf(one), to: uidOf(other) },
        ...(isDefeated ? { defeated: true } : {}),
        ...node.links?.[label],
      };
    });
  return [
    ...edges("supportedBy", node.supportedBy),
    ...edges("inContextOf", node.inContextOf),
    ...edges("challenges", node.challenges),
    ...edges("responsibility", node.responsibility),
  ];
}

/** Modules as they would have been read from files of their names. */
export function files(...cases: readonly DCase[]): readonly CheckedModule[] {
  return cases.map((each) => ({ case: each, places: noPlaces, file: `${each.module.name}.dcase.yaml` }));
}

/** Places as a file might tell them: by "uid", "uid.key" and "uid.key.item", the uid of the module being "". */
export function placesOf(starts: Readonly<Record<string, number>>): Places {
  return {
    of: (uid = "", key, item) => {
      const start = starts[[uid, key, item].filter((each) => each !== undefined).join(".")];
      return start === undefined ? undefined : { start, end: start + 1 };
    },
  };
}

/** The modules of an example; undefined where it is no YAML of a case, but prose or another format. */
export function read(text: string): readonly CheckedModule[] | undefined {
  if (/^[*<{]|^# (?!\w+\.dcase)/.test(text)) return undefined;
  return text.split(/^---\n/m).map((part) => {
    const [, file = "example.dcase.yaml"] = /^# (\S+\.dcase\.yaml)$/m.exec(part) ?? [];
    return { case: readOne(load(part) as Raw, file.replace(".dcase.yaml", "")), places: noPlaces, file };
  });
}

// biome-ignore lint/suspicious/noExplicitAny: what stands in the examples is known; a wrong one fails its test
type Raw = any;

function readOne({ module = {}, ...nodes }: Raw, name: string): DCase {
  const { dcase, ...head } = module;
  const info = { name, ...head, ...dcase };
  if (info.parameters !== undefined) info.parameters = named(info.parameters);
  return made(Object.fromEntries(Object.entries<Raw>(nodes).map(([label, node]) => [label, readNode(node)])), info);
}

function readNode({ nodeType, acp, dcase = {}, ...node }: Raw): Short {
  const list = (value: Raw): string[] => (value === undefined ? [] : [value].flat());
  const type = Object.keys(gsn2xTypes).find((each) => gsn2xTypes[each as NodeType] === nodeType);
  const { monitor, parameters, texts, links, ...rest } = dcase;
  return {
    text: "",
    ...node,
    ...(type === undefined ? {} : { type: type as NodeType }),
    supportedBy: list(node.supportedBy),
    inContextOf: list(node.inContextOf),
    challenges: list(node.challenges),
    defeatedRelation: list(node.defeatedRelation),
    ...(acp === undefined ? {} : { claimPoints: named(acp, (at) => ({ at: list(at) })) }),
    ...rest,
    ...(texts === undefined ? {} : { translations: texts }),
    ...(links === undefined ? {} : { links: linksOf(links) }),
    ...(monitor === undefined ? {} : { monitor: { ...monitor, condition: condition(monitor.condition) } }),
    ...(parameters === undefined ? {} : { parameters: named(parameters) }),
  };
}

function linksOf(links: Raw): NonNullable<Short["links"]> {
  return Object.fromEntries(
    Object.entries<Raw>(links).map(([label, { each, as, ...facts }]) => [
      label,
      each === undefined ? facts : { ...facts, repeats: { least: 1, each, as } },
    ]),
  );
}

function named(map: Raw, of: (value: Raw) => Raw = (value) => value): Raw {
  if (Array.isArray(map)) return map;
  return Object.entries<Raw>(map).map(([name, value]) => ({ name, ...of(value) }));
}

function condition(text: string): Condition {
  const isMeasured = text.includes("(");
  return {
    kind: "compare",
    is: "<",
    left: isMeasured ? { kind: "over", how: "max", path: "used" } : { kind: "value", value: 1 },
    right: { kind: "value", value: 2 },
  };
}
