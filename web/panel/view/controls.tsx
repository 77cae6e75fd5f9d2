// What a customer fills in: search box, form, fields, radio buttons, check boxes.
import type { ComponentChildren, JSX } from "preact";
import type { Node } from "../protocol.ts";
import { idOf, type Stage } from "./stage.ts";
import { TextInput } from "./text_input.tsx";

const kInputTypes = { "long-text": "textarea", email: "email", telephone: "tel", date: "date", "one-time-code": "text", file: "file" } as const;
const kPurposes: Record<string, string> = { email: "email", telephone: "tel", "one-time-code": "one-time-code" };

/** The hint above a control, the error below it, and the attributes that tie both to it. */
function describe(node: Node, stage: Stage): { attributes: Record<string, string>; above: ComponentChildren; below: ComponentChildren } {
    const hint = node.hint && idOf(node.key, "-hint");
    const error = node.error && idOf(node.key, "-error");
    const attributes: Record<string, string> = {};
    if (hint || error) {
        attributes["aria-describedby"] = [error, hint].filter(Boolean).join(" ");
    }
    if (error && node.input !== "file") {
        attributes["aria-invalid"] = "true";
    }
    return {
        attributes,
        above: hint && <p key="hint" class="hint" id={hint}>{node.hint}</p>,
        below: error && <p key="error" class="error" id={error}>{stage.icon("error")}<span>{node.error}</span></p>,
    };
}

export function search(node: Node, stage: Stage): JSX.Element {
    const submit = (event: Event) => {
        event.preventDefault();
        if (node.message) {
            stage.send(node.message);
        }
    };
    const id = idOf(node.key, "-input");
    return (
        <form key={node.key} data-key={node.key} class="search" role="search" aria-label={node.text} onSubmit={submit}>
            <label class="unseen" for={id}>{node.text}</label>
            {stage.icon("search")}
            <TextInput
                node={node}
                stage={stage}
                type="search"
                attributes={{ id, placeholder: node.hint, autocomplete: "off", autocapitalize: "none", enterkeyhint: "search" }}
            />
        </form>
    );
}

export function form(node: Node, stage: Stage, children: (stage: Stage) => ComponentChildren): JSX.Element {
    const submits = JSON.stringify(node.message);
    const submit = (event: Event) => {
        event.preventDefault();
        if (node.message) {
            stage.send(node.message);
        }
    };
    const enter = (event: KeyboardEvent) => {
        const form = event.currentTarget as HTMLFormElement;
        if (event.key === "Enter" && !event.isComposing && event.target instanceof HTMLInputElement) {
            event.preventDefault();
            form.requestSubmit();
        }
    };
    return (
        <form key={node.key} data-key={node.key} aria-label={node.text} noValidate onSubmit={submit} onKeyDown={enter}>
            {children({ ...stage, submits })}
        </form>
    );
}

/** Files: a button like all others, which opens the browser's own control. */
function files(node: Node, stage: Stage): JSX.Element {
    const { attributes, above, below } = describe(node, stage);
    const open = (event: Event): void => {
        ((event.currentTarget as Element).nextElementSibling as HTMLInputElement).click();
    };
    const change = (event: Event): void => {
        const input = event.currentTarget as HTMLInputElement;
        stage.send({ m: "files", key: node.key, files: [...(input.files ?? [])] });
        input.value = ""; // the same one may be chosen again
    };
    return (
        <div key={node.key} data-key={node.key} class="files">
            <button class="action secondary" type="button" data-target id={idOf(node.key, "-input")} {...attributes} onClick={open}>
                {node.text}
            </button>
            <input type="file" multiple hidden onChange={change} />
            {above}
            {below}
        </div>
    );
}

export function field(node: Node, stage: Stage): JSX.Element {
    if (node.input === "file") {
        return files(node, stage);
    }
    const { attributes, above, below } = describe(node, stage);
    const id = idOf(node.key, "-input");
    const type = node.input ? kInputTypes[node.input] : "text";
    const purpose = kPurposes[node.input ?? ""] ?? (/\bname$/.test(node.key) ? "name" : undefined);
    const length = [...(node.value ?? "")].length;
    const near = node.number && length > node.number * 0.8;
    return (
        <div key={node.key} data-key={node.key} class="field">
            <label for={id}>{node.text}</label>
            {above}
            <TextInput
                key={type}
                node={node}
                stage={stage}
                type={type}
                attributes={{
                    ...attributes,
                    id,
                    autocomplete: purpose,
                    inputMode: node.input === "one-time-code" ? "numeric" : undefined,
                    required: node.required,
                    readOnly: node.read_only,
                }}
            />
            {near ? <p class="count" aria-hidden="true">{length} / {node.number}</p> : null}
            {below}
        </div>
    );
}

export function choice(node: Node, stage: Stage): JSX.Element {
    const { attributes, above, below } = describe(node, stage);
    const legend = idOf(node.key, "-legend");
    return (
        <fieldset
            key={node.key}
            data-key={node.key}
            role="radiogroup"
            aria-labelledby={legend}
            aria-required={node.required ? "true" : undefined}
            disabled={node.read_only}
            {...attributes}
        >
            <legend id={legend} class={node.text === stage.title ? "unseen" : undefined}>{node.text}</legend>
            {above}
            {node.children?.map((option) => (
                <label key={option.key} data-key={option.key} class="option">
                    <input
                        type="radio"
                        data-target
                        name={node.key}
                        value={option.value}
                        checked={option.value === node.value}
                        onChange={() => stage.send({ m: "chose", key: node.key, value: option.value ?? "" })}
                    />
                    <span>{option.text}</span>
                </label>
            ))}
            {below}
        </fieldset>
    );
}

export function check(node: Node, stage: Stage): JSX.Element {
    const { attributes, above, below } = describe(node, stage);
    const change = (event: Event) => {
        const { checked } = event.currentTarget as HTMLInputElement;
        stage.send({ m: "chose", key: node.key, value: checked ? "true" : "" });
    };
    return (
        <div key={node.key} data-key={node.key} class="field">
            <label class="option">
                <input
                    type="checkbox"
                    data-target
                    checked={node.value === "true"}
                    required={node.required}
                    disabled={node.read_only}
                    onChange={change}
                    {...attributes}
                />
                <span>{node.text}</span>
            </label>
            {above}
            {below}
        </div>
    );
}
