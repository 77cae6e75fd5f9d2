// idle.js: what the panel does once she uses it and nothing waits any longer. It is not needed to begin with, and so it is not
// loaded with the rest.
export { keepForOffline } from "./offline.ts";
export { takeDropped } from "../outbox/dropped.ts";
export { Outbox } from "../outbox/outbox.ts";
export { Placing } from "./placing.ts";
