// One key each for what is done in the review queue.
export function begin(): void {
  const items = [...document.querySelectorAll<HTMLElement>("[data-item]")];
  if (!items.length) return;
  let at = 0;
  const go = (to: number) => {
    at = Math.max(0, Math.min(items.length - 1, to));
    items[at]?.focus();
    items[at]?.scrollIntoView({ block: "nearest" });
  };
  items.forEach((item, place) => item.addEventListener("focusin", () => { at = place; }));
  document.addEventListener("keydown", (event) => {
    const place = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(place.tagName)) return;
    if (event.key === "j") return go(at + 1);
    if (event.key === "k") return go(at - 1);
    if (/^[a-z]$/.test(event.key)) items[at]?.querySelector<HTMLElement>(`[data-key="${event.key}"]`)?.click();
  });
  go(0);
}
