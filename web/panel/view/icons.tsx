// Line drawings on a grid of 24, in the colour of the text around them. They say nothing that no text says.
import type { JSX } from "preact";

const kDrawings = {
    help: "M12 3a9 9 0 0 0-7.8 13.5L3 21l4.5-1.2A9 9 0 1 0 12 3M9.6 9.4a2.5 2.5 0 1 1 3.4 2.4c-.7.3-1 .8-1 1.6M12 16.5v.01",
    back: "M15 5l-7 7 7 7",
    close: "M6 6l12 12M18 6L6 18",
    expand: "M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7",
    shrink: "M20 10h-6V4M14 10l6-6M4 14h6v6M10 14l-6 6",
    corner: "M7 8l-4 4 4 4M3 12h18M17 8l4 4-4 4",
    search: "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5L20 20",
    telephone: "M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2 2A15 15 0 0 1 4.5 5.5a2 2 0 0 1 2-2z",
    mail: "M3.5 6.5a1 1 0 0 1 1-1h15a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-15a1 1 0 0 1-1-1zM4 7l8 6 8-6",
    leave: "M14 4.5h5.5V10M19 5l-8 8M10 5.5H5.5a1 1 0 0 0-1 1v12a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V14",
    info: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 11v5M12 7.8v.01",
    success: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M8.2 12.3l2.6 2.6 5-5.3",
    warning: "M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.01",
    error: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17M12 7.5v5.5M12 16v.01",
} as const;

export type IconName = keyof typeof kDrawings;

export function icon(name: IconName): JSX.Element {
    return (
        <svg class="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true">
            <path d={kDrawings[name]} />
        </svg>
    );
}
