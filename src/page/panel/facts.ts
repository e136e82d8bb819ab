/** Everything that a node says beside its text, as rows of a name and what it is. */

import {
  type CaseNode,
  conditionText,
  type EvidenceSpec,
  type Json,
  type Monitor,
  type Parameter,
  type Say,
  writtenValue,
} from "../../assurance/index.ts";
import { translated } from "../argument/page-case.ts";
import { html } from "../dom/element.ts";
import { outward } from "../dom/link.ts";

export interface Fact {
  /** In the reader's language. */
  readonly name: string;
  readonly content: readonly (Node | string)[];
}

/** Values of a list that are shown. */
const mostShown = 200;

export function factsOf(node: CaseNode, say: Say, language: string): readonly Fact[] {
  const { owner, validUntil, url, evidence, monitor, parameters = [], tags = [], attachments = [] } = node;
  const { away, claimPoints = [], instance, layers = {} } = node;
  const fact = (name: string, ...content: readonly (Node | string)[]): Fact => ({ name: say(name), content });
  return [
    ...(owner === undefined ? [] : [fact("owner", owner)]),
    ...(validUntil === undefined ? [] : [fact("holds until", validUntil)]),
    ...(evidence === undefined ? [] : [fact("evidence", rows(evidenceRows(evidence, say)))]),
    ...(monitor === undefined ? [] : [fact("monitor", rows(monitorRows(monitor, say)))]),
    ...(parameters.length === 0
      ? []
      : [fact("parameters", rows(parameters.map((each) => parameterRow(each, say, language))))]),
    ...(tags.length === 0 ? [] : [fact("tags", rows(tags.map(({ name, value }) => [name, writtenValue(value)])))]),
    ...(attachments.length === 0
      ? []
      : [
          fact(
            "attachments",
            ...attachments
              .slice(0, mostShown)
              .map(({ name, url: address, mediaType, digest }) =>
                html(
                  "div",
                  { class: "attachment" },
                  address === undefined ? html("b", {}, name) : outward(address, name),
                  ...[mediaType, digest].map((each) => each !== undefined && html("span", { class: "small" }, each)),
                ),
              ),
          ),
        ]),
    ...(url === undefined ? [] : [fact("link", outward(url))]),
    ...(away === undefined ? [] : [fact("of another module", rows([[away.module, away.node]]))]),
    ...(claimPoints.length === 0
      ? []
      : [fact("claim points", rows(claimPoints.map(({ name, at }) => [name, at.join(", ")])))]),
    ...(instance === undefined
      ? []
      : [
          fact(
            "made from a pattern",
            rows([
              [say("pattern"), instance.pattern],
              ...Object.entries(instance.arguments).map(([name, value]): Row => [name, writtenValue(value)]),
            ]),
          ),
        ]),
    ...Object.entries(layers)
      .slice(0, mostShown)
      .map(([name, value]): Fact => ({ name, content: [layerText(value)] })),
  ];
}

type Row = readonly [name: string, value: string];

function rows(pairs: readonly Row[]): HTMLElement {
  return html(
    "div",
    { class: "rows" },
    ...pairs
      .slice(0, mostShown)
      .flatMap(([name, value]) => [html("span", { class: "name" }, name), html("span", {}, value)]),
    pairs.length > mostShown && html("span", { class: "name" }, "…"),
  );
}

function evidenceRows(
  { by, of, subject, maxAge, environment = {}, parameters = {}, expects }: EvidenceSpec,
  say: Say,
): readonly Row[] {
  return [
    [say("made by"), say(by)],
    ...(of === undefined ? [] : [[say("which one"), of] as const]),
    ...(subject === undefined ? [] : [[say("of the script"), subject] as const]),
    ...(maxAge === undefined ? [] : [[say("greatest age"), maxAge] as const]),
    ...(expects === undefined ? [] : [[say("expects"), conditionText(expects)] as const]),
    ...Object.entries({ ...environment, ...parameters }).map(([name, value]): Row => [name, writtenValue(value)]),
  ];
}

function monitorRows({ metric, condition, window }: Monitor, say: Say): readonly Row[] {
  return [
    [say("metric"), metric],
    [say("condition"), conditionText(condition)],
    ...(window === undefined ? [] : [[say("window"), window] as const]),
  ];
}

function parameterRow({ name, type, value, range, says, translations }: Parameter, say: Say, language: string): Row {
  const shown = value === undefined ? say(`open, of type ${type}`) : writtenValue(value);
  const bounds = range === undefined ? "" : ` (${range[0]} – ${range[1]})`;
  const what = translated(says ?? "", translations, language);
  return [name, `${shown}${bounds}${what === "" ? "" : `: ${what}`}`];
}

function layerText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value, undefined, 1);
}
