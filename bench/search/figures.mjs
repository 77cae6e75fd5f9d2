// Sums, quantiles, and figures as a reader wants them.

export const sum = (values) => values.reduce((total, value) => total + value, 0);
export const mean = (values) => sum(values) / values.length;

/** The value that `share` of all do not pass. */
export function quantile(values, share) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** At most `count`, evenly. */
export function spread(values, count) {
    const taken = Math.min(values.length, count);
    return Array.from({ length: taken }, (_, at) => values[Math.floor((at * values.length) / taken)]);
}

export const kilobytes = (bytes) => `${Math.round(bytes / 1000).toLocaleString("en")} KB`;
export const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
/** Milliseconds. */
export const time = (value) => (value < 0.1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(0));
export const share = (value) => value.toFixed(3).replace(/^0/, "");
export const percent = (value) => `${(value * 100).toFixed(1)} %`;
