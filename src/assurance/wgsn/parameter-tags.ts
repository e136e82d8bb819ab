/** Parameters: the value as a tag that AssureNote takes for one, and ahead of what makes it more, `Parameter.PEAK:: Int`. */

import type { Json } from "../model/json.ts";
import type { Parameter, ParameterType } from "../model/pattern.ts";
import { fitsTagLine, type TagLine } from "./tag-line.ts";
import { valueText } from "./values.ts";

const types: readonly ParameterType[] = ["String", "Int", "Double", "Boolean", "Duration", "List"];
const shape = /^Parameter\.(.+?)(?:\.(least|greatest|choices|says(?:\.[^.]+)?))?$/;
/** Ahead of the language of what a parameter says in another one. */
const saysIn = "says.";

type OpenParameter = { -readonly [K in keyof Parameter]: Parameter[K] };

export interface ParametersRead {
  readonly parameters: readonly Parameter[];
  readonly rest: readonly TagLine[];
}

/** Takes parameters out of tags: each begins with its type, with its value, where it has one, on the line ahead. */
export function readParameters(lines: readonly TagLine[]): ParametersRead {
  if (!lines.some(([name]) => name.startsWith("Parameter."))) return { parameters: [], rest: lines };
  const parameters: OpenParameter[] = [];
  const rest: TagLine[] = [];
  let least: number | string | undefined;
  for (const line of lines) {
    const [name = "", part] = (shape.exec(line[0]) ?? []).slice(1);
    const type = part === undefined && name !== "" ? types.find((each) => each === line[1]) : undefined;
    const last = parameters.at(-1);
    if (type !== undefined) {
      const ahead = rest.at(-1);
      const hasValue = ahead?.[0] === name;
      if (hasValue) rest.pop();
      parameters.push({ name, type, ...(hasValue ? { value: valueIn(type, ahead[1]) } : {}) });
    } else if (last === undefined || last.name !== name || part === undefined) rest.push(line);
    else if (part === "least") least = endOf(last.type, line[1]);
    else if (part === "greatest" && least !== undefined) last.range = [least, endOf(last.type, line[1])];
    else if (part === "choices") last.choices = choicesOf(last.type, line[1]);
    else if (part === "says") last.says = line[1];
    else if (part.startsWith(saysIn))
      last.translations = { ...last.translations, [part.slice(saysIn.length)]: line[1] };
    else rest.push(line);
  }
  return { parameters: parameters.map(inOrder), rest };
}

/** Only those that a line of a tag can name. */
export function writtenParameters(parameters: readonly Parameter[]): readonly TagLine[] {
  return parameters.flatMap(({ name, type, value, range, choices, says, translations }): readonly TagLine[] => {
    if (!fitsTagLine(name, "")) return [];
    const head = `Parameter.${name}`;
    return [
      ...(value === undefined ? [] : [[name, valueText(value)] as const]),
      [head, type],
      ...(range === undefined ? [] : [[`${head}.least`, String(range[0])] as const]),
      ...(range === undefined ? [] : [[`${head}.greatest`, String(range[1])] as const]),
      ...(choices === undefined ? [] : [[`${head}.choices`, choicesText(choices)] as const]),
      ...(says === undefined ? [] : [[`${head}.says`, says] as const]),
      ...Object.entries(translations ?? {}).map(([language, text]) => [`${head}.${saysIn}${language}`, text] as const),
    ];
  });
}

/** What is no value of its type stays a text, for the rules to find. */
function valueIn(type: ParameterType, text: string): Json {
  switch (type) {
    case "Int":
    case "Double":
      return String(Number(text)) === text ? Number(text) : text;
    case "Boolean":
      return text === "true" || text === "false" ? text === "true" : text;
    case "List":
      return choicesOf("String", text);
    case "String":
    case "Duration":
      return text;
  }
}

function endOf(type: ParameterType, text: string): number | string {
  const value = valueIn(type, text);
  return typeof value === "number" ? value : text;
}

function choicesOf(type: ParameterType, text: string): readonly Json[] {
  return text === "" ? [] : text.split(",").map((part) => valueIn(type, part.trim()));
}

function choicesText(choices: readonly Json[]): string {
  return choices.map((each) => (typeof each === "object" ? JSON.stringify(each) : String(each))).join(", ");
}

function inOrder({ name, type, value, range, choices, says, translations }: Parameter): Parameter {
  return {
    name,
    type,
    ...(value === undefined ? {} : { value }),
    ...(range === undefined ? {} : { range }),
    ...(choices === undefined ? {} : { choices }),
    ...(says === undefined ? {} : { says }),
    ...(translations === undefined ? {} : { translations }),
  };
}
