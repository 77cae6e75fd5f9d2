// A page of a site that is bundled: what the tests call stands on the window.
import { load } from "@ventanilla/widget";

declare global {
    interface Window {
        load: typeof load;
    }
}

window.load = load;
