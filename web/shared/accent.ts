// The site's accent colour, and the colours that go with it: text on it, and it as text, never under WCAG's 4.5:1.

type Rgb = readonly [number, number, number];

const kWhite: Rgb = [255, 255, 255];
const kInk: Rgb = [16, 20, 26];
export const kSurface = "#ffffff";
export const kDarkSurface = "#15181d";

const kQuiet: Rgb = [75, 85, 99]; // of colours.css
const kDarkQuiet: Rgb = [173, 182, 195];
const kReadable = 4.6;
const kLegible = 3; // below it a colour is far from being read
const kBright = 7; // thin strokes on a dark ground look dimmer than they measure

export interface AccentColours {
    accent: string;
    /** Text and icons on the accent. */
    on: string;
    /** The accent as text and as lines, on the surface and on `soft`. */
    ink: string;
    /** The surface, tinted. */
    soft: string;
    /** The accent cannot be read as text there: the ink is far from it. */
    isMended: boolean;
}

/** "#rrggbb" as numbers; anything else is the product's own colour. */
function parse(colour: string): Rgb {
    const digits = /^#([0-9a-f]{6})$/i.exec(colour)?.[1] ?? "0b5c6b";
    const value = parseInt(digits, 16);
    return [value >> 16, (value >> 8) & 255, value & 255];
}

function print(colour: Rgb): string {
    return `rgb(${colour.map(Math.round).join(",")})`;
}

function mix(colour: Rgb, other: Rgb, share: number): Rgb {
    return colour.map((part, i) => part + ((other[i] as number) - part) * share) as unknown as Rgb;
}

/** Brighter, of the same hue: what is mixed with white alone turns grey. */
function vivid(colour: Rgb): Rgb {
    const scale = 255 / Math.max(...colour, 1);
    return mix(colour, colour.map((part) => part * scale) as unknown as Rgb, 0.6);
}

/** WCAG 2's relative luminance. */
function luminance(colour: Rgb): number {
    const [r, g, b] = colour.map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: Rgb, other: Rgb): number {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
    return (high + 0.05) / (low + 0.05);
}

function moreReadable(on: Rgb): Rgb {
    return contrast(kWhite, on) >= kReadable || contrast(kWhite, on) >= contrast(kInk, on) ? kWhite : kInk;
}

/** The colours on a surface, which is light or dark. */
export function accentColours(colour: string, surface: string): AccentColours {
    const accent = parse(colour);
    const ground = parse(surface);
    const light = luminance(ground) > 0.5;
    const quiet = light ? kQuiet : kDarkQuiet;
    let tint = light ? 0.09 : 0.22;
    while (tint > 0.02 && contrast(quiet, mix(ground, accent, tint)) < kReadable) {
        tint -= 0.02;
    }
    const soft = mix(ground, accent, tint);
    const [from, to, wanted] = light ? [accent, kInk, kReadable] : [vivid(accent), kWhite, kBright];
    let ink = from as Rgb;
    for (let share = 0; contrast(ink, soft) < wanted && share < 1; share += 0.05) {
        ink = mix(from, to, share);
    }
    return {
        accent: print(accent),
        on: print(moreReadable(accent)),
        ink: print(ink),
        soft: print(soft),
        isMended: light && contrast(accent, ground) < kLegible,
    };
}
