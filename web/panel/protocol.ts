// The core's JSON as types: docs/screen-protocol.md, word for word.

export type NodeKind =
    | "group" | "heading" | "text" | "search" | "list" | "item" | "action" | "link" | "filter" | "form" | "field"
    | "choice" | "option" | "check" | "document" | "progress" | "notice" | "details" | "detail" | "code" | "date";

/** A stretch of text, and whether it is what was searched for. */
export type Run = [text: string, marked: boolean];

export type Picture = ["picture", address: string, alternative: string, width?: number, height?: number];

export type Inline =
    | string
    | ["em" | "strong", Inline[]]
    | ["code", string]
    | ["link", address: string, Inline[]]
    | Picture
    | ["break"];

export type Block =
    | ["heading", level: number, anchor: string, Inline[]]
    | ["paragraph", Inline[]]
    | ["bullets", items: Block[][]]
    | ["numbers", first: number, items: Block[][]]
    | ["quote", Block[]]
    | ["code", string]
    | ["rule"]
    | ["table", rows: Inline[][][]];

/** What a node carries to be sent back as it is. */
export interface Message {
    m: string;
    [member: string]: unknown;
}

export interface Node {
    kind: NodeKind;
    key: string;
    text?: string;
    value?: string;
    hint?: string;
    error?: string;
    href?: string;
    revision?: number;
    number?: number;
    required?: boolean;
    read_only?: boolean;
    emphasis?: "primary" | "quiet";
    tone?: "success" | "warning" | "error";
    input?: "long-text" | "email" | "telephone" | "date" | "one-time-code" | "file";
    runs?: Run[];
    detail?: Run[];
    document?: Block[];
    message?: Message;
    children?: Node[];
}

export interface Screen {
    id:
        | "loading" | "unavailable" | "home" | "results" | "category" | "article" | "guide-step" | "guide-outcome" | "form"
        | "receipt" | "requests" | "request" | "error" | "offline";
    language: string;
    title?: string;
    eyebrow?: string;
    back?: Node;
    close?: Node;
    nodes?: Node[];
    person?: Node[];
}

export type Effect = { id: number } & (
    | { e: "get"; path: string; token?: string }
    | { e: "post"; path: string; key?: string; body: string; token?: string }
    | { e: "download"; path: string; token?: string; name: string }
    | { e: "random"; bytes: number }
    | { e: "save"; text: string }
    | { e: "keep"; name: string; text: string }
    | { e: "wait"; seconds: number; path?: string; token?: string }
    | { e: "focus"; key: string }
    | { e: "announce"; text: string }
    | { e: "emit"; event: string; detail: unknown }
    | { e: "show-address"; path: string; step?: boolean }
    | { e: "copy"; text: string }
    | { e: "share"; path: string; title: string }
    | { e: "print" }
    | { e: "close-panel" }
    | { e: "switch-language"; path: string }
);

export interface Result {
    screen: Screen;
    effects?: Effect[];
}
