/** The next step of somebody whose new file could not be written. */

import { dirname } from "node:path";

const nextSteps: Readonly<Record<string, (folder: string) => string>> = {
  EEXIST: () => "it is there already: choose another name",
  ENOENT: (folder) => `there is no folder ${folder}: make it first, mkdir -p ${folder}`,
  ENOTDIR: (folder) => `${folder} is no folder: choose another one`,
  ENAMETOOLONG: () => "the name is too long: choose a shorter one",
  EROFS: (folder) => `${folder} cannot be written: choose another folder`,
  ENOSPC: (folder) => `there is no space left in ${folder}`,
};

export function errnoNextStep(code: string, path: string): string {
  return (
    (Object.hasOwn(nextSteps, code) ? nextSteps[code]?.(dirname(path)) : undefined) ?? "see whether you may write there"
  );
}
