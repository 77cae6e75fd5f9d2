// Shows the page in the language that the address asks for: /?lang=es (default) or /?lang=en, and its help in the
// view: /?view=canvas. Runs before embed.js, which reads <html lang> and its own tag.
(() => {
  "use strict";

  const pages = document.querySelectorAll("body > [lang]");
  const asked = new URLSearchParams(location.search);
  const wanted = asked.get("lang");
  const page = [...pages].find((candidate) => candidate.lang === wanted) ?? pages[0];

  for (const candidate of pages) candidate.hidden = candidate !== page;
  document.documentElement.lang = page.lang;
  document.title = page.dataset.title;
  const lead = page.querySelector(".lead");
  document.querySelector('meta[name="description"]').content = lead.textContent;

  if (asked.get("view") === "canvas") document.querySelector('script[src="/embed.js"]').dataset.view = "canvas";

  for (const element of page.querySelectorAll("[data-needs-script]")) element.hidden = false;

  // The browser looked for the address's #target while the section may still have been hidden.
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (target && page.contains(target)) target.scrollIntoView();
})();
