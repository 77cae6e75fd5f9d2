// Whether what a page of somebody else's has sent is what it should be, and no more of it than there may be.

const kMost = 100;
const kMostCharacters = 10_000;

export const isText = (value: unknown): value is string => typeof value === "string" && value.length <= kMostCharacters;

export const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length <= kMost && value.every(isText);

export function isTexts(value: unknown): value is Record<string, string> {
    return typeof value === "object" && value !== null && !Array.isArray(value)
        && Object.keys(value).length <= kMost && Object.values(value).every(isText);
}
