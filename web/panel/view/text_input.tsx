// A text field whose text belongs to the customer. The app's value is taken over when the field has no focus or the
// app's revision is newer than the last one seen or sent, and never while a composition (a dead key, an input method)
// is under way. Preact therefore never sees the value: it is set here.
import { type AllHTMLAttributes, Component, createRef, h, type JSX } from "preact";
import type { Node } from "../protocol.ts";
import type { Stage } from "./stage.ts";

export interface TextInputProps {
    node: Node;
    stage: Stage;
    /** "textarea", or the input's type. */
    type: string;
    attributes: AllHTMLAttributes;
}

type Field = HTMLInputElement & HTMLTextAreaElement;

export class TextInput extends Component<TextInputProps> {
    readonly #field = createRef<Field>();
    #revision = 0;
    #reported = "";
    #composing = false;

    override componentDidMount(): void {
        const { value = "", revision = 0 } = this.props.node;
        // One that was on the page before this view holds what has been typed since.
        if (!this.#element.value) {
            this.#element.value = value;
        }
        this.#reported = value;
        this.#revision = revision;
    }

    override componentDidUpdate(): void {
        this.#takeOver();
    }

    override render({ type, attributes }: TextInputProps): JSX.Element {
        const area = type === "textarea";
        return h(area ? "textarea" : "input", {
            ...attributes,
            ...(area ? { rows: 4 } : { type }),
            ref: this.#field,
            "data-target": true,
            onInput: this.#report,
            onCompositionStart: () => (this.#composing = true),
            onCompositionEnd: this.#onCompositionEnd,
        });
    }

    get #element(): Field {
        return this.#field.current as Field;
    }

    #takeOver(): void {
        const { value = "", revision = 0 } = this.props.node;
        if (this.#composing) {
            return;
        }
        if (revision > this.#revision || this.props.stage.focused() !== this.#element) {
            if (this.#element.value !== value) {
                this.#element.value = value;
            }
            this.#reported = value;
        }
        this.#revision = Math.max(this.#revision, revision);
    }

    readonly #report = (): void => {
        const { node, stage } = this.props;
        const value = this.#element.value;
        this.#revision = Math.max(this.#revision, node.revision ?? 0) + 1;
        this.#reported = value;
        stage.send({ m: "typed", key: node.key, value, revision: this.#revision });
    };

    readonly #onCompositionEnd = (): void => {
        this.#composing = false;
        if (this.#element.value === this.#reported) {
            this.#takeOver();
        } else {
            this.#report();
        }
    };
}
