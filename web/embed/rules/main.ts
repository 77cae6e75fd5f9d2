// embed.js of a site whose rules hint or hide the launcher; the publisher takes it in the place of ../main.ts's.
import { launch } from "../launch.ts";
import { type RuledSite, ruledElement } from "./element.ts";

launch((origin, site) => ruledElement(origin, site as RuledSite));
