// What stands in a page's controls, as messages to the app: what the server reads from a form that is sent.
import type { Message } from "../panel/protocol.ts";

type Control = HTMLInputElement | HTMLTextAreaElement;

const isSwitch = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

function controlsIn(place: Element): Control[] {
    return [...place.querySelectorAll<Control>("input[name],textarea[name]")];
}

function isChanged(control: Control): boolean {
    return isSwitch(control) ? control.checked !== control.defaultChecked : control.value !== control.defaultValue;
}

/** Whether she, or the browser for her, has filled in what the server left empty. */
export function isTouched(place: Element): boolean {
    return controlsIn(place).some(isChanged);
}

function message(control: Control, isOn: boolean, value: string): Message {
    const around = control.closest<HTMLElement>(control.type === "radio" ? "fieldset" : "[data-key]");
    const key = around?.dataset["key"];
    return isSwitch(control) ? { m: "chose", key, value: isOn ? control.value : "" } : { m: "typed", key, value, revision: 1 };
}

/** What the server has written into them. */
export function served(place: Element): Message[] {
    return controlsIn(place)
        .filter((control) => (isSwitch(control) ? control.defaultChecked : control.defaultValue))
        .map((control) => message(control, true, control.defaultValue));
}

/** What stands there now. A query that nobody touched is in the page's address, with how many results it gave. */
export function written(place: Element): Message[] {
    return controlsIn(place)
        .filter((control) => {
            const isFilled = isSwitch(control) ? control.checked : control.value && control.type !== "search";
            // A radio button goes out because another one goes on.
            return isFilled || (isChanged(control) && control.type !== "radio");
        })
        .map((control) => message(control, (control as HTMLInputElement).checked, control.value));
}
