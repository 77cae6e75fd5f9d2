// The same way as in journey.spec.ts, in the view on a canvas: by the mouse where things are drawn, and by the
// keyboard alone.
import { byMouseOnCanvas, test } from "../support/canvas.ts";
import { byKeyboard, travel } from "../support/journey.ts";

for (const [means, use] of Object.entries({ mouse: byMouseOnCanvas, keyboard: byKeyboard })) {
    for (const language of ["es", "en"] as const) {
        for (const width of [360, 1280]) {
            test.describe(`${language}, ${width} px, ${means}`, () => {
                test.use({ language, viewport: { width, height: 740 } });

                test("from a query with a typing error to a tracking code, on a canvas", async ({ widget, server, email }) => {
                    test.slow();
                    await travel(widget, use(widget), server, email);
                });
            });
        }
    }
}
