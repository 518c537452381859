// Whom and what is called so, while a query is typed.
interface Suggestion { label: string; kind: string; href: string }

const PAUSE = 150; // milliseconds without a key before the service is asked

export function begin(): void {
  const box = document.querySelector<HTMLInputElement>("#find");
  const form = box?.form;
  if (!box || !form) return;
  const list = document.createElement("div");
  list.className = "suggestions";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  form.append(list);
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");
  box.setAttribute("aria-autocomplete", "list");
  let chosen = -1, waiting = 0, asked = 0;

  const options = () => [...list.querySelectorAll<HTMLAnchorElement>("a")];
  const close = () => {
    list.hidden = true;
    chosen = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (at: number) => {
    const all = options();
    chosen = all.length ? (at + all.length) % all.length : -1;
    all.forEach((one, place) => one.setAttribute("aria-selected", String(place === chosen)));
    const now = all[chosen];
    if (now) box.setAttribute("aria-activedescendant", now.id);
  };
  const show = (found: Suggestion[]) => {
    list.replaceChildren(...found.map((one, at) => {
      const link = document.createElement("a"), name = document.createElement("bdi"), kind = document.createElement("span");
      link.href = one.href;
      link.id = `suggestion-${at}`;
      link.tabIndex = -1;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
      name.textContent = one.label;
      kind.textContent = one.kind;
      kind.className = "meta";
      link.append(name, kind);
      return link;
    }));
    chosen = -1;
    list.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(found.length > 0));
  };
  const ask = async () => {
    const number = ++asked, words = box.value.trim();
    if (words.length < 2) return close();
    const answer = await fetch(`/suggest?q=${encodeURIComponent(words)}`).catch(() => null);
    if (answer?.ok && number === asked) show((await answer.json()) as Suggestion[]);
  };

  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void ask(), PAUSE);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen + (event.key === "ArrowDown" ? 1 : chosen < 0 ? 0 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      options()[chosen]?.click();
    } else if (event.key === "Escape") {
      close();
    }
  });
  box.addEventListener("blur", () => setTimeout(close, 200));
}
