/** @jsxImportSource react */
// A page in React, in strict mode; the tests render it as they like.
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { useVentanilla, Ventanilla, type VentanillaProps } from "@ventanilla/widget/react";

declare global {
    interface Window {
        /** With the widget, or null: without; drawn, and its effects run, when this returns. */
        render: (widget: VentanillaProps | null) => void;
    }
}

function Question() {
    const help = useVentanilla();
    return <button onClick={() => help.openArticle("no-internet")}>Internet?</button>;
}

const root = createRoot(document.querySelector("main") as Element);

window.render = (widget) =>
    flushSync(() =>
        root.render(
            <StrictMode>
                <Question />
                {widget && <Ventanilla {...widget} />}
            </StrictMode>,
        ),
    );
