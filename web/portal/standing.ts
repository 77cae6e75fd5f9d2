// Makes elements that the server has written ready to be a view's own.

/** A long text stands in the markup until it is typed into, and would go with it. */
export function keepTexts(place: Element): void {
    for (const area of place.querySelectorAll("textarea")) {
        const { value } = area;
        area.value = value;
    }
}

/** Takes out what a view does not draw: line ends between elements, and what browsers without scripts alone show. A
    view would move the elements behind it, and moving takes the focus away. */
export function removeWhatIsNotDrawn(place: Element): void {
    const isLineEnd = (node: Node) => node instanceof Text && node.data === "\n";
    const isForOthers = (node: Node) => node instanceof Element && node.localName === "noscript";
    const nodes = document.createTreeWalker(place);
    const others: ChildNode[] = [];
    while (nodes.nextNode()) {
        if (isLineEnd(nodes.currentNode) || isForOthers(nodes.currentNode)) {
            others.push(nodes.currentNode as ChildNode);
        }
    }
    others.forEach((node) => node.remove());
}
