/** D-Case Editor's files of 2010, in the words of those of 2013 (its `old_to_new.xsl`). */

import type { Attributes } from "./flat.ts";

const ofNodes: Readonly<Record<string, string>> = {
  userdef002: "message",
  userdef003: "requirement",
  userdef005: "parameterizedDesc",
  userdef007: "parameterVals",
  userdef009: "parameterDefs",
  userdef011: "refSource",
  userdef013: "parent",
  userdef015: "flag",
};

const ofLinks: Readonly<Record<string, string>> = { userdef001: "siblingOrder", userdef002: "message" };

export function currentNode(attributes: Attributes): Attributes {
  const renamed = rename(attributes, ofNodes);
  const responsible = renamed.get("userdef012");
  if (responsible === undefined) return renamed;
  renamed.delete("userdef012");
  const [name = "", address = "", ...icon] = responsible.split(";");
  renamed.set("respName", name).set("respAddress", address).set("respIcon", icon.join(";"));
  return renamed;
}

export function currentLink(attributes: Attributes): Attributes {
  return rename(attributes, ofLinks);
}

function rename(attributes: Attributes, names: Readonly<Record<string, string>>): Map<string, string> {
  return new Map([...attributes].map(([name, value]) => [names[name] ?? name, value]));
}
