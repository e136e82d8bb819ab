import { definePackage } from "dscript/package";
export default definePackage({ says: "x", functions: { "String.shout(): String": { says: "x", run: () => "" } } });
