/** Signatures of properties and methods of Result, Usage, Job, File, FileStatus and faults. */

import type { SignatureTable } from "./signature.ts";

export const objectSignatures = {
  "Result.status: int": {
    says: "The exit status: 0, or the last failing stage's (128+n after a signal).",
    origin: "output",
  },
  "Result.out: String": { says: "The standard output, without the newlines at its end.", origin: "output" },
  "Result.err: String": { says: "The error output, without the newlines at its end.", origin: "output" },
  "Result.ok: boolean": { says: "Whether the status is 0.", origin: "output" },
  "Result.elapsed: Duration": { says: "How long it ran.", origin: "host" },
  "Result.usage: Usage": { says: "What it used of the machine.", origin: "host" },
  "Result.stages: int[]": { says: "The status of each stage, in order.", origin: "output" },
  "Usage.user: Duration": { says: "CPU time in the programs themselves.", origin: "host" },
  "Usage.system: Duration": { says: "CPU time in the system on their behalf.", origin: "host" },
  "Usage.memory: Size": {
    says: "The most memory that one of them held; `0B` where that was less than the engine's own.",
    origin: "host",
  },

  "Job.join(): Result": {
    says: "Waits until the job has ended; a failure raises its fault.",
    waits: true,
    fails: true,
  },
  "Job.result(): Result": { says: "Waits until the job has ended; a failure is accepted.", waits: true, fails: true },
  "Job.detach(): void": { says: "Lets the job go on after the script's end." },
  "Job.isRunning(): boolean": { says: "Whether the job has not ended yet.", origin: "host" },
  "Job.pid: int": {
    says: "The process number of the job's first program, or 0 where none has started.",
    origin: "host",
  },

  "File.path: String": { says: "The file's name, as it was opened." },
  "File.mode: String": { says: 'How the file was opened, such as "r" or "w".', origin: "literal" },
  "File.isOpen(): boolean": { says: "Whether the file has not been closed." },

  "FileStatus.size: Size": { says: "The size of the content.", origin: "file" },
  "FileStatus.mode: int": { says: "The permission bits, 0 to 07777.", origin: "file" },
  "FileStatus.owner: int": { says: "The number of the owner.", origin: "file" },
  "FileStatus.group: int": { says: "The number of the group.", origin: "file" },
  "FileStatus.links: int": { says: "The number of hard links.", origin: "file" },
  "FileStatus.inode: int": { says: "The inode's number.", origin: "file" },
  "FileStatus.device: int": { says: "The number of the device that holds the file.", origin: "file" },
  "FileStatus.modified: int": { says: "When the content last changed, as `Time.now()`.", origin: "file" },
  "FileStatus.accessed: int": { says: "When the content was last read, as `Time.now()`.", origin: "file" },
  "FileStatus.changed: int": { says: "When the inode last changed, as `Time.now()`.", origin: "file" },
  "FileStatus.isFile: boolean": { says: "Whether it is a regular file.", origin: "file" },
  "FileStatus.isDirectory: boolean": { says: "Whether it is a directory.", origin: "file" },
  "FileStatus.isLink: boolean": { says: "Whether it is a symbolic link (after `System.lstat`).", origin: "file" },
  "FileStatus.type: String": {
    says: "What it is: `file`, `directory`, `link`, `fifo`, `socket`, `character` or `block`.",
    origin: "file",
  },

  "Outcome.state: String": {
    says: "What has become of a plan: `done`, `undone`, or `undo failed`.",
    origin: "literal",
  },
  "Outcome.ok: boolean": { says: "Whether the plan is done." },
  "Outcome.fault: Fault?": { says: "What failed first; `null` where nothing did." },
  "Outcome.left: String[]": {
    says: "Where an undo failed: what is left to do by hand, in order.",
    origin: "literal",
  },

  "Fault.message: String": { says: "What went wrong, in one sentence." },
  "Fault.kind: String": { says: 'What happened, such as "IOFault" or "CommandFault".' },
  "Fault.class: String": { says: 'Who can most likely remove it, such as "UserFault".' },
  "Fault.classes: String[]": {
    says: "The classes that stay plausible, in the order System, Software, User, External.",
  },
  "Fault.status: int": {
    says: "The command's exit status, 128+n after a signal; an HttpFault's status; 1 for other faults.",
  },
  "Fault.errno: String": { says: 'The name of the error number, such as "ENOENT", or an empty text.' },
  "Fault.api: String": { says: "The call or program that failed." },
  "Fault.line: int": { says: "The line where it failed." },
  "Fault.script: String": { says: "The name of the script file where it failed." },
  "Fault.owner: String": {
    says: 'Whose move it is: "developer", "user", "operator" (of this host) or "other domain".',
  },
  "Fault.removal: String": { says: "What would remove it, and who must do that, in plain words." },
  "Fault.advice: String": { says: "The same as removal: what to do next." },
} as const satisfies SignatureTable;
