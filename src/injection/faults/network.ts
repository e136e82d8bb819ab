/** Faults of the network: none, no names, peers that behave badly, and proxies on the way to a peer. */

import { readBehaviour, showBehaviour } from "../proxy/behaviour.ts";
import type { Peer } from "../world/world.ts";
import type { FaultRow, Injected } from "./fault.ts";

const base = { area: "network", needs: ["world", "network"] } as const;
const toNetwork = ({ network }: { readonly network: boolean }): readonly string[] => (network ? [""] : []);

export const networkNone: FaultRow = {
  ...base,
  id: "network-none",
  form: "network-none",
  says: "the host has no network, not even loopback",
  read: (text) => bare("network-none", text, { network: "none" }),
  fits: toNetwork,
};

export const networkLoopback: FaultRow = {
  ...base,
  id: "network-loopback",
  form: "network-loopback",
  says: "the host reaches nobody but itself, and nothing listens there",
  read: (text) => bare("network-loopback", text, { network: "loopback" }),
  fits: toNetwork,
};

export const dnsDown: FaultRow = {
  ...base,
  needs: ["world"],
  id: "dns-down",
  form: "dns-down",
  says: "no name server answers",
  // Whoever runs this host chooses its name servers.
  read: (text) => bare("dns-down", text, { namesDown: true }),
  fits: toNetwork,
};

/** Addresses of TEST-NET-1 (RFC 5737), which no host has outside of a world. */
const [testNet, nobody] = ["192.0.2.7", "192.0.2.77"];

export const refused: FaultRow = {
  ...base,
  needs: ["world", "peers"],
  id: "refused",
  form: "refused:HOST",
  says: "another host is there, and refuses every connection",
  read: (text) => {
    if (!isHost(text)) return "expected a host's name: refused:db.example.com";
    return peer(`refused:${text}`, { host: text, address: testNet, port: 0, isThere: true, behaviour: null });
  },
  fits: ({ hosts }) => hosts,
};

export const unreachable: FaultRow = {
  ...base,
  needs: ["world", "peers"],
  id: "unreachable",
  form: "unreachable:HOST",
  says: "another host has a name and an address, and is off",
  read: (text) => {
    if (!isHost(text)) return "expected a host's name: unreachable:db.example.com";
    return peer(`unreachable:${text}`, { host: text, address: nobody, port: 0, isThere: false, behaviour: null });
  },
  fits: ({ hosts }) => hosts,
};

export const peerFault: FaultRow = {
  ...base,
  needs: ["world", "peers"],
  id: "peer",
  form: "peer:HOST:PORT=BEHAVIOUR",
  says: "another host answers badly: silent, refuse, reset, status=503, latency=300ms",
  read: (text) => {
    const [, host = "", port, how] = /^([^:=\s]+):(\d{1,5})=(.*)$/s.exec(text) ?? [];
    const number = Number(port);
    if (!isHost(host) || how === undefined || number < 1 || number > 65_535)
      return "expected a host, its port and what it does: peer:api.example.com:80=status=503";
    const behaviour = readBehaviour(how);
    if (typeof behaviour === "string") return behaviour;
    const shown = `peer:${host}:${number}=${showBehaviour(behaviour)}`;
    return peer(shown, { host, address: testNet, port: number, isThere: true, behaviour });
  },
  fits: () => [],
};

export const proxy: FaultRow = {
  id: "proxy",
  area: "network",
  needs: [],
  form: "proxy:NAME=BEHAVIOUR",
  says: "a connection that goes through a proxy of the campaign is late, slow, cut, refused, or answered with a status",
  read: (text) => {
    const [, name, how = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
    if (name === undefined) return "expected a proxy's name and how it behaves: proxy:api=latency=300ms";
    const behaviour = readBehaviour(how);
    if (typeof behaviour === "string") return behaviour;
    // To the script its peer is on this host: a service of the host is down.
    const shown = `proxy:${name}=${showBehaviour(behaviour)}`;
    return { text: shown, world: { proxies: [[name, behaviour]] }, class: "SystemFault" };
  },
  fits: () => [],
};

function bare(id: string, text: string, world: Injected["world"]): Injected | string {
  return text === ""
    ? { text: id, world, class: "SystemFault" }
    : `${id} stands alone, without ${JSON.stringify(text)}`;
}

function peer(text: string, one: Peer): Injected {
  return { text, world: { network: "peers", peers: [one] }, class: "ExternalFault" };
}

function isHost(text: string): boolean {
  return /^(?=.{1,253}$)[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/.test(text);
}
