/** What a script's content comes to, kept by the bytes that it was made of. */

export interface BundleFacts {
  /** Of its bundle: 64 hexadecimal digits. */
  readonly digest: string;
  /** The digests of the files' bytes, by their paths from the script: 64 hexadecimal digits. */
  readonly files: Readonly<Record<string, string>>;
}
