/** Signatures of System: files and processes with the C names. */

import type { SignatureTable } from "./signature.ts";

export const systemSignatures = {
  "System.stdin: File": { says: "Standard input, for the reading calls.", origin: "file" },
  "System.stdout: File": { says: "Standard output, for the writing calls.", origin: "literal" },
  "System.stderr: File": { says: "Error output, for the writing calls.", origin: "literal" },
  'System.fopen(String filename, String mode = "r"): File': {
    says: 'Opens a file: "r" to read, "w" to write anew, "a" to append, "x" to make (it must not exist), each with "+" for both.',
    waits: true,
    changes: true,
    fails: true,
    origin: "file",
  },
  "System.fread(File file, int bytes): String": {
    says: "Reads so many bytes, fewer at the end of the file, where the text is empty.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.fgets(File file): String?": {
    says: "Reads a line, without its newline; null at the end of the file.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.fgetc(File file): String?": {
    says: "Reads a character; null at the end of the file.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.fwrite(File file, String text): int": {
    says: "Writes a text into the file's buffer, and gives its number of bytes.",
    waits: true,
    fails: true,
  },
  "System.fputs(File file, String text): int": {
    says: "Writes a text and a newline into the file's buffer, and gives the number of bytes.",
    waits: true,
    fails: true,
  },
  "System.fflush(File file): void": { says: "Hands the buffer to the system.", waits: true, fails: true },
  "System.fsync(File file): void": {
    says: "Hands the buffer to the system and waits until the disk has it.",
    waits: true,
    fails: true,
  },
  "System.feof(File file): boolean": {
    says: "Whether a read has met the end of the file.",
    fails: true,
    origin: "file",
  },
  'System.fseek(File file, int offset, String whence = "start"): void': {
    says: 'Moves to an offset in bytes from the "start", the "current" place, or the "end".',
    waits: true,
    fails: true,
  },
  "System.ftell(File file): int": { says: "The place in the file, in bytes.", fails: true, origin: "file" },
  "System.fclose(File file): void": {
    says: "Writes what waits and closes the file.",
    waits: true,
    changes: true,
    fails: true,
  },
  "System.readText(String filename): String": {
    says: "The whole content of a file.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.readLines(String filename): String[]": {
    says: "The lines of a file, without their newlines.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.lines(String filename): File": {
    says: "A file for `for (String line in …)`, which reads it line by line; the loop closes it, however it ends.",
    waits: true,
    fails: true,
    origin: "file",
  },
  "System.writeText(String filename, String text): void": {
    says: "Replaces a file's content: written beside it, synced and renamed, so that no one sees a half of it.",
    waits: true,
    changes: true,
    fails: true,
  },
  "System.appendText(String filename, String text): void": {
    says: "Adds a text at the end of a file, and makes the file where there is none.",
    waits: true,
    changes: true,
    fails: true,
  },

  "System.exists(String path): boolean": {
    says: "Whether there is anything of this name; a link counts where its target exists.",
    fails: true,
    origin: "file",
  },
  'System.access(String path, String mode = "r"): boolean': {
    says: 'Whether this user may read ("r"), write ("w") or run ("x") it; several letters ask for all.',
    fails: true,
    origin: "file",
  },
  "System.stat(String path): FileStatus": {
    says: "What is known of a file; links are followed.",
    fails: true,
    origin: "file",
  },
  "System.lstat(String path): FileStatus": { says: "What is known of a file or link.", fails: true, origin: "file" },
  "System.isFile(String path): boolean": { says: "Whether it is a regular file.", fails: true, origin: "file" },
  "System.isDirectory(String path): boolean": { says: "Whether it is a directory.", fails: true, origin: "file" },
  "System.readdir(String path): String[]": {
    says: "The names in a directory, without `.` and `..`, sorted by bytes.",
    fails: true,
    origin: "file",
  },
  "System.readlink(String path): String": { says: "Where a symbolic link points to.", fails: true, origin: "file" },
  "System.realpath(String path): String": {
    says: "The path from the root with every link followed.",
    fails: true,
    origin: "file",
  },

  "System.rename(String from, String to): void": { says: "Renames a file or directory.", changes: true, fails: true },
  "System.unlink(String path): void": { says: "Removes a file or link.", changes: true, fails: true },
  "System.mkdir(String path, int mode = 0o777): void": {
    says: "Makes a directory, with the mode less the umask.",
    changes: true,
    fails: true,
  },
  "System.mkdirs(String path, int mode = 0o777): void": {
    says: "Makes a directory and those above it that are missing; one that exists is no failure.",
    changes: true,
    fails: true,
  },
  "System.rmdir(String path): void": { says: "Removes an empty directory.", changes: true, fails: true },
  "System.symlink(String target, String path): void": {
    says: "Makes a symbolic link at the path that points to the target.",
    changes: true,
    fails: true,
  },
  "System.link(String from, String to): void": { says: "Makes a second name for a file.", changes: true, fails: true },
  "System.chmod(String path, int mode): void": { says: "Sets the permission bits.", changes: true, fails: true },
  "System.chown(String path, int owner, int group): void": {
    says: "Sets the owner and the group; -1 leaves one as it is.",
    changes: true,
    fails: true,
  },
  "System.truncate(String path, Size size): void": {
    says: "Cuts a file to a size, or fills it with zero bytes up to it.",
    changes: true,
    fails: true,
  },
  "System.utimes(String path, int accessed, int modified): void": {
    says: "Sets a file's times, each as `Time.now()`.",
    changes: true,
    fails: true,
  },
  "System.mkfifo(String path, int mode = 0o666): void": {
    says: "Makes a named pipe, with the mode less the umask.",
    changes: true,
    waits: true,
    fails: true,
  },
  "System.umask(int mask): int": {
    says: "Sets the permission bits that new files do not get, and gives the earlier mask.",
    fails: true,
  },
  "System.getumask(): int": { says: "The permission bits that new files do not get.", origin: "host" },
  "System.limit(String resource): int": {
    says: 'A limit of this process ("nofile", "nproc", "core", "fsize", "stack", "as", …) as ulimit(1) names them; -1 is no limit.',
    waits: true,
    fails: true,
    origin: "host",
  },

  "System.setLimit(String resource, int limit): void": {
    says: "Sets a limit of this process and of the commands that it starts from now on; -1 is no limit.",
    waits: true,
    fails: true,
  },

  "System.getcwd(): String": { says: "The working directory.", origin: "environment" },
  "System.getpid(): int": { says: "The number of the process that runs the script.", origin: "host" },
  "System.hostname(): String": { says: "The name of this machine.", origin: "host" },
  "System.getuid(): int": { says: "The number of the user who runs the script.", origin: "host" },
  "System.geteuid(): int": { says: "The number of the user whose rights the script has.", origin: "host" },
  "System.getuser(): String": {
    says: "The name of the user who runs the script, or the number where there is no name.",
    origin: "host",
  },

  "System.isTerminal(): boolean": { says: "Whether standard input is a terminal.", origin: "host" },
  'System.ask(String prompt = ""): String': {
    says: "Shows a prompt, where a person can see it, and reads a line from standard input; the end of input is a fault.",
    waits: true,
    fails: true,
    origin: "prompt",
  },
  'System.readPassword(String prompt = ""): String': {
    says: "Shows a prompt and reads a line from the terminal without showing it; the value is a secret.",
    waits: true,
    fails: true,
    origin: "prompt",
    secret: true,
  },
} as const satisfies SignatureTable;
