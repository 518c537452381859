// Words selected in a passage become the value of a field: the form of that field is filled in and shown, to be saved or not.
const FIELDS = ["date", "city", "venue", "name", "capacity"];

interface Choice { label: string; take(words: string): void }

function fill(form: HTMLFormElement, words: string): void {
  const box = form.querySelector<HTMLInputElement>("input[name=value]");
  if (!box) return;
  form.closest("details")?.setAttribute("open", "");
  box.value = words;
  box.focus();
}

// On a record's page each field has a form of its own.
function listForms(forms: HTMLElement): Choice[] {
  const choices: Choice[] = [];
  for (const form of forms.querySelectorAll<HTMLFormElement>("form")) {
    const field = form.querySelector<HTMLInputElement>("input[name=field]")?.value ?? "";
    const label = form.querySelector("label")?.firstChild?.textContent?.trim();
    if (!FIELDS.includes(field) || !label) continue;
    const whose = form.closest("fieldset")?.querySelector("legend")?.textContent?.trim();
    choices.push({ label: whose ? `${label}: ${whose}` : label, take: (words) => fill(form, words) });
  }
  return choices;
}

// On a document's page each engagement has one form; the words belong to the engagements that their paragraph, or the last one before
// it that tells any, tells of.
function listFields(place: Element): Choice[] {
  let paragraph: Element | null = place.closest(".text > p");
  while (paragraph && !paragraph.querySelector(".anchor")) paragraph = paragraph.previousElementSibling;
  const anchors = [...(paragraph ?? document).querySelectorAll(".text .anchor, :scope > .anchor")];
  const forms = anchors.map((anchor) => document.querySelector<HTMLFormElement>(`form[data-report="${anchor.id.slice(1)}"]`));
  const known = forms.filter((form): form is HTMLFormElement => form !== null);
  return known.flatMap((form, number) => [...(form.querySelector("select")?.options ?? [])].map((option) => ({
    label: known.length > 1 ? `${number + 1}. ${option.text}` : option.text,
    take: (words: string) => { option.selected = true; fill(form, words); },
  })));
}

export function begin(): void {
  const forms = document.querySelector<HTMLElement>("#mend");
  if (!forms && !document.querySelector("form[data-report]")) return;
  let picker: HTMLElement | null = null;
  const close = () => { picker?.remove(); picker = null; };
  const show = (choices: Choice[], words: string, where: DOMRect) => {
    close();
    if (!choices.length) return;
    picker = document.createElement("div");
    picker.className = "picker";
    picker.setAttribute("role", "toolbar");
    for (const choice of choices) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = choice.label;
      button.addEventListener("click", () => { choice.take(words); close(); });
      picker.append(button);
    }
    picker.style.setProperty("left", `${Math.max(8, Math.min(where.left, innerWidth - 330) + scrollX)}px`);
    picker.style.setProperty("top", `${where.bottom + scrollY + 6}px`);
    document.body.append(picker);
  };
  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inside = selection?.anchorNode?.parentElement?.closest(forms ? ".passage, .said, .cite" : ".text > p");
    if (!selection || selection.isCollapsed || !inside) return;
    const words = selection.toString().replace(/\s+/g, " ").trim();
    if (!words || words.length > 500) return;
    show(forms ? listForms(forms) : listFields(inside), words, selection.getRangeAt(0).getBoundingClientRect());
  });
  document.addEventListener("pointerdown", (event) => { if (picker && !picker.contains(event.target as globalThis.Node)) close(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
}
