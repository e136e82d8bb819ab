// Installs and builds on behalf of the launcher, which starts nothing before this has ended well.
import { accessSync, constants, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, isBuilt } from "./build.mjs";
import { install } from "./install.mjs";
import { alone } from "./lock.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const say = (line) => process.stderr.write(`dscript: ${line}\n`);

const failure = isWritable() ? await prepare() : asItIs();
if (failure !== undefined) {
  say(failure);
  process.exitCode = 78;
}

async function prepare() {
  try {
    return await alone(
      async () => {
        // Whoever held the lock before may have done it all.
        if (isBuilt()) return undefined;
        say(
          existsSync(`${root}dist/dscript.cjs`)
            ? "the sources have changed: preparing again"
            : `first use in ${root}: preparing`,
        );
        return install(say) ?? (await build(say)) ?? void say("ready");
      },
      () => say("another dscript is preparing this folder: waiting for it"),
    );
  } catch (cause) {
    return `preparing failed: ${cause.message}`;
  }
}

/** Who may not write here uses what its owner built last. */
function asItIs() {
  if (!existsSync(`${root}dist/dscript.cjs`))
    return `${root} is not built and you may not write there: let its owner run 'npm test' or dscript once`;
  say(`${root} was built from older sources and you may not write there: using it as it is`);
  return undefined;
}

function isWritable() {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
