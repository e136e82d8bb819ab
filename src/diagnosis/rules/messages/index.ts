/** All rows of messages. They are made when a diagnosis first reads a message: most runs have none. */

import type { MessageRule } from "../../rule.ts";
import { connections } from "./connections.ts";
import { databases } from "./databases.ts";
import { files } from "./files.ts";
import { general } from "./general.ts";
import { versionControl } from "./git.ts";
import { languages } from "./languages.ts";
import { localised } from "./localised.ts";
import { packages } from "./packages.ts";
import { platforms } from "./platforms.ts";
import { remote } from "./remote.ts";
import { system } from "./system.ts";

/** The families of rows, with the titles of their documentation. */
export const messageFamilies: readonly (readonly [title: string, rows: () => readonly MessageRule[]])[] = [
  ["Any program", general],
  ["Names, logins, web servers, TLS, gRPC", connections],
  ["Files and texts", files],
  ["Other hosts", remote],
  ["Version control", versionControl],
  ["Databases and stores", databases],
  ["Services, storage, network, accounts", system],
  ["Containers, clusters, clouds", platforms],
  ["Packages", packages],
  ["Languages and building", languages],
  ["Japanese and German", localised],
];

let made: readonly MessageRule[] | undefined;

/** Every row, in the order of the families. */
export function messageRules(): readonly MessageRule[] {
  made ??= messageFamilies.flatMap(([, rows]) => rows());
  return made;
}
