/** What a fault makes of the world in which a script runs: data, which goes to the process that makes that world. */

import type { InjectionRule } from "../../runtime/index.ts";
import type { ProxyBehaviour } from "../proxy/behaviour.ts";

export interface World {
  readonly covers: readonly Cover[];
  readonly contents: readonly Contents[];
  /** Programs that are not there. */
  readonly hidden: readonly string[];
  /** Who runs the script; null for whoever runs the campaign. */
  readonly user: number | null;
  /** By how much the clock is wrong, as faketime takes it: "+3d". */
  readonly clock: string | null;
  /** `none`: not even loopback. `loopback`: nothing but loopback. `peers`: one with other hosts, all of them made up. */
  readonly network: "host" | "none" | "loopback" | "peers";
  /** No name server answers. */
  readonly namesDown: boolean;
  /** Hosts that a network of the world's own has; `behaviour` null: nobody listens there. */
  readonly peers: readonly Peer[];
  readonly load: { readonly processors: number; readonly memory: number };
  readonly rules: readonly InjectionRule[];
  /** How proxies behave, by their names. */
  readonly proxies: readonly (readonly [name: string, behaviour: ProxyBehaviour])[];
  readonly inputs: readonly InputEdit[];
  /** Covers, contents and hidden programs come when the script gets to this line; null: they are there from the start. */
  readonly arrival: number | null;
}

/** A path over which something is laid. `bytes`: what can be written until it is full. */
export interface Cover {
  readonly path: string;
  readonly how: "full" | "read-only" | "no-inodes";
  readonly bytes: number;
}

/** What becomes of a file; `seed` is where its bytes come from. */
export interface Contents {
  readonly path: string;
  readonly how: ContentsName;
  readonly bytes: number;
  readonly seed: number;
}

export const contentsNames = ["missing", "empty", "huge", "malformed", "binary"] as const;
export type ContentsName = (typeof contentsNames)[number];

export interface Peer {
  readonly host: string;
  /** An address of TEST-NET-1 (RFC 5737): nobody else has it. */
  readonly address: string;
  readonly port: number;
  /** Whether a host has that address. */
  readonly isThere: boolean;
  readonly behaviour: ProxyBehaviour | null;
}

/** A word of the command line, a parameter by its name, or a variable, and the text in its place; null for none. */
export interface InputEdit {
  readonly place: "argument" | "parameter" | "variable";
  readonly name: string;
  readonly text: string | null;
}

/** As it is without a fault. */
export const calm: World = {
  covers: [],
  contents: [],
  hidden: [],
  user: null,
  clock: null,
  network: "host",
  namesDown: false,
  peers: [],
  load: { processors: 0, memory: 0 },
  rules: [],
  proxies: [],
  inputs: [],
  arrival: null,
};
