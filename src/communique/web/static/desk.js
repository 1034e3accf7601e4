// Keys of the review queue, and words marked in a report. All of it can be done with the forms of the page.
(() => {
  const entries = () => [...document.querySelectorAll(".entries .entry")];
  // The entry that keys are about: the last one with the focus, whatever else is looked at meanwhile.
  let id = "";
  const current = () => document.getElementById(id);
  const take = (entry) => {
    current()?.classList.remove("current");
    entry.classList.add("current");
    id = entry.id;
  };
  const look = (entry) => {
    entry?.focus();
    entry?.scrollIntoView({ block: "nearest" });
  };
  const go = (step) => {
    const all = entries();
    const at = all.indexOf(current());
    look(all[Math.max(0, Math.min(all.length - 1, at + step))]);
  };
  const press = (value) => current()?.querySelector(`button[value="${value}"]`)?.click();
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    a: () => press("accept"),
    r: () => press("reject"),
    u: () => {
      const standing = [...(current()?.querySelectorAll(".history li:not(.undone)") ?? [])];
      standing.at(-1)?.querySelector("button")?.click();
    },
    w: () => {
      const entry = current();
      entry?.querySelector('a[href^="#words-"]')?.click();
      entry?.focus({ preventScroll: true });
    },
    e: () => {
      const editing = current()?.querySelector(".editing");
      if (editing) {
        editing.open = true;
        editing.querySelector("input, select, textarea").focus();
      }
    },
  };
  document.addEventListener("focusin", (event) => {
    const entry = event.target.closest(".entries .entry");
    if (entry) take(entry);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") document.activeElement?.closest?.(".entry")?.focus();
    if (event.target.closest("input, select, textarea")) return;
    if (!keys[event.key]) return;
    event.preventDefault(); // or the letter is typed into the field that gets the focus
    keys[event.key]();
  });
  // After a decision its entry is another element, or gone if it was added: the focus goes back to it.
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const entry = document.getElementById(event.detail.target.id);
    if (!entry) return;
    take(entry);
    entry.focus();
  });
  // What was refused is said at its entry, where what was typed stays.
  const say = (event, words) => {
    const entry = event.target.closest(".entry");
    entry.querySelector("[role=alert]")?.remove();
    const said = document.createElement("p");
    said.className = "fault";
    said.setAttribute("role", "alert");
    said.textContent = words;
    entry.append(said);
  };
  document.body.addEventListener("htmx:responseError", (event) => {
    const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    say(event, (answer.querySelector("[role=alert]") ?? answer.body).textContent.trim());
  });
  document.body.addEventListener("htmx:sendError", (event) => say(event, "The desk does not answer."));
  // Without htmx the page comes back with the entry in its address: go on from there.
  document.querySelector(".entry:target")?.focus();

  // Words that are marked in a report become those of a new entry, with their place in code points.
  const place = (node, at) => {
    const line = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest("p[data-at]");
    if (!line) return null;
    const before = document.createRange();
    before.selectNodeContents(line);
    before.setEnd(node, at);
    return Number(line.dataset.at) + [...before.toString()].length;
  };
  const form = document.querySelector("form.adding");
  if (form) {
    document.addEventListener("selectionchange", () => {
      const marked = document.getSelection();
      if (!marked.rangeCount || marked.isCollapsed) return;
      const range = marked.getRangeAt(0);
      const lines = [...document.querySelectorAll("p[data-at]")].filter((line) => range.intersectsNode(line));
      if (!lines.length) return;
      const from = (line) => Number(line.dataset.at);
      const last = lines[lines.length - 1];
      const start = place(range.startContainer, range.startOffset) ?? from(lines[0]);
      const end = place(range.endContainer, range.endOffset) ?? from(last) + [...last.textContent].length;
      const inside = (line) => [...line.textContent].slice(Math.max(0, start - from(line)), Math.max(0, end - from(line)));
      form.elements.start.value = start;
      form.elements.end.value = end;
      form.elements.words.value = lines.map((line) => inside(line).join("")).join("\n").trim();
    });
  }
})();
