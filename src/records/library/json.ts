/** Signatures of Json: reading a text, taking values out of it, and making one. */

import type { SignatureTable } from "./signature.ts";

export const jsonSignatures = {
  "Json.parse(String text): Json": {
    says: "The value that a JSON text holds; a mistake in it is a FormatFault with line and column.",
    module: true,
    fails: true,
  },
  "Json.read(String filename): Json": {
    says: "The value that a JSON file holds.",
    module: true,
    fails: true,
    waits: true,
    origin: "file",
  },
  "Json.of(T value): Json": {
    says: "A text, number, boolean, null, array or Map as JSON, with all that is in it; a Duration is its milliseconds, a Size its bytes.",
    module: true,
    fails: true,
  },
  "Json.kind: String": { says: "What it is: `object`, `array`, `string`, `number`, `boolean` or `null`." },
  "Json.length: int": { says: "The number of entries of an object, or of elements of an array.", fails: true },
  "Json.isNull(): boolean": { says: "Whether it is null." },
  "Json.get(String key): Json": {
    says: "The value of an object's key, as `json[key]`; one that is missing is an IndexFault.",
    fails: true,
  },
  "Json.at(int index): Json": { says: "The element of an array, as `json[index]`.", fails: true },
  "Json.has(String key): boolean": { says: "Whether it is an object with this key." },
  "Json.find(String path): Json?": {
    says: "The value at a path such as `servers[0].name`, or null where something of it is missing.",
    fails: true,
  },
  "Json.keys(): String[]": {
    says: "The keys of an object, in their order; those that are whole numbers come first.",
    fails: true,
  },
  "Json.asString(): String": {
    says: "Its text; another value is a FormatFault that says where it stands.",
    fails: true,
  },
  "Json.asInt(): int": { says: "Its number, where that is whole and within the range of int.", fails: true },
  "Json.asFloat(): float": { says: "Its number.", fails: true },
  "Json.asBoolean(): boolean": { says: "Its answer.", fails: true },
  "Json.asArray(): Json[]": { says: "Its elements.", fails: true },
  "Json.asMap(): Map<Json>": { says: "Its entries.", fails: true },
  "Json.toText(int indent = 0): String": {
    says: "It as a JSON text: in one line, or with so many blanks a level.",
    fails: true,
  },
} as const satisfies SignatureTable;
