// Puts a page on paper: its address and the day over it, and all rows of its table up to 500.
//
// A page shows 50 rows. Where it has more it links to the same view with as many as one prints;
// the keys that print follow that link first, and print when as many rows stand as it names.
(() => {
  "use strict";
  const PAPER = "a[href*='paper=all']";
  const ROW = "[data-testid='stTableStyledTable'] tbody tr";
  const OLD = "[data-stale='true']";
  const RAN = "[data-testid='stApp'][data-test-script-state='notRunning']";
  const REST = 800; // milliseconds without a change, after which a page stands

  const stamp = () => {
    const day = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
    const page = document.querySelector("[data-testid='stMainBlockContainer']");
    if (page) page.dataset.printed = `${location.href} · ${day}`;
  };

  const rows = () => document.querySelectorAll(ROW).length;

  const whenTheyStand = (wanted, act) => {
    let rest;
    const wait = () => {
      clearTimeout(rest);
      rest = setTimeout(() => {
        const stands = document.querySelector(RAN) && rows() >= wanted;
        if (!stands || document.querySelector(OLD)) return wait();
        changes.disconnect();
        act();
      }, REST);
    };
    const changes = new MutationObserver(wait);
    changes.observe(document.body, { subtree: true, childList: true });
    wait();
  };

  const print = (event) => {
    const isWhole = new URLSearchParams(location.search).has("paper"); // then every row links to it
    const link = isWhole ? null : document.querySelector(PAPER);
    const asked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
    if (!asked || !link) return;
    event.preventDefault();
    const wanted = Number(link.textContent.replace(/\D/g, "")); // at most 500: no sign parts them
    link.click();
    whenTheyStand(wanted, () => window.print());
  };

  document.addEventListener("keydown", print, true);
  addEventListener("beforeprint", stamp);
  matchMedia("print").addEventListener("change", stamp);
})();
