// embed.js: <script src="https://help.example/embed.js" data-lang="en" data-position="start" data-view="canvas" async></script>
import { launch } from "./launch.ts";
import { widgetElement } from "./widget.ts";

launch(widgetElement);
