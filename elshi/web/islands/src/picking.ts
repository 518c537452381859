// Words selected in a passage become the value of a field: the form of that field is filled in and shown, to be saved or not.
const FIELDS = ["date", "city", "venue", "name", "capacity"];

export function begin(): void {
  const forms = document.querySelector<HTMLDetailsElement>("#mend");
  if (!forms) return;
  let picker: HTMLElement | null = null;
  const close = () => { picker?.remove(); picker = null; };
  const fill = (form: HTMLFormElement, words: string) => {
    const box = form.querySelector<HTMLInputElement>("input[name=value]");
    if (!box) return;
    forms.open = true;
    box.value = words;
    box.focus();
    close();
  };
  const show = (words: string, where: DOMRect) => {
    close();
    picker = document.createElement("div");
    picker.className = "picker";
    picker.setAttribute("role", "toolbar");
    for (const form of forms.querySelectorAll<HTMLFormElement>("form")) {
      const field = form.querySelector<HTMLInputElement>("input[name=field]")?.value ?? "";
      const label = form.querySelector("label")?.firstChild?.textContent?.trim();
      if (!FIELDS.includes(field) || !label) continue;
      const whose = form.closest("fieldset")?.querySelector("legend")?.textContent?.trim();
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = whose ? `${label}: ${whose}` : label;
      button.addEventListener("click", () => fill(form, words));
      picker.append(button);
    }
    picker.style.setProperty("left", `${Math.max(8, where.left + scrollX)}px`);
    picker.style.setProperty("top", `${where.bottom + scrollY + 6}px`);
    document.body.append(picker);
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inside = selection?.anchorNode?.parentElement?.closest(".passage, .said, .cite");
    if (!selection || selection.isCollapsed || !inside) return;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (words && words.length <= 500) show(words, selection.getRangeAt(0).getBoundingClientRect());
  });
  document.addEventListener("pointerdown", (event) => { if (picker && !picker.contains(event.target as globalThis.Node)) close(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
