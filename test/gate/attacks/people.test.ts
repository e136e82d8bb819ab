// Attacks on who agrees: the author, one person twice, a key that was stolen, a signature from elsewhere.
import { expect, test } from "vitest";
import { predicateTypeOf, readEnvelope, sealed } from "../../../src/agreement/index.ts";
import {
  agreedTeam,
  answer,
  ask,
  hour,
  keyIn,
  name,
  newTeam,
  now,
  passedOver,
  propose,
  putBytes,
  said,
  spkiOf,
  undo,
  verdict,
} from "./team.ts";

const two = { tiers: { T0: {}, T1: { agree: { operator: 2 } } } };

test("nobody agrees on the own proposal", async () => {
  const team = await newTeam();
  const proposed = await propose(team, {}, { who: "ann" }, team.keys.ann);
  await answer(team, proposed);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("whoever is named as another author does not count", async () => {
  const team = await newTeam();
  await answer(team, await propose(team, {}, { authors: ["ann"] }));
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("one person with many keys fills one seat", async () => {
  const team = await newTeam(two);
  const second = keyIn(team.folder, "second");
  await name(team, "ann", ["operator"], [team.keys.ann, second]);
  const proposed = await propose(team);
  await answer(team, proposed);
  await answer(team, proposed, { says: "with my other key" }, { key: second });
  expect(verdict(await ask(team))).toBe("DS6081");
  await answer(team, proposed, { who: "cy" }, { key: team.keys.cy });
  expect(verdict(await ask(team))).toBe("allowed");
});

test("one key for two people names nobody", async () => {
  const team = await newTeam(two);
  await name(team, "dan", ["operator"], [team.keys.ann]);
  expect(passedOver(team)).toEqual([expect.stringMatching(/^the key [0-9a-f]{12} is ann's: a key is one person's$/)]);
  const proposed = await propose(team);
  await answer(team, proposed);
  await answer(team, proposed, { who: "dan" });
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("a person whom no root has named counts for nothing", async () => {
  const team = await newTeam();
  const fields = {
    who: "eva",
    time: new Date(said).toISOString(),
    id: "eva",
    name: "Eva",
    roles: ["operator"],
    keys: [spkiOf(team.keys.stranger)],
  };
  await putBytes(
    team,
    sealed(
      {
        _type: "https://in-toto.io/Statement/v1",
        subject: [{ name: "eva", digest: { sha256: "ab".repeat(32) } }],
        predicateType: predicateTypeOf("person"),
        predicate: fields,
      },
      team.keys.stranger,
    ),
  );
  const proposed = await propose(team);
  await answer(team, proposed, { who: "eva" }, { key: team.keys.stranger });
  expect(passedOver(team)).toEqual(["no key of the roots has signed it", "nobody is called eva here"]);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("an agreement in another's name counts for nothing", async () => {
  const team = await newTeam();
  await answer(team, await propose(team), {}, { key: team.keys.ben });
  expect(passedOver(team)).toEqual(["no key of ann has signed it"]);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("a signature of one statement on another counts for nothing", async () => {
  const team = await newTeam();
  const proposed = await propose(team);
  const statement = (kind: "agreement" | "abstention") => ({
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: proposed.path, digest: { sha256: proposed.bundle } }],
    predicateType: predicateTypeOf(kind),
    predicate: { who: "ann", time: new Date(said).toISOString(), bundle: proposed.bundle, proposal: proposed.digest },
  });
  const signed = JSON.parse(sealed(statement("abstention"), team.keys.ann)) as { signatures: unknown };
  const other = JSON.parse(sealed(statement("agreement"), team.keys.ann)) as object;
  await putBytes(team, JSON.stringify({ ...other, signatures: signed.signatures }));
  expect(passedOver(team)).toEqual(["no key of ann has signed it"]);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("an agreement for another version counts for nothing", async () => {
  const team = await newTeam();
  const proposed = await propose(team);
  await answer(team, { ...proposed, bundle: "ab".repeat(32) });
  expect(passedOver(team)).toEqual(["nobody has made the proposal that it names"]);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("names that stand twice in an envelope are no statement", () => {
  const text = '{"payload":"e30","payloadType":"application/vnd.in-toto+json","payload":"e30","signatures":[]}';
  expect(readEnvelope(Buffer.from(text)).ok).toBe(false);
});

test("a huge envelope is no statement", () => {
  const reading = readEnvelope(Buffer.alloc(2 ** 20 + 1, 0x20));
  expect(reading.ok).toBe(false);
});

test("a stolen key that was removed has never counted", async () => {
  const team = await agreedTeam();
  await name(team, "ann", ["operator"], [keyIn(team.folder, "new")]);
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("a key that was retired signs nothing from then on, and what it signed counts", async () => {
  const team = await agreedTeam();
  await name(team, "ann", ["operator"], [keyIn(team.folder, "new")], [team.keys.ann]);
  expect(verdict(await ask(team))).toBe("allowed");
  const again = await propose(team, {}, { says: "again" });
  await undo(team, team.proposed, "revocation", team.proposed.digest, "ben");
  await answer(team, again);
  expect(verdict(await ask(team))).toBe("DS6086 DS6081".split(" ")[1] ?? "");
});

test("a withdrawn proposal, a revoked agreement, an objection and a hold each stop it", async () => {
  const withdrawn = await agreedTeam();
  await undo(withdrawn, withdrawn.proposed, "withdrawal", withdrawn.proposed.digest, "ben");
  expect(verdict(await ask(withdrawn))).toBe("DS6062");
  const objected = await agreedTeam();
  await answer(
    objected,
    objected.proposed,
    { who: "cy", reason: "no", bundle: objected.proposed.bundle },
    { kind: "objection", key: objected.keys.cy },
  );
  expect(verdict(await ask(objected))).toBe("DS6082");
  const held = await agreedTeam();
  await answer(held, held.proposed, { who: "cy", reason: "wait" }, { kind: "hold", key: held.keys.cy });
  expect(verdict(await ask(held))).toBe("DS6083");
});

test("an agreement that is dated ahead does not outlast its class of risk", async () => {
  const team = await newTeam({ tiers: { T0: {}, T1: { agree: { operator: 1 }, lasts: "1d" } } });
  const proposed = await propose(team);
  await answer(team, proposed, { time: new Date(now + 300 * 24 * hour).toISOString() });
  expect(verdict(await ask(team))).toBe("DS6081");
});

test("an agreement that has expired is refused", async () => {
  const team = await newTeam({ tiers: { T0: {}, T1: { agree: { operator: 1 }, lasts: "1d" } } });
  await answer(team, await propose(team));
  expect(verdict(await ask(team))).toBe("allowed");
  expect(verdict(await ask(team, { clock: () => said + 25 * hour }))).toBe("DS6084");
});

test("a proposal that gives itself a lower class of risk is refused", async () => {
  const team = await newTeam();
  await answer(team, await propose(team, {}, { tier: "T0" }));
  expect(verdict(await ask(team))).toBe("DS6063");
});
