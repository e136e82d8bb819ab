/** Whether a value that was read has the shape that a part of a case must have. */

export type Shape = (value: unknown) => boolean;

export const isText: Shape = (value) => typeof value === "string";
export const isNumber: Shape = (value) => typeof value === "number" && Number.isFinite(value);
export const isTruth: Shape = (value) => typeof value === "boolean";
/** Whatever came out of JSON. */
export const isJson: Shape = (value) => value !== undefined;

export function isOneOf(...values: readonly (string | number | boolean)[]): Shape {
  return (value) => values.some((each) => each === value);
}

export function either(...shapes: readonly Shape[]): Shape {
  return (value) => shapes.some((shape) => shape(value));
}

export function listOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.every(shape);
}

export function pairOf(shape: Shape): Shape {
  return (value) => Array.isArray(value) && value.length === 2 && value.every(shape);
}

export function mapOf(shape: Shape): Shape {
  return (value) =>
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(shape);
}

/** An object with these keys; further ones are nobody's business. */
export function objectOf(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(required).every(([key, shape]) => shape(own(value, key))) &&
    Object.entries(optional).every(([key, shape]) => own(value, key) === undefined || shape(own(value, key)));
}

export function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? value[key as keyof typeof value] : undefined;
}
