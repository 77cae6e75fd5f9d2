// What an author wrote: the core's typed tree, built as nodes of the document. There is no way from here to markup.
import type { ComponentChildren, JSX } from "preact";
import { watchPicture } from "../../reading/pictures.ts";
import type { Block, Inline, Picture } from "../protocol.ts";
import { isPlainClick, leadOut, targetOf } from "./links.ts";
import type { Stage } from "./stage.ts";

export function link(address: string, text: ComponentChildren, stage: Stage, attributes = {}, toPage = false): JSX.Element {
    const target = toPage ? leadOut(targetOf(address)) : targetOf(address);
    if (target?.kind === "route") {
        const go = (event: MouseEvent) => {
            if (isPlainClick(event)) {
                event.preventDefault();
                stage.send({ m: "navigate", path: target.href });
            }
        };
        return <a {...attributes} href={target.href} onClick={go}>{text}</a>;
    }
    if (target?.kind === "outside") {
        return <a {...attributes} href={target.href} target="_blank" rel="noopener">{text}{stage.icon("leave")}</a>;
    }
    return target ? <a {...attributes} href={target.href}>{text}</a> : <span {...attributes}>{text}</span>;
}

const kVideo = /\.mp4$/;

/** What belongs to it has its name: core/article/video.h. Nothing of it is fetched before it is played. */
function video(address: string, shows: string, language: string, width?: number, height?: number): JSX.Element {
    const named = (ending: string) => address.replace(kVideo, ending);
    const still = width ? { width, height, poster: named(".jpg") } : {};
    return (
        <video src={address} aria-label={shows} controls preload="none" playsInline {...still}>
            <track kind="captions" src={named(`.${language}.vtt`)} srcLang={language} />
        </video>
    );
}

function picture([, address, alternative, width, height]: Picture, { language, reading, isInLink }: Stage): JSX.Element | string {
    if (targetOf(address)?.kind !== "route") {
        return alternative;
    }
    if (kVideo.test(address)) {
        return isInLink ? alternative : video(address, alternative, language, width, height);
    }
    const drawn = <img src={address} alt={alternative} width={width} height={height} loading="lazy" decoding="async" />;
    if (!reading || isInLink) {
        return drawn;
    }
    const name = reading.enlarge.replace("%", () => alternative);
    return (
        <span class="picture" ref={watchPicture}>
            {drawn}
            <button type="button" class="enlarge" hidden aria-label={name}><span /></button>
        </span>
    );
}

function code(text: string, { reading, nextPart }: Stage): JSX.Element {
    const frame = <pre data-key={nextPart?.()} tabIndex={0}><code>{text}</code></pre>;
    return reading ? <div class="copyable"><button type="button" class="copy">{reading.copy}</button>{frame}</div> : frame;
}

function inlines(pieces: Inline[], stage: Stage): ComponentChildren {
    return pieces.map((piece) => {
        if (typeof piece === "string") {
            return piece;
        }
        switch (piece[0]) {
            case "em":
                return <em>{inlines(piece[1], stage)}</em>;
            case "strong":
                return <strong>{inlines(piece[1], stage)}</strong>;
            case "code":
                return <code>{piece[1]}</code>;
            case "link":
                return link(piece[1], inlines(piece[2], { ...stage, isInLink: true }), stage, { "data-key": stage.nextPart?.() });
            case "picture":
                return picture(piece, stage);
            case "break":
                return <br />;
        }
    });
}

function table([head = [], ...rows]: Inline[][][], stage: Stage): JSX.Element {
    return (
        <div class="wide" data-key={stage.nextPart?.()} role="group" aria-labelledby="title" tabIndex={0}>
            <table>
                <thead>
                    <tr>{head.map((cell) => <th scope="col">{inlines(cell, stage)}</th>)}</tr>
                </thead>
                <tbody>
                    {rows.map((row) => <tr>{row.map((cell) => <td>{inlines(cell, stage)}</td>)}</tr>)}
                </tbody>
            </table>
        </div>
    );
}

/** A list whose items are single paragraphs is drawn tight. */
function items(list: Block[][], stage: Stage): JSX.Element[] {
    return list.map((item) => {
        const [first, ...rest] = item;
        return first?.[0] === "paragraph"
            ? <li>{inlines(first[1], stage)}{blocks(rest, stage)}</li>
            : <li>{blocks(item, stage)}</li>;
    });
}

export function blocks(tree: Block[], stage: Stage): JSX.Element[] {
    return tree.map((block) => {
        switch (block[0]) {
            case "heading": {
                const Tag = `h${Math.min(Math.max(block[1], 2), 4)}` as "h2" | "h3" | "h4";
                return <Tag id={block[2]} data-key={`${stage.document}/${block[2]}`}>{inlines(block[3], stage)}</Tag>;
            }
            case "paragraph":
                return <p>{inlines(block[1], stage)}</p>;
            case "bullets":
                return <ul>{items(block[1], stage)}</ul>;
            case "numbers":
                return <ol start={block[1]}>{items(block[2], stage)}</ol>;
            case "quote":
                return <blockquote>{blocks(block[1], stage)}</blockquote>;
            case "code":
                return code(block[1], stage);
            case "rule":
                return <hr />;
            case "table":
                return table(block[1], stage);
        }
    });
}
