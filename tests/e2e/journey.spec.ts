// From a query with a typing error to a tracking code. By mouse and by keyboard alone, in both languages, on a phone and
// on a desk; on a canvas: canvas_journey.spec.ts.
import { byKeyboard, byMouse, travel } from "../support/journey.ts";
import { test } from "../support/product.ts";

for (const [means, use] of Object.entries({ mouse: byMouse, keyboard: byKeyboard })) {
    for (const language of ["es", "en"] as const) {
        for (const width of [360, 1280]) {
            test.describe(`${language}, ${width} px, ${means}`, () => {
                test.use({ language, viewport: { width, height: 740 } });

                test("from a query with a typing error to a tracking code", async ({ widget, server, email }) => {
                    test.slow();
                    await travel(widget, use(widget), server, email);
                });
            });
        }
    }
}
