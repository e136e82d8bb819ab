/** A JSON value in a script: what JavaScript has, and where in its text it stands. */

/** A value that cannot change; its text is JSON. */
export class JsonValue {
  /** null, a text, a number, a boolean, an array or an object without a prototype's own names. */
  readonly value: unknown;
  readonly #parent: JsonValue | undefined;
  readonly #key: string | number | undefined;

  constructor(value: unknown, parent?: JsonValue, key?: string | number) {
    this.value = value;
    this.#parent = parent;
    this.#key = key;
  }

  /** `$.servers[0]["a b"]`: `$` is the whole. */
  get path(): string {
    const steps: string[] = [];
    for (let at: JsonValue | undefined = this; at !== undefined; at = at.#parent) {
      const key = at.#key;
      if (typeof key === "number") steps.push(`[${key}]`);
      else if (key !== undefined) steps.push(/^[A-Za-z_]\w*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
    }
    return `$${steps.reverse().join("")}`;
  }

  get kind(): "object" | "array" | "string" | "number" | "boolean" | "null" {
    if (this.value === null) return "null";
    if (Array.isArray(this.value)) return "array";
    // JSON has no other types.
    return typeof this.value as "object" | "string" | "number" | "boolean";
  }

  /** The entry of an object; undefined where this is none, or has none. */
  entry(key: string): JsonValue | undefined {
    const { value } = this;
    if (this.kind !== "object" || !Object.hasOwn(value as object, key)) return undefined;
    return new JsonValue((value as Readonly<Record<string, unknown>>)[key], this, key);
  }

  /** The element of an array; undefined where this is none, or has none. */
  element(index: number): JsonValue | undefined {
    const { value } = this;
    if (!Array.isArray(value) || !(index >= 0 && index < value.length)) return undefined;
    return new JsonValue(value[index], this, index);
  }

  elements(): JsonValue[] {
    return (this.value as readonly unknown[]).map((each, index) => new JsonValue(each, this, index));
  }

  /** JSON in one line. */
  toString(): string {
    return JSON.stringify(this.value);
  }
}
