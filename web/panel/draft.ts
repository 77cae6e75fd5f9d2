// What the core wants kept for this tab. Storage may be blocked, full or torn away at any moment; then memory holds
// the text as long as the panel lives.

export class Draft {
    private text = "";
    private readonly name: string;

    constructor(language: string) {
        this.name = `ventanilla:${language}`;
    }

    read(): string {
        try {
            return sessionStorage.getItem(this.name) ?? this.text;
        } catch {
            return this.text;
        }
    }

    /** An empty text forgets. */
    write(text: string): void {
        this.text = text;
        try {
            if (text) {
                sessionStorage.setItem(this.name, text);
            } else {
                sessionStorage.removeItem(this.name);
            }
        } catch {
            // Blocked or full: the text in memory serves.
        }
    }
}
