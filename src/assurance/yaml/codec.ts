/** `NAME.dcase.yaml` and gsn2x's files: one format. */

import type { CaseCodec } from "../model/reading.ts";
import { readYaml } from "./read.ts";
import { writeYaml } from "./write.ts";

export const yamlCodec: CaseCodec = {
  name: "yaml",
  endings: [".dcase.yaml", ".dcase.yml", ".gsn.yaml", ".gsn.yml", ".yaml", ".yml"],
  read: readYaml,
  write: writeYaml,
};
