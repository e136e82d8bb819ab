// A name server for the prepared network: it knows its hosts, breaks for some zones, and says that all else does not exist.
import { createSocket } from "node:dgram";
import { dead, hosts } from "./names.ts";

const addresses = new Map(hosts.map(({ name, address }) => [name, address]));
const [noError, failure, noName, refused] = [0, 2, 3, 5];

/** Listens at an address; resolves when it does. */
export function serveNames(address: string): Promise<void> {
  const socket = createSocket("udp4");
  socket.on("message", (question, from) => {
    const reply = answerTo(question);
    if (reply !== null) socket.send(reply, from.port, from.address);
  });
  return new Promise((resolve, reject) => {
    socket.once("error", reject);
    socket.bind(53, address, () => resolve());
  });
}

/** The answer to a question, in RFC 1035's form; null where none is given. */
function answerTo(question: Buffer): Buffer | null {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  const end = at + 5;
  const type = question.readUInt16BE(at + 1);
  const name = labels.join(".").toLowerCase();
  if (name.endsWith(".silent.example")) return null;
  const address = addresses.get(name);
  const code = dead.some((zone) => name.endsWith(zone))
    ? failure
    : name.endsWith(".private.example")
      ? refused
      : address === undefined && name !== "v6.partner.example"
        ? noName
        : noError;
  const answers: Buffer[] = [];
  const record = (kind: number, data: readonly number[]): void => {
    answers.push(Buffer.from([0xc0, 12, 0, kind, 0, 1, 0, 0, 0, 60, 0, data.length, ...data]));
  };
  if (code === noError && type === 1 && address !== undefined) record(1, address.split(".").map(Number));
  if (code === noError && type === 28 && name === "v6.partner.example")
    record(28, [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]);
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(answers.length, 6);
  head.writeUInt32BE(0, 8);
  return Buffer.concat([head, question.subarray(12, end), ...answers]);
}
