export function writeLargeSite(folder: string, articles?: number): void;
