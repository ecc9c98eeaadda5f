import { sha256Hex } from "../../core/canonical-json.ts";

/**
 * Plain JavaScript for the browser, served as its own file: the Content-Security-Policy lets no inline script run.
 * Every page works without it.
 */
export const script = String.raw`"use strict";
for (const field of document.querySelectorAll("[data-submit-on-ctrl-enter]")) {
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.form.requestSubmit();
    }
  });
}

// A second click while the first is on its way would ask, or decide, twice.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    for (const button of form.querySelectorAll("button")) button.setAttribute("aria-busy", "true");
  });
}
// Back from the next page: the form may be sent again.
addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  for (const form of document.querySelectorAll("form[data-once]")) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("button")) button.removeAttribute("aria-busy");
  }
});

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    const told = document.querySelector("[data-copied]");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = "Skopiowano.";
    } catch {
      told.textContent = "Tekst jest zaznaczony: naciśnij Ctrl+C.";
    }
  });
}

const running = document.querySelector("[data-running]");
if (running) {
  const look = async () => {
    try {
      const response = await fetch(running.dataset.running);
      if (!response.ok || (await response.json()).status !== "running") return location.reload();
    } catch {
      // The service is away for a moment: the next look may find it.
    }
    setTimeout(look, 1500);
  };
  setTimeout(look, 1000);
}
`;

export const scriptPath = `/assets/desk-${sha256Hex(script).slice(0, 12)}.js`;
