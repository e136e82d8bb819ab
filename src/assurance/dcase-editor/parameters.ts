/** Parameters as D-Case Editor writes them: `NAME,OTHER;name=NAME,type=int,min=0,max=9;…`, and values as `NAME=3,OTHER=x`. */

import type { Json } from "../model/json.ts";
import type { Parameter } from "../model/pattern.ts";

/** One parameter's attributes by name: name, type, min, max, items, value and whatever else is there. */
export type ParameterRow = ReadonlyMap<string, string>;

export function rowsOf(definitions: string, values: string): readonly ParameterRow[] {
  const [names = "", ...each] = definitions.split(";");
  const rows = new Map<string, Map<string, string>>();
  for (const name of names.split(",").filter((one) => one !== "")) rows.set(name, new Map([["name", name]]));
  for (const definition of each) {
    const row = new Map(outsideOfBraces(definition).map(pairOf));
    const name = row.get("name");
    if (name !== undefined) rows.set(name, row);
  }
  for (const [name, value] of values.split(",").map(pairOf)) {
    if (name === "") continue;
    const row = rows.get(name) ?? new Map([["name", name]]);
    // The editor's own escape for the sign that parts a name from its value.
    row.set("value", value.replaceAll("&#3d;", "="));
    rows.set(name, row);
  }
  return [...rows.values()];
}

function pairOf(text: string): readonly [string, string] {
  const at = text.indexOf("=");
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

function outsideOfBraces(text: string): readonly string[] {
  return text.match(/(?:\{[^}]*\}|[^,])+/g) ?? [];
}

export function definitionsOf(rows: readonly ParameterRow[]): string {
  const names = rows.map((row) => row.get("name") ?? "").join(",");
  const each = rows.map((row) => [...row].filter(([key]) => key !== "value").map(([key, value]) => `${key}=${value}`));
  return rows.length === 0 ? "" : [names, ...each.map((one) => one.join(","))].join(";");
}

export function valuesOf(rows: readonly ParameterRow[]): string {
  return rows
    .filter((row) => row.has("value"))
    .map((row) => `${row.get("name") ?? ""}=${(row.get("value") ?? "").replaceAll("=", "&#3d;")}`)
    .join(",");
}

export function parametersOf(rows: readonly ParameterRow[]): readonly Parameter[] {
  return rows.map((row) => {
    const type = row.get("type");
    const [least, greatest] = [numberOf(row.get("min")), numberOf(row.get("max"))];
    const value = row.get("value");
    const items = row.get("items");
    return {
      name: row.get("name") ?? "",
      type: type === "int" ? "Int" : type === "double" ? "Double" : "String",
      ...(value === undefined
        ? {}
        : { value: type === "int" || type === "double" ? (numberOf(value) ?? value) : value }),
      ...(least === undefined || greatest === undefined ? {} : { range: [least, greatest] as const }),
      ...(type === "enum" && items !== undefined ? { choices: items.replace(/^\{|\}$/g, "").split(",") } : {}),
    };
  });
}

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[+-]?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** undefined where a name or a value holds one of the signs that part names and values. */
export function rowsOfParameters(parameters: readonly Parameter[]): readonly ParameterRow[] | undefined {
  const rows = parameters.map((parameter) => new Map(Object.entries(cellsOf(parameter))));
  const isPlain = rows.every(
    (row) =>
      /^[^,;={}]+$/.test(row.get("name") ?? "") &&
      !/[,;{}]/.test(row.get("value") ?? "") &&
      /^(?:\{[^;{}]*\})?$/.test(row.get("items") ?? ""),
  );
  return isPlain ? rows : undefined;
}

function cellsOf({ name, type, value, range, choices }: Parameter): Readonly<Record<string, string>> {
  const isChoice = type === "String" && choices?.every((each) => typeof each === "string" && !each.includes(","));
  const written = isChoice === true ? "enum" : (writtenTypes[type] ?? "raw");
  return {
    name,
    type: written,
    ...(range === undefined || written === "raw" ? {} : { min: String(range[0]), max: String(range[1]) }),
    ...(isChoice === true ? { items: `{${choices?.join(",")}}` } : {}),
    ...(isScalar(value) ? { value: String(value) } : {}),
  };
}

const writtenTypes: Readonly<Record<string, string>> = { String: "string", Int: "int", Double: "double" };

function isScalar(value: Json | undefined): boolean {
  return value !== undefined && value !== null && typeof value !== "object";
}
