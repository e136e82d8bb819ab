/** SQLite, as libsql has it; the build puts its library beside the bundle (vite.config.ts). Throws where there is none for this machine. */

export { default as Database } from "libsql";
