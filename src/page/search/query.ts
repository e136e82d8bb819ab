/** What somebody looks for: words, and facts as `status:fails owner:operator`. */

export type Field = "status" | "owner" | "type" | "kind" | "tag" | "label" | "is";

export interface Term {
  /** Undefined: anywhere. */
  readonly field: Field | undefined;
  /** Folded: small letters, no full-width forms. */
  readonly value: string;
  /** `-owner:operator`: those without it. */
  readonly isNot: boolean;
}

/** Also as a Japanese reader writes them. */
const fields: Readonly<Record<string, Field>> = {
  status: "status",
  状態: "status",
  owner: "owner",
  担当: "owner",
  責任者: "owner",
  type: "type",
  種類: "type",
  kind: "kind",
  tag: "tag",
  タグ: "tag",
  label: "label",
  ラベル: "label",
  is: "is",
};

/** All terms have to be met. Quotes keep words together: `owner:"night shift"`. */
export function readQuery(text: string): readonly Term[] {
  const terms: Term[] = [];
  for (const [, minus = "", name = "", quoted, bare = ""] of text.matchAll(
    /(-?)(?:([^\s:："“”]+)[:：])?(?:["“”]([^"“”]*)["“”]?|(\S+))/gu,
  )) {
    const field = Object.hasOwn(fields, folded(name)) ? fields[folded(name)] : undefined;
    const value = folded(quoted ?? bare);
    const isNot = minus !== "";
    if (field !== undefined) terms.push({ field, value, isNot });
    else {
      // `14:40` and `http://…` are no facts.
      const whole = name === "" ? value : folded(`${name}:${quoted ?? bare}`);
      if (whole !== "") terms.push({ field, value: whole, isNot });
    }
  }
  return terms;
}

export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** A fact as it is written into the field. */
export function factText(field: Field, value: string): string {
  return /[\s:"“”]/.test(value) ? `${field}:"${value.replace(/["“”]/g, " ")}"` : `${field}:${value}`;
}
