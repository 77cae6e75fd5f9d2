// A picture that is shown smaller than it is can be enlarged: it has a button over it, hidden as long as it is not.

const kWorthIt = 1.1;

/** In CSS pixels; nothing of one that could not be had. */
export function ownSize(picture: HTMLImageElement): { width: number; height: number } {
    const said = { width: Number(picture.getAttribute("width")), height: Number(picture.getAttribute("height")) };
    const found = { width: picture.naturalWidth, height: picture.naturalHeight };
    if (picture.complete && found.width === 0) {
        return found;
    }
    return said.width > 0 && said.height > 0 ? said : found;
}

function update(picture: Element): void {
    const button = picture.nextElementSibling;
    if (picture instanceof HTMLImageElement && button instanceof HTMLElement) {
        button.hidden = picture.clientWidth === 0 || ownSize(picture).width < picture.clientWidth * kWorthIt;
    }
}

const onEnd = ({ target }: Event): void => update(target as Element);
const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => update(target)));

/** `place`: holds a picture and, behind it, its button. */
export function watchPicture(place: Element | null): void {
    const picture = place?.querySelector("img");
    if (picture && "HTMLDialogElement" in window) {
        sizes.observe(picture);
        picture.addEventListener("load", onEnd);
        picture.addEventListener("error", onEnd);
    }
}
