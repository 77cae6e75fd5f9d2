// Dates travel as ISO 8601; the platform writes them in the screen's language. A bare date is the same day everywhere.

export function formatDate(value: string, language: string): string {
    const date = new Date(value);
    if (Number.isNaN(date.getTime())) {
        return value;
    }
    const style: Intl.DateTimeFormatOptions = value.includes("T")
        ? { dateStyle: "long", timeStyle: "short" }
        : { dateStyle: "long", timeZone: "UTC" };
    return new Intl.DateTimeFormat(language, style).format(date);
}
