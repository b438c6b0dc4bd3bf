// Keeps the page at the place its address names while what stands above is still being drawn.
//
// The framework scrolls there once, when the place appears; tables and drawings above it take their
// heights later. Whoever scrolls, presses or types has taken over, and is left alone.
(() => {
  "use strict";
  const COLUMN = "[data-testid='stMainBlockContainer']";
  const TAKEN_OVER = ["wheel", "touchmove", "pointerdown", "keydown"];

  const toPlace = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    if (name) document.getElementById(name)?.scrollIntoView();
  };
  const heights = new ResizeObserver(toPlace);
  const arrivals = new MutationObserver(() => {
    const column = document.querySelector(COLUMN);
    if (!column) return;
    arrivals.disconnect();
    heights.observe(column);
  });
  const leave = () => {
    arrivals.disconnect();
    heights.disconnect();
  };
  if (location.hash) {
    arrivals.observe(document, { subtree: true, childList: true });
    for (const kind of TAKEN_OVER) addEventListener(kind, leave, { once: true, passive: true });
  }
})();
