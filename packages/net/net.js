// Addresses and networks of IPv4: a literal, an operator, a statement, a type and functions, in JavaScript.

import { isIPv4 } from "node:net";
import { definePackage, literal, operator, statement } from "dscript/package";

/** "10.1.2.3" as a number from 0 to 2^32 - 1. */
function toNumber(address) {
  return address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(number) {
  return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join(".");
}

/** What is wrong with a network's text; undefined where nothing is. */
function wrongWith(text) {
  const [address = "", bits = ""] = text.split("/");
  if (!isIPv4(address)) return `\`${address}\` is no address`;
  if (!/^\d{1,2}$/.test(bits) || Number(bits) > 32) return "a prefix has 0 to 32 bits";
  const rest = toNumber(address) % 2 ** (32 - Number(bits));
  return rest === 0
    ? undefined
    : `the network is ${toAddress(toNumber(address) - rest)}/${bits}: an address's bits behind the prefix are 0`;
}

function read(context, argument, address) {
  if (!isIPv4(address)) context.refuse(argument, `"${address}" is no address, such as 10.1.2.3`);
  return toNumber(address);
}

/** So many addresses a `hosts()` gives at most: larger networks are no list. */
const mostHosts = 65_536;

export default definePackage({
  says: "Addresses and networks of IPv4.",
  types: {
    Network: { says: "A network of IPv4, such as 10.0.0.0/8." },
  },
  literals: [
    literal(/\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}/, {
      says: "A network: an address and the length of its prefix.",
      lower: (text, make) => make.expression`network(${text})`,
      check(text, at, view) {
        const wrong = wrongWith(text);
        if (wrong !== undefined) view.report(at, `\`${text}\` is no network: ${wrong}`, "write it as 10.0.0.0/8");
      },
      hover: (text) => `\`${text}\`: ${2 ** (32 - Number(text.split("/")[1]))} addresses`,
    }),
  ],
  operators: [
    operator('$address "within" $network', "relational", {
      says: "Whether an address belongs to a network.",
      lower: ({ address, network }, make) => make.expression`contains(${network}, ${address})`,
    }),
  ],
  statements: [
    statement("each_host $name:name of ($network:expr) $body:body", {
      says: "Runs its body for each address that a host can have.",
      lower: ({ name, network, body }, make) => make.statement`for (String ${name} in hosts(${network})) ${body}`,
    }),
  ],
  functions: {
    "network(String text): Network": {
      says: "The network that a text names.",
      fails: true,
      run(context, text) {
        const wrong = wrongWith(text);
        if (wrong !== undefined) context.refuse("text", wrong);
        const [address, bits] = text.split("/");
        return { start: toNumber(address), bits: Number(bits) };
      },
    },
    "contains(Network network, String address): boolean": {
      says: "Whether an address belongs to a network.",
      fails: true,
      run: (context, { start, bits }, address) => {
        const number = read(context, "address", address);
        return number >= start && number < start + 2 ** (32 - bits);
      },
    },
    "hosts(Network network): String[]": {
      says: "The addresses that hosts can have in a network: all but the first and the last, where it has more than two.",
      fails: true,
      run(context, { start, bits }) {
        const size = 2 ** (32 - bits);
        if (size > mostHosts)
          context.fail("UserFault", `a network of ${size} addresses is no list: ${mostHosts} is the limit`);
        const [first, count] = size > 2 ? [start + 1, size - 2] : [start, size];
        return Array.from({ length: count }, (_, index) => toAddress(first + index));
      },
    },
    "Network.size: int": { says: "How many addresses it has.", run: (_context, { bits }) => 2 ** (32 - bits) },
    "Network.mask: String": {
      says: "Its mask, such as 255.0.0.0.",
      run: (_context, { bits }) => toAddress(2 ** 32 - 2 ** (32 - bits)),
    },
    "Network.text: String": {
      says: "It as it is written.",
      run: (_context, { start, bits }) => `${toAddress(start)}/${bits}`,
    },
  },
  commands: {
    ipcalc: { effect: "reads", answers: "none" },
  },
});
