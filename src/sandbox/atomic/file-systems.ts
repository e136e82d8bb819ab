/** Types of file systems on which no tree can be taken back. */

const elsewhere = new Set(
  "nfs nfs4 cifs smb3 smbfs 9p afs ceph glusterfs lustre gpfs ocfs2 gfs2 davfs virtiofs".split(" "),
);
const made = new Set(
  "proc sysfs devtmpfs devpts cgroup cgroup2 debugfs tracefs securityfs configfs bpf pstore".split(" "),
);

/** Other hosts may write there, too; a file system in a process (fuse) mostly stands for such a one. */
export function isElsewhere(type: string): boolean {
  return elsewhere.has(type) || type.startsWith("fuse.");
}

/** What the kernel shows of itself. */
export function isMade(type: string): boolean {
  return made.has(type);
}
