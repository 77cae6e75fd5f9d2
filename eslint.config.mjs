// What the type checker cannot say: no `any`, and no way to turn text into markup or code.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

const markupSinks = ["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc", "dangerouslySetInnerHTML"];
// What browsers have and Node, which runs this file, has not.
const browserGlobals = ["customElements", "document", "history", "indexedDB", "localStorage", "location", "self",
    "requestAnimationFrame", "sessionStorage", "window", "HTMLElement"];
const neverMarkup = "Text from authors and customers is never parsed as markup: build nodes instead.";

export default tseslint.config(
    { ignores: ["build/", "bin/", "node_modules/", "test-results/", "playwright-report/", "ventanilla-data/"] },
    js.configs.recommended,
    ...tseslint.configs.recommended,
    {
        languageOptions: {
            globals: Object.fromEntries([...Object.getOwnPropertyNames(globalThis), ...browserGlobals]
                .map((name) => [name, "readonly"])),
        },
        rules: {
            "no-eval": "error",
            "no-implied-eval": "error",
            "no-new-func": "error",
            "no-script-url": "error",
            eqeqeq: ["error", "always"],
            "@typescript-eslint/no-explicit-any": "error",
            "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
            "no-restricted-properties": [
                "error",
                ...markupSinks.map((property) => ({ property, message: neverMarkup })),
                { object: "document", property: "write", message: neverMarkup },
                { object: "document", property: "writeln", message: neverMarkup },
            ],
            "no-restricted-syntax": [
                "error",
                {
                    selector: `JSXAttribute[name.name=/^(${markupSinks.join("|")})$/]`,
                    message: neverMarkup,
                },
                {
                    selector: `Property[key.name=/^(${markupSinks.join("|")})$/]`,
                    message: neverMarkup,
                },
            ],
        },
    },
    {
        // The type checker already knows which names exist.
        files: ["**/*.{ts,tsx}"],
        rules: { "no-undef": "off" },
    },
);
