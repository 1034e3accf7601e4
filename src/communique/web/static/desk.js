// Keys of the review queue. Everything they do can be done with the forms of the page.
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
})();
