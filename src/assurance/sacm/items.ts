/** A file of SACM, freed from its dialect: packages, the nodes and relations in them, and what else is there. */

import type { Span } from "../../text/index.ts";
import type { Json } from "../model/json.ts";

/** The layer of a node, and the part of a module, that hold what only tools of SACM know. */
export const layer = "sacm";

/** A text in some language; `more` are attributes beyond these two, such as the term that an expression stands for. */
export interface LangText {
  readonly lang?: string;
  readonly content: string;
  readonly more?: Readonly<Record<string, string>>;
}

/** A TaggedValue with one key and one value. */
export interface SacmTag {
  readonly key: string;
  readonly content: string;
  /** Its value is JSON: its `lang` says so. */
  readonly isJson: boolean;
}

export interface SacmThing {
  /** Unique in the file. */
  readonly id: string;
  readonly gid?: string;
  /** Without a prefix, as the file calls it. */
  readonly class: string;
  readonly name?: string;
  /** Its further names, in other languages. */
  readonly names: readonly LangText[];
  readonly texts: readonly LangText[];
  readonly tags: readonly SacmTag[];
  /** Whatever has no place of its own here; references are ids. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly elements: readonly Json[];
  readonly spanOf?: (part?: string) => Span | undefined;
}

export interface SacmPackage extends SacmThing {
  /** The package that it lies in; undefined for one that lies in the whole case. */
  readonly within?: string;
}

export interface SacmItem extends SacmThing {
  readonly package: string;
  /** Undefined where the file does not say, which means `asserted`. */
  readonly declaration?: string;
  readonly isAbstract: boolean;
  /** What it cites: an id, or where it stands in another file. */
  readonly cited?: string;
}

export interface SacmRelation extends SacmItem {
  /** Ids, or what stands where they should. */
  readonly sources: readonly string[];
  readonly targets: readonly string[];
  readonly reasoning?: string;
  readonly isCounter: boolean;
}

/** A file that an ArtifactReference refers to. */
export interface SacmArtifact {
  readonly id: string;
  readonly name?: string;
  readonly tags: readonly SacmTag[];
}

export interface SacmFile {
  /** The AssuranceCasePackage; undefined where the file is an argument alone. */
  readonly root?: SacmThing;
  readonly packages: readonly SacmPackage[];
  readonly nodes: readonly SacmItem[];
  readonly relations: readonly SacmRelation[];
  /** Packages of artifacts and terms of other tools, whole. */
  readonly others: readonly Json[];
  readonly artifacts: ReadonlyMap<string, SacmArtifact>;
  /** The artifacts that are a node's attachments, and nothing else: written anew from these. */
  readonly ownArtifacts: readonly SacmArtifact[];
  /** Prefixes of the file that are not SACM's own. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Ids are `gid`s there, which is written as well. */
  readonly hasGids: boolean;
}

/** The key of a tag that holds what SACM has no field for: this, and the field's name. */
export const tagPrefix = "dscript.";

/** The package of `ownArtifacts`. */
export const ownArtifactPackage = "_attachments";
export const defaultRoot = "_case";
export const defaultPackage = "_argument";

/** An id that no file gave: of what had none when it was read, or of a relation that was written here. */
export function isMade(id: string): boolean {
  return /^_[er]\d+(?:-\d+)?$/.test(id);
}
