/** Signatures of Csv and Yaml. */

import type { SignatureTable } from "./signature.ts";

export const tableSignatures = {
  'Csv.parse(String text, String separator = ","): String[][]': {
    says: "The rows of a CSV text; a mistake in it is a FormatFault with line and column.",
    fails: true,
  },
  'Csv.parseRows(String text, String separator = ","): Map<String>[]': {
    says: "The rows of a CSV text by the names that its first line gives.",
    fails: true,
  },
  'Csv.read(String filename, String separator = ","): String[][]': {
    says: "The rows of a CSV file.",
    waits: true,
    fails: true,
    origin: "file",
  },
  'Csv.readRows(String filename, String separator = ","): Map<String>[]': {
    says: "The rows of a CSV file by the names that its first line gives.",
    waits: true,
    fails: true,
    origin: "file",
  },
  'Csv.format(String[][] rows, String separator = ","): String': {
    says: "Rows as a CSV text, with quotes where a field needs them.",
    fails: true,
  },
  'Csv.formatRows(Map<String>[] rows, String separator = ","): String': {
    says: "Rows as a CSV text, with the names of the first one in its first line.",
    fails: true,
  },

  "Yaml.parse(String text): Json": {
    says: "The value that a YAML text holds; a mistake in it is a FormatFault with line and column.",
    waits: true,
    fails: true,
  },
  "Yaml.parseAll(String text): Json[]": {
    says: "The values of all documents of a YAML text.",
    waits: true,
    fails: true,
  },
  "Yaml.read(String filename): Json": {
    says: "The value that a YAML file holds.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "Yaml.format(Json value): String": { says: "A value as a YAML text.", waits: true, fails: true },
} as const satisfies SignatureTable;
