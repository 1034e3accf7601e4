// Keys of the review queue, and words marked in a report. All of it can be done with the forms of the page.
(() => {
  const entries = () => [...document.querySelectorAll(".entries .entry")];
  const current = () => document.activeElement?.closest?.(".entry") ?? document.querySelector(".entry:target");
  const go = (step) => {
    const all = entries();
    const at = all.indexOf(current());
    const next = all[Math.max(0, Math.min(all.length - 1, at + step))];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  };
  const press = (entry, value) => entry?.querySelector(`button[value="${value}"]`)?.click();
  const keys = {
    j: () => go(1),
    k: () => go(-1),
    a: () => press(current(), "accept"),
    r: () => press(current(), "reject"),
    u: () => press(current(), "undo"),
    w: () => current()?.querySelector('a[href^="#words-"]')?.click(),
    e: () => {
      const more = current()?.querySelector("details");
      if (more) {
        more.open = true;
        more.querySelector('input[name="value"]').focus();
      }
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") document.activeElement?.closest?.(".entry")?.focus();
    if (event.target.closest("input, select, textarea")) return;
    keys[event.key]?.();
  });
  // After a decision its entry is another element: the focus goes back to it.
  document.body.addEventListener("htmx:afterSwap", (event) => document.getElementById(event.detail.target.id)?.focus());
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
