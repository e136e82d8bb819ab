import { definePackage } from "dscript/package";
export default definePackage({ says: "x", statments: [] });
