/** What a gate remembers of a log: people, what was said of each script, and how much of the log that was. A cache but for `seen`. */

import { statSync } from "node:fs";
import { join } from "node:path";
import {
  type Core,
  emptyCore,
  emptyTopic,
  type Reason,
  reason,
  type ShelvedEvidence,
  type Shelves,
  type Topic,
} from "../../consent/index.ts";
import { makeFolder } from "../../engine/index.ts";
import { hashText } from "../hash.ts";
import type { BundleFacts } from "./bundle-facts.ts";
import { readJson, writeJson } from "./files.ts";

/** The newest that was ever seen: what is older later is refused. */
export interface Seen {
  readonly policyVersion: number;
  /** The log's key, as a word, and how far it went: its root in base64. */
  readonly log?: { readonly key: string; readonly size: number; readonly root: string };
  /** When something was decided last: milliseconds since the epoch. */
  readonly time: number;
}

/** Rises when what is kept means something else. */
const form = 1;

interface Kept {
  readonly form: number;
  readonly log: string;
  readonly core: Core;
  readonly root: string;
}

export class Memory implements Shelves {
  readonly folder: string;
  #topics = new Map<string, Topic>();
  #evidence = new Map<string, readonly ShelvedEvidence[]>();
  #dirty = new Map<string, unknown>();
  /** False after a start from nothing: what lies in the folder is of another fold. */
  #isKept = true;

  constructor(folder: string) {
    this.folder = folder;
  }

  seen(): Seen {
    return readJson<Seen>(join(this.folder, "seen.json")) ?? { policyVersion: 0, time: 0 };
  }

  /** Throws where it cannot be written. */
  see(seen: Seen): void {
    makeFolder(this.folder);
    writeJson(join(this.folder, "seen.json"), seen, true);
  }

  /** What is read from the folder is believed: nobody but this user and root may write there. */
  othersMayWrite(): Reason | undefined {
    let stat: ReturnType<typeof statSync>;
    try {
      stat = statSync(this.folder);
    } catch {
      // Nothing is read from there, and a decision that cannot be written is refused.
      return undefined;
    }
    const isOurs = stat.uid === 0 || stat.uid === process.geteuid?.();
    if (isOurs && (stat.mode & 0o022) === 0) return undefined;
    return reason("DS6111", `others may write ${this.folder}, where the gate remembers and decides`, {
      help: `chmod go-w ${this.folder}, and give it to whoever runs dscript`,
    });
  }

  /** What was known of this log, with the root that it was known at in base64. */
  core(log: string): { readonly core: Core; readonly root: string } {
    const kept = readJson<Kept>(join(this.folder, "core.json"));
    if (kept?.form === form && kept.log === log) return kept;
    this.forget();
    return { core: emptyCore(), root: "" };
  }

  /** Begins anew: what was known is not read any more. */
  forget(): void {
    this.#isKept = false;
    this.#topics = new Map();
    this.#evidence = new Map();
    this.#dirty = new Map();
  }

  /** Keeps all that is new, the core last, so that what was cut off is taken in once more. A folder that cannot be written stays as it is. */
  keep(log: string, core: Core, root: string): void {
    try {
      for (const folder of ["topics", "evidence"]) makeFolder(join(this.folder, folder));
      for (const [path, value] of this.#dirty) writeJson(join(this.folder, path), value);
      const kept: Kept = { form, log, core, root };
      writeJson(join(this.folder, "core.json"), kept);
      this.#dirty.clear();
      this.#isKept = true;
    } catch {
      // The next run takes it in again.
    }
  }

  /** The bundle of a content that was seen before. */
  bundle(contentKey: string): BundleFacts | undefined {
    return this.kept<BundleFacts>("bundles", contentKey);
  }

  keepBundle(contentKey: string, facts: BundleFacts): void {
    this.keepOther("bundles", contentKey, facts);
  }

  /** What costs time to make, by a digest of all that it is made of. */
  kept<T>(kind: string, key: string): T | undefined {
    return readJson<T>(join(this.folder, kind, `${key}.json`));
  }

  keepOther(kind: string, key: string, value: unknown): void {
    try {
      makeFolder(join(this.folder, kind));
      writeJson(join(this.folder, kind, `${key}.json`), value);
    } catch {
      // It is made again.
    }
  }

  topic(bundle: string): Topic {
    const known = this.#topics.get(bundle);
    if (known !== undefined) return known;
    const found = this.#read<Topic>(topicFile(bundle)) ?? emptyTopic(bundle);
    this.#topics.set(bundle, found);
    return found;
  }

  keepTopic(topic: Topic): void {
    this.#topics.set(topic.bundle, topic);
    this.#dirty.set(topicFile(topic.bundle), topic);
  }

  evidence(key: string): readonly ShelvedEvidence[] {
    const known = this.#evidence.get(key);
    if (known !== undefined) return known;
    const found = this.#read<readonly ShelvedEvidence[]>(evidenceFile(key)) ?? [];
    this.#evidence.set(key, found);
    return found;
  }

  keepEvidence(key: string, all: readonly ShelvedEvidence[]): void {
    this.#evidence.set(key, all);
    this.#dirty.set(evidenceFile(key), all);
  }

  #read<T>(path: string): T | undefined {
    return this.#isKept ? readJson<T>(join(this.folder, path)) : undefined;
  }
}

/** Names of people's making never become names of files. */
function topicFile(bundle: string): string {
  return `topics/${/^[0-9a-f]{64}$/.test(bundle) ? bundle : hashText(bundle)}.json`;
}

function evidenceFile(key: string): string {
  return `evidence/${hashText(key)}.json`;
}
