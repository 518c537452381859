// What scripts add to pages that work without them: each island looks whether its place is on the page.
import { begin as beginKeys } from "./keys";
import { begin as beginPicking } from "./picking";
import { begin as beginSuggestions } from "./suggestions";

beginSuggestions();
beginKeys();
beginPicking();

const views: Record<string, () => Promise<{ draw(figure: HTMLElement): void | Promise<void> }>> = {
  map: () => import("./map"),
  timeline: () => import("./timeline"),
  network: () => import("./network"),
};
const figure = document.querySelector<HTMLElement>("figure[data-chart]");
const load = figure && views[figure.dataset["chart"] ?? ""];
if (figure && load) void load().then((view) => view.draw(figure));
