/** An in-toto statement (Statement v1) of one of our kinds, read strictly: what is not known is refused, because people sign it. */

import { type Json, sourceOf, statementOf, type Trouble } from "../../assurance/index.ts";
import { predicateShapes, type StatementKind, subjectShape } from "./kinds.ts";
import { any, checkShape, isObject, object, oneOf, text } from "./shape.ts";

export interface AgreementStatement {
  readonly kind: StatementKind;
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
  /** Who says it; of evidence undefined where a machine does. */
  readonly who: string | undefined;
  /** RFC 3339. */
  readonly time: string;
  readonly predicate: { readonly [name: string]: Json };
  /** All of it, as it was read. */
  readonly value: Json;
}

const statementType = "https://in-toto.io/Statement/v1";
const ours = "https://dscript.dev/agreement/";

const whole = object({
  _type: oneOf(statementType),
  subject: subjectShape,
  predicateType: text(200, 1),
  predicate: any,
});

/** The statement of a value, or the first thing that is wrong with it. */
export function statementFrom(value: Json): AgreementStatement | Trouble {
  const wrong = checkShape(value, whole, "");
  if (wrong !== undefined) return wrong;
  const { predicateType, predicate, subject } = value as unknown as {
    readonly predicateType: string;
    readonly predicate: Json;
    readonly subject: AgreementStatement["subject"];
  };
  if (sourceOf({ predicateType }) !== undefined) return evidenceFrom(value, subject);
  const kind = kindOf(predicateType);
  if (kind === undefined) return unknownKind(predicateType);
  const inside = checkShape(predicate, predicateShapes[kind], "predicate");
  if (inside !== undefined) return inside;
  const fields = predicate as AgreementStatement["predicate"];
  return { kind, subject, predicate: fields, who: String(fields["who"]), time: String(fields["time"]), value };
}

export function predicateTypeOf(kind: Exclude<StatementKind, "evidence">): string {
  return `${ours}${kind}/v1`;
}

function kindOf(predicateType: string): keyof typeof predicateShapes | undefined {
  const kinds = Object.keys(predicateShapes) as (keyof typeof predicateShapes)[];
  return kinds.find((kind) => predicateTypeOf(kind) === predicateType);
}

function evidenceFrom(value: Json, subject: AgreementStatement["subject"]): AgreementStatement | Trouble {
  const reading = statementOf(value);
  if (!reading.ok) return { code: "ENV-06", message: reading.problem, help: "docs/case/evidence.md has the form" };
  const predicate = isObject(value) && isObject(value["predicate"]) ? value["predicate"] : {};
  const { who, time } = reading.statement.predicate;
  return { kind: "evidence", subject, predicate, who, time, value };
}

function unknownKind(predicateType: string): Trouble {
  const shown = JSON.stringify(predicateType);
  const newer = new RegExp(`^${ours}[a-z-]+/v\\d+$`).test(predicateType);
  return newer
    ? {
        code: "ENV-10",
        message: `its predicateType ${shown} is of a newer dscript`,
        help: "read it with that version",
      }
    : {
        code: "ENV-10",
        message: `its predicateType ${shown} is no kind of statement that a log keeps`,
        help: `a log keeps ${Object.keys(predicateShapes).join(", ")} and evidence, as ${predicateTypeOf("agreement")}`,
      };
}
