// Every kind of node as elements. Each carries its key twice: for Preact, so that nodes that survive keep their
// elements, and as data-key, by which the focus is moved. `data-target` marks what takes the focus for a node.
import type { ComponentChildren, JSX } from "preact";
import type { Message, Node, Run } from "../protocol.ts";
import { check, choice, field, form, search } from "./controls.tsx";
import { formatDate } from "./dates.ts";
import { blocks, link } from "./document.tsx";
import { idOf, type Stage } from "./stage.ts";

function runs(list: Run[] | undefined): ComponentChildren {
    return list?.map(([text, marked]) => (marked ? <mark>{text}</mark> : text));
}

function item(node: Node, stage: Stage): JSX.Element {
    const below = runs(node.detail) ?? node.hint;
    return (
        <li key={node.key} data-key={node.key}>
            {link(node.href ?? "", runs(node.runs) ?? node.text, stage, { "data-target": true })}
            {node.value && <p class="trail">{node.value}</p>}
            {below && <p>{below}</p>}
        </li>
    );
}

export function action(node: Node, stage: Stage, drawn: ComponentChildren = node.text): JSX.Element {
    const { message } = node;
    const submits = message !== undefined && JSON.stringify(message) === stage.submits;
    const press = (event: Event) => {
        // On a page that was taken over, it may be a button that sends the form around it.
        event.preventDefault();
        stage.send(message as Message);
    };
    return (
        <button
            key={node.key}
            data-key={node.key}
            class={`action ${node.emphasis ?? "secondary"}`}
            type={submits ? "submit" : "button"}
            aria-label={drawn === node.text ? undefined : node.text}
            onClick={submits || !message ? undefined : press}
        >
            {drawn}
        </button>
    );
}

function wayOut(node: Node, stage: Stage): JSX.Element {
    // A channel that is a path is a callback.
    const scheme = node.key.startsWith("channel./") ? "tel" : /^(tel|mailto):/.exec(node.href ?? "")?.[1];
    return (
        <div key={node.key} data-key={node.key} class="way-out">
            {scheme && stage.icon(scheme === "tel" ? "telephone" : "mail")}
            {link(node.href ?? "", node.text, stage, { "data-target": true }, node.value === "page")}
            {node.hint && <p>{node.hint}</p>}
        </div>
    );
}

function filter(node: Node, stage: Stage): JSX.Element {
    const name = idOf(node.key, "-name");
    return (
        <div key={node.key} data-key={node.key} class="filter" role="group" aria-labelledby={name}>
            <span id={name}>{node.text}</span>
            {node.children?.map(({ key, href = "", text, value }) => (
                <span key={key} data-key={key}>
                    {link(href, text, stage, { "data-target": true, "aria-current": value })}
                </span>
            ))}
        </div>
    );
}

function progress(node: Node): JSX.Element {
    const known = node.number !== -1;
    return (
        <div key={node.key} data-key={node.key} class="progress">
            <label for={idOf(node.key, "-bar")}>{node.text}</label>
            <progress id={idOf(node.key, "-bar")} max={100} {...(known ? { value: node.number ?? 0 } : {})} />
        </div>
    );
}

function notice(node: Node, stage: Stage): JSX.Element {
    const tone = node.tone ?? "info";
    return (
        <div key={node.key} data-key={node.key} class={`notice ${tone}`} role={tone === "error" ? "alert" : "status"}>
            {stage.icon(tone)}
            <div>
                {node.text && <p>{node.text}</p>}
                {nodes(node.children, stage)}
            </div>
        </div>
    );
}

/** In large letters for the eyes; for the ears one letter after the other. */
function code(node: Node): JSX.Element {
    const value = node.value ?? "";
    return (
        <p key={node.key} data-key={node.key} class="code">
            <span class="label">{node.text}</span>{" "}
            <strong aria-hidden="true">{value}</strong>
            <span class="unseen">{[...value].join(" ")}</span>
        </p>
    );
}

function date(node: Node, stage: Stage): JSX.Element {
    const value = node.value ?? "";
    return (
        <p key={node.key} data-key={node.key} class="date">
            <span class="label">{node.text}</span> <time dateTime={value}>{formatDate(value, stage.language)}</time>
        </p>
    );
}

function description(node: Node, stage: Stage): ComponentChildren {
    const value = node.value ?? "";
    return node.input === "date" ? <time dateTime={value}>{formatDate(value, stage.language)}</time> : value;
}

function documentNode({ key, document = [] }: Node, stage: Stage): JSX.Element {
    let parts = 0;
    const inside = { ...stage, document: key, nextPart: () => `${key}#${parts++}` };
    return <article key={key} data-key={key} aria-labelledby="title">{blocks(document, inside)}</article>;
}

function draw(node: Node, stage: Stage): JSX.Element | null {
    const { key, text } = node;
    switch (node.kind) {
        case "group":
            return <section key={key} data-key={key} aria-label={text}>{nodes(node.children, stage)}</section>;
        case "heading": {
            const Tag = `h${Math.min(Math.max(node.number ?? 2, 2), 4)}` as "h2" | "h3" | "h4";
            return <Tag key={key} data-key={key}>{text}</Tag>;
        }
        case "text":
            return <p key={key} data-key={key}>{text}</p>;
        case "search":
            return search(node, stage);
        case "list":
            return <ul key={key} data-key={key} role="list" aria-label={text}>{nodes(node.children, stage)}</ul>;
        case "item":
            return item(node, stage);
        case "action":
            return action(node, stage);
        case "link":
            return wayOut(node, stage);
        case "filter":
            return filter(node, stage);
        case "form":
            return form(node, stage, (inside) => nodes(node.children, inside));
        case "field":
            return field(node, stage);
        case "choice":
            return choice(node, stage);
        case "check":
            return check(node, stage);
        case "document":
            return documentNode(node, stage);
        case "progress":
            return progress(node);
        case "notice":
            return notice(node, stage);
        case "details":
            return <dl key={key} data-key={key} aria-label={text}>{nodes(node.children, stage)}</dl>;
        case "detail":
            return <div key={key} data-key={key}><dt>{text}</dt><dd>{description(node, stage)}</dd></div>;
        case "code":
            return code(node);
        case "date":
            return date(node, stage);
        case "option":
            return null; // drawn by its choice
    }
}

export function nodes(list: Node[] | undefined, stage: Stage): ComponentChildren {
    return list?.map((node) => draw(node, stage));
}
