/** Which system calls a trace follows. A table. */

/**
 * Calls whose failure tells why a command failed. Those that read, write or send data are not followed, nor is what a
 * program asks of a descriptor. `?`: no machine has all of them.
 */
export const followed = [
  "open openat openat2 creat execve execveat chdir fchdir chroot getcwd",
  "stat lstat newfstatat fstatat64 stat64 lstat64 statx access faccessat faccessat2 statfs readlink readlinkat",
  "rename renameat renameat2 link linkat symlink symlinkat unlink unlinkat mkdir mkdirat rmdir mknod mknodat",
  "chmod fchmod fchmodat fchmodat2 chown lchown fchown fchownat truncate ftruncate utime utimes utimensat futimesat",
  "setxattr lsetxattr fsetxattr fallocate fsync fdatasync syncfs flock inotify_add_watch",
  "mount umount umount2 move_mount fsopen fsconfig fsmount open_tree mount_setattr pivot_root swapon swapoff quotactl",
  "fork vfork clone clone3 kill tkill tgkill pidfd_send_signal setns unshare prlimit64 setrlimit",
  "setuid setgid setreuid setregid setresuid setresgid setgroups",
  "socket connect bind listen",
  "clock_settime settimeofday sethostname reboot init_module finit_module delete_module",
]
  .join(" ")
  .split(" ")
  .map((name) => `?${name}`)
  .join(",");
