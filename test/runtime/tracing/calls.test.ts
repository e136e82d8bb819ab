// Lines of strace(1), one for each form that it writes, and what is read of them.
import { describe, expect, it } from "vitest";
import { failedCalls, parseCalls } from "../../../src/runtime/tracing/calls.ts";

const command = { pid: 7, name: "/usr/bin/cp", words: ["a"], directory: "/srv" };

/** Each line's call as "openat /x ENOENT". */
function read(...lines: readonly string[]): readonly string[] {
  const text = lines.map((line) => `${line}\n`).join("");
  return parseCalls(text, "/srv").map(({ call, subject, errno }) => [call, subject ?? "-", errno].join(" "));
}

describe("a line of strace", () => {
  it.each([
    ['7 open("/x", O_RDONLY) = -1 ENOENT (No such file or directory)', "open /x ENOENT"],
    ['7<cp> openat(AT_FDCWD</srv>, "a", O_RDONLY) = -1 EACCES (Permission denied)', "openat a EACCES"],
    ['7<cp> openat(AT_FDCWD</else>, "a", O_RDONLY) = -1 EACCES (Permission denied)', "openat /else/a EACCES"],
    ['7<cp> openat(5</srv/d>, "a", O_RDONLY) = -1 EACCES (Permission denied)', "openat /srv/d/a EACCES"],
    ['7<cp> unlinkat(5</>, "a", 0) = -1 EROFS (Read-only file system)', "unlinkat /a EROFS"],
    ['7<a b> stat("x, y", 0x7ff) = -1 ENOENT (No such file or directory)', "stat x, y ENOENT"],
    ['7 stat("a\\"b\\\\c\\n\\303\\251\\1", 0x7ff) = -1 ENOENT (No such file)', 'stat a"b\\c\né\u0001 ENOENT'],
    ['7 stat("\\377", 0x7ff) = -1 ENOENT (No such file)', "stat \udcff ENOENT"],
    ['7 stat("/long"..., 0x7ff) = -1 ENAMETOOLONG (File name too long)', "stat /long… ENAMETOOLONG"],
    ['7 mkdir("/x", 0777) = -1 EEXIST (File exists) <0.000012>', "mkdir /x EEXIST"],
    ["7 fchmod(3</srv/f>, 0644) = -1 EPERM (Operation not permitted)", "fchmod /srv/f EPERM"],
    ["7 ftruncate(3<pipe:[12]>, 5) = -1 EINVAL (Invalid argument)", "ftruncate - EINVAL"],
    ['7 rename("a", "b") = -1 ENOENT (No such file or directory)', "rename a ENOENT"],
    ['7 rename("a", "b") = -1 ENOTEMPTY (Directory not empty)', "rename b ENOTEMPTY"],
    ['7 symlink("a", "b") = -1 EEXIST (File exists)', "symlink b EEXIST"],
    ['7 mount("/dev/x", "/mnt", "ext4", 0, NULL) = -1 ENXIO (No such device or address)', "mount /dev/x ENXIO"],
    ['7 mount("none", "/mnt", "tmpfs", 0, NULL) = -1 EPERM (Operation not permitted)', "mount /mnt EPERM"],
    ["7 kill(99, SIGTERM) = -1 ESRCH (No such process)", "kill 99 ESRCH"],
    ["7 setuid(0) = -1 EPERM (Operation not permitted)", "setuid - EPERM"],
    ['7 execve("/x", ["x", "a, b"], 0x7f /* 3 vars */) = -1 EACCES (Permission denied)', "execve /x EACCES"],
    [
      '7 connect(3<socket:[1]>, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("10.0.0.7")}, 16) = -1 ECONNREFUSED (Connection refused)',
      "connect 10.0.0.7:443 ECONNREFUSED",
    ],
    [
      '7 connect(3, {sa_family=AF_INET6, sin6_port=htons(1), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "::1", &sin6_addr), sin6_scope_id=0}, 28) = -1 ECONNREFUSED (Connection refused)',
      "connect [::1]:1 ECONNREFUSED",
    ],
    ['7 connect(3, {sa_family=AF_UNIX, sun_path="/run/x"}, 110) = -1 ENOENT (No such file)', "connect /run/x ENOENT"],
    ['7 connect(3, {sa_family=AF_UNIX, sun_path=@"bus"}, 9) = -1 ECONNREFUSED (Refused)', "connect @bus ECONNREFUSED"],
    [
      '7 bind(3, {sa_family=AF_INET, sin_port=htons(80), sin_addr=inet_addr("0.0.0.0")}, 16) = -1 EACCES (Permission denied)',
      "bind 0.0.0.0:80 EACCES",
    ],
    [
      "7 clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD) = -1 EAGAIN (Resource temporarily unavailable)",
      "clone - EAGAIN",
    ],
  ])("%s", (line, expected) => {
    expect(read(line)).toEqual([expected]);
  });

  it.each([
    '7 openat(AT_FDCWD, "x", O_RDONLY) = 3',
    "7 +++ exited with 1 +++",
    "7 +++ killed by SIGKILL +++",
    "7 --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED, si_pid=9} ---",
    "7 wait4(-1, 0x7ff, 0, NULL) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)",
    '7 stat("x = -1 ENOENT (No such file)", 0x7ff) = 0',
    "7 exit_group(1) = ?",
    "strace: Process 9 attached",
    "",
    "nonsense",
  ])("is no failed call: %s", (line) => {
    expect(read(line)).toEqual([]);
  });

  it("may be cut off at the end, where the command was killed", () => {
    expect(parseCalls('7 stat("a", 0x1) = -1 ENOENT (No such)\n7 stat("b", 0x1) = -1 EN', "/")).toHaveLength(1);
  });
});

