import type { Plugin } from "esbuild";

/** `import text from "./base.css"` is the style sheet's text, made small. */
export const styleText: Plugin;
