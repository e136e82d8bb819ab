/** The mounted file systems of this host, as /proc/self/mounts lists them (proc(5)). */

export interface Mount {
  readonly path: string;
  readonly readOnly: boolean;
  /** On a file server, in user space, or mounted on first use: a question may hang, or change something. */
  readonly remote: boolean;
}

const remoteTypes =
  /^(?:nfs\d?|cifs|smb\w*|9p|afs|ceph|glusterfs|lustre|ncpfs|ocfs2|gfs2|autofs|davfs|curlftpfs|fuse(?:\.(?:sshfs|s3fs|rclone|glusterfs|davfs2?|curlftpfs|gvfsd-fuse|gcsfuse|mfs))?)$/;

/** Parses the lines; later mounts cover earlier ones on the same path. */
export function parseMounts(text: string): readonly Mount[] {
  const found: Mount[] = [];
  for (const line of text.split("\n")) {
    const [, path, type, options] = line.split(" ");
    if (path === undefined || type === undefined || options === undefined) continue;
    const readOnly = options === "ro" || options.startsWith("ro,");
    found.push({ path: unescapePath(path), readOnly, remote: remoteTypes.test(type) });
  }
  return found;
}

/** The mount that a path (absolute, without links) lies on. */
export function mountOf(mounts: readonly Mount[], path: string): Mount | undefined {
  let best: Mount | undefined;
  for (const mount of mounts) {
    const inside = mount.path === "/" || path === mount.path || path.startsWith(`${mount.path}/`);
    if (inside && mount.path.length >= (best?.path.length ?? 0)) best = mount;
  }
  return best;
}

function unescapePath(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}