describe("calls of several processes", () => {
  it("are put together where one waited", () => {
    expect(
      read(
        '7 openat(AT_FDCWD, "fifo", O_RDONLY <unfinished ...>',
        '8 stat("b", 0x1) = -1 ENOENT (No such file)',
        "7 <... openat resumed>) = -1 EINTR (Interrupted system call)",
        "9 <... stat resumed>0x1) = -1 ENOENT (No such file)",
      ),
    ).toEqual(["stat b ENOENT", "openat fifo EINTR"]);
  });

  it("name their program, where that is not the command's own", () => {
    const text = [
      '7<cp> stat("/a", 0x1) = -1 EACCES (Permission denied)',
      '8<gzip> stat("/b", 0x1) = -1 EACCES (Permission denied)',
      '9<libuv-worker> stat("/c", 0x1) = -1 EACCES (Permission denied)',
      '10<cp> execve("/usr/local/bin/tar", ["tar"], 0x1 /* 1 var */) = -1 ENOENT (No such file)',
      '10<cp> stat("/d", 0x1) = -1 EACCES (Permission denied)',
    ];
    const calls = failedCalls(text.map((line) => `${line}\n`).join(""), command);
    expect(calls.map(({ subject, program }) => [subject, program])).toEqual([
      ["/a", undefined],
      ["/b", "gzip"],
      ["/c", undefined],
      ["/usr/local/bin/tar", undefined],
      ["/d", "tar"],
    ]);
  });

  it("are the last 64, without what every program looks for", () => {
    const noise = '7<cp> openat(AT_FDCWD</>, "/usr/share/locale/de/LC_MESSAGES/libc.mo", O_RDONLY) = -1 ENOENT (No)\n';
    const text = Array.from({ length: 100 }, (_, n) => `7<cp> stat("/${n}", 0x1) = -1 ENOENT (No)\n${noise}`).join("");
    const calls = failedCalls(text, command);
    expect(calls).toHaveLength(64);
    expect(calls.at(-1)).toEqual({ call: "stat", errno: "ENOENT", subject: "/99" });
  });

  it("leave out what strace itself did ahead of the command, and keep what a word names", () => {
    const text =
      '7<strace> execve("/a", ["a"], 0x1) = -1 ENOENT (No)\n7<cp> stat("/etc/localtime", 0x1) = -1 ENOENT (No)\n';
    expect(failedCalls(text, command)).toEqual([]);
    expect(failedCalls(text, { ...command, words: ["/etc/localtime"] })).toHaveLength(1);
  });
});
