/** People as a log has them: an id, roles, and keys. */

export interface KeyOfPerson {
  /** SHA-256 of its SubjectPublicKeyInfo: 64 hexadecimal digits. */
  readonly id: string;
  /** SubjectPublicKeyInfo in base64. */
  readonly spki: string;
  /** What it signed counts, but nothing that comes from the entry of this number on. */
  readonly retiredAt?: number;
}

export interface Person {
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly keys: readonly KeyOfPerson[];
  /** The entry that says so. */
  readonly entry: number;
}

/** The key of whoever signed at `entry`, where it is theirs and counts then. */
export function keyAt({ keys }: Person, id: string, entry: number): KeyOfPerson | undefined {
  return keys.find((key) => key.id === id && (key.retiredAt === undefined || entry < key.retiredAt));
}

export function ownerOf(people: Iterable<Person>, keyid: string): Person | undefined {
  for (const person of people) if (person.keys.some(({ id }) => id === keyid)) return person;
  return undefined;
}

/** Whether a person is of a role; `any` is everybody's who has one. */
export function hasRole({ roles }: Person, role: string): boolean {
  return role === "any" ? roles.length > 0 : roles.includes(role);
}
