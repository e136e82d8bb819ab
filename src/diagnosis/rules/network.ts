/** What an HTTP answer, a name, a certificate or a protocol says (RFC 9110, 15; RFC 5280). */

import { type Rule, weigh } from "../rule.ts";

const clock = "the operator of this host must set its clock";
const certificate = "whoever runs {host} must give it another certificate";

// biome-ignore format: one row a line reads as the table that it is
export const networkRules: readonly Rule[] = [
  { id: "http.request", when: { answer: [400, 400] }, weights: weigh(-1, 1.2, 0.8, -0.8), says: "the server could not make sense of the request", topic: "bad-data" },
  { id: "http.login", when: { answer: [401, 401] }, weights: weigh(-0.5, -0.3, 2.6, 0), says: "the server wants to know who asks, or does not believe it", advice: { UserFault: "whoever ran this must give another token or password" } },
  { id: "http.rights", when: { answer: [402, 403] }, weights: weigh(-0.5, -0.2, 2.4, 0.4), says: "the server does not let this user do it", advice: { UserFault: "whoever ran this needs other rights on that server" } },
  { id: "http.absent", when: { answer: [404, 404] }, weights: weigh(-1, 0.8, 0.8, 0.6), says: "the server has nothing at this URL", topic: "page" },
  { id: "http.method", when: { answer: [405, 406] }, weights: weigh(-1, 2.4, 0, 0), says: "the server does not do this with the URL", advice: { SoftwareFault: "the script's developer must ask in another way: see the server's manual" } },
  { id: "http.proxy-login", when: { answer: [407, 407] }, weights: weigh(0.6, -0.5, 2.4, 0), says: "the proxy wants to know who asks", advice: { UserFault: "whoever ran this must give a user and password in the proxy's variable" } },
  { id: "http.slow", when: { answer: [408, 408] }, weights: weigh(0.4, -0.6, -0.6, 1.8), says: "the server waited too long for the request" },
  { id: "http.state", when: { answer: [409, 409] }, weights: weigh(-0.6, 0.8, 1.2, 0.4), says: "what is there stands against the request", topic: "bad-data" },
  { id: "http.gone", when: { answer: [410, 410] }, weights: weigh(-1, 1.2, 0.4, 0.8), says: "what was at this URL is gone for good", topic: "page" },
  { id: "http.unfit", when: { answer: [411, 428] }, weights: weigh(-1, 1.2, 1.2, -0.4), says: "the server cannot do anything with what was sent", topic: "bad-data" },
  { id: "http.too-many", when: { answer: [429, 429] }, weights: weigh(-0.5, 0.4, 0.2, 2.6), says: "the server was asked too often", advice: { ExternalFault: "wait, and ask the server less often" } },
  { id: "http.refused", when: { answer: [430, 499] }, weights: weigh(-0.8, 0.6, 0.8, 0.4), says: "the server refuses the request" },
  { id: "http.unavailable", when: { answer: [503, 503] }, weights: weigh(0, -0.6, -0.6, 0.8), says: "the server is overloaded, or shut for a while" },
  { id: "http.gateway", when: { answer: [502, 502] }, weights: weigh(0, -0.6, -0.6, 0.6), says: "a server behind the server does not answer it" },
  { id: "http.gateway-late", when: { answer: [504, 504] }, weights: weigh(0, -0.6, -0.6, 0.6), says: "a server behind the server takes too long" },
  { id: "http.server", when: { answer: [500, 599] }, weights: weigh(0, -0.6, -0.6, 1.4), says: "the server met an error of its own" },

  { id: "network.name", when: { trouble: ["name"] }, weights: weigh(0.2, 0.4, 1.2, -0.6), says: "no name server knows the name", topic: "name-lookup" },
  { id: "network.name-later", when: { trouble: ["name-later"] }, weights: weigh(4, -1, -0.8, 0), says: "the name servers of this host do not answer", topic: "name-lookup", advice: { SystemFault: "the operator of this host must see to its name servers (/etc/resolv.conf)" } },
  { id: "network.expired", when: { trouble: ["tls-expired"] }, weights: weigh(0.3, -1, -1, 2.6), says: "the server's certificate is out of date", advice: { ExternalFault: certificate, SystemFault: clock } },
  { id: "network.early", when: { trouble: ["tls-early"] }, weights: weigh(4, -1, -1, 0.6), says: "the server's certificate is not valid yet by this host's clock", advice: { ExternalFault: certificate, SystemFault: clock } },
  { id: "network.untrusted", when: { trouble: ["tls-untrusted"] }, weights: weigh(1.6, -0.4, -0.2, 1.6), says: "nobody whom this host knows vouches for the server's certificate", advice: { SystemFault: "the operator of this host must add the authority's certificate, if it is to be believed", ExternalFault: certificate } },
  { id: "network.other-name", when: { trouble: ["tls-name"] }, weights: weigh(0, 0.8, 0.6, 1.6), says: "the server's certificate is for other names", advice: { ExternalFault: certificate } },
  { id: "network.tls", when: { trouble: ["tls-protocol"] }, weights: weigh(0, 0.9, 0.4, 1.2), says: "both sides could not agree on TLS" },
  { id: "network.protocol", when: { trouble: ["protocol"] }, weights: weigh(-0.4, -0.8, -0.8, 2.2), says: "the other side does not keep to HTTP" },
  { id: "network.redirect", when: { trouble: ["redirect"] }, weights: weigh(-0.6, 0.2, 0, 2), says: "the server sends whoever asks it somewhere else, and there is no good end to it" },
];
