/** A pattern's node, edge and module with their placeholders filled. */

import type { CaseNode, ModuleInfo, Translations } from "../model/case.ts";
import type { Condition, Operand } from "../model/condition.ts";
import type { Json } from "../model/json.ts";
import type { Parameter } from "../model/pattern.ts";
import { filledJson, filledText } from "./placeholders.ts";
import type { Scope } from "./scope.ts";
import { valueText } from "./values.ts";

/** Everything of a node but its uid, its label, its choices and its record. */
export function filledNode(node: CaseNode, scope: Scope): CaseNode {
  const { uid, label, type, choices, instance, kind, presentation, parameters, translations, ...rest } = node;
  return {
    uid,
    label,
    type,
    ...(kind === undefined ? {} : { kind }),
    ...filledParts(rest, scope),
    ...(translations === undefined ? {} : { translations: filledTexts(translations, scope) }),
    ...(parameters === undefined ? {} : { parameters: parameters.map((each) => filledParameter(each, scope)) }),
    ...(presentation === undefined ? {} : { presentation }),
  };
}

type Parts = Omit<
  CaseNode,
  "uid" | "label" | "type" | "choices" | "instance" | "kind" | "presentation" | "parameters" | "translations"
>;

function filledParts(parts: Parts, scope: Scope): Parts {
  const { evidence, monitor, ...rest } = parts;
  // What is left is JSON, and stays of its type: a placeholder in a list of names becomes a text there.
  const plain = filledStrings(rest, scope) as Omit<Parts, "evidence" | "monitor">;
  const tags = parts.tags?.map(({ name, value }) => ({ name, value: filledJson(value, scope) }));
  return {
    ...plain,
    ...(tags === undefined ? {} : { tags }),
    ...(evidence === undefined ? {} : { evidence: filledSpec(evidence, scope) }),
    ...(monitor === undefined
      ? {}
      : {
          monitor: {
            ...(filledStrings(monitor, scope) as typeof monitor),
            condition: filledCondition(monitor.condition, scope),
          },
        }),
  };
}

function filledSpec(spec: NonNullable<CaseNode["evidence"]>, scope: Scope): NonNullable<CaseNode["evidence"]> {
  const { expects, environment, parameters, ...rest } = spec;
  return {
    ...(filledStrings(rest, scope) as typeof rest),
    ...(environment === undefined ? {} : { environment: filledValues(environment, scope) }),
    ...(parameters === undefined ? {} : { parameters: filledValues(parameters, scope) }),
    ...(expects === undefined ? {} : { expects: filledCondition(expects, scope) }),
  };
}

function filledValues(values: { readonly [name: string]: Json }, scope: Scope): { readonly [name: string]: Json } {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filledJson(value, scope)]));
}

/** Texts within a value, all of which stay texts. */
function filledStrings(value: unknown, scope: Scope): unknown {
  // A file's reader leaves out blanks at the end, and so a value must not bring any.
  if (typeof value === "string") return filledText(value, scope).trimEnd();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => filledStrings(item, scope));
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledStrings(inner, scope)]));
}

function filledTexts(texts: Translations, scope: Scope): Translations {
  return Object.fromEntries(
    Object.entries(texts).map(([language, text]) => [language, filledText(text, scope, language).trimEnd()]),
  );
}

/** A parameter with its argument is a fact. */
function filledParameter(parameter: Parameter, scope: Scope): Parameter {
  const value = scope.value(parameter.name);
  const text = parameter.type === "String" && value !== undefined ? valueText(value, scope.language) : undefined;
  const bound = text ?? value;
  return {
    ...parameter,
    ...(bound === undefined ? {} : { value: bound }),
    ...(parameter.says === undefined ? {} : { says: filledText(parameter.says, scope) }),
    ...(parameter.translations === undefined ? {} : { translations: filledTexts(parameter.translations, scope) }),
  };
}

/** Conditions are as deep as their text, which its parser limits. */
function filledCondition(condition: Condition, scope: Scope): Condition {
  switch (condition.kind) {
    case "compare":
      return {
        ...condition,
        left: filledOperand(condition.left, scope),
        right: filledOperand(condition.right, scope),
      };
    case "not":
      return { kind: "not", of: filledCondition(condition.of, scope) };
    case "and":
    case "or":
      return { kind: condition.kind, of: condition.of.map((part) => filledCondition(part, scope)) };
  }
}

function filledOperand(operand: Operand, scope: Scope): Operand {
  if (operand.kind !== "value" || typeof operand.value !== "string") return operand;
  const value = filledJson(operand.value, scope);
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? { kind: "value", value }
    : operand;
}

/** A pattern's module as that of an instance. */
export function filledModule(info: ModuleInfo, name: string | undefined, scope: Scope): ModuleInfo {
  const { parameters, extra, brief, names, briefs, instance: _, ...rest } = info;
  return {
    ...rest,
    name: name ?? filledText(info.name, scope),
    ...(brief === undefined ? {} : { brief: filledText(brief, scope) }),
    ...(names === undefined || name !== undefined ? {} : { names: filledTexts(names, scope) }),
    ...(briefs === undefined ? {} : { briefs: filledTexts(briefs, scope) }),
    ...(parameters === undefined ? {} : { parameters: parameters.map((each) => filledParameter(each, scope)) }),
    ...(extra === undefined ? {} : { extra: filledValues(extra, scope) }),
  };
}
