// Takes the keyboard along: into a record or page that opened, into a menu and back to its button,
// and past the filters to what was found.
//
// The framework puts what a menu holds at the very end of the page, and draws a record anew around
// a focus that falls to the page as a whole. Whoever reads by ear or without a pointer would begin
// again at the top.
(() => {
  "use strict";
  const MAIN = "[data-testid='stMain']";
  const RESULTS = ".st-key-results";
  // the rows before the drawing of them, whose marks no key reaches
  const FOUND = ["table tbody a[href], [data-testid='stDataFrame']", "[data-testid='stPlotlyChart']"];
  const SKIP = "[data-testid='stSkipToContent']";
  const BUTTON = "[data-testid='stPopoverButton']";
  const BODY = "[data-testid='stPopoverBody']";
  const STOPS = "input, textarea, button, a[href], [tabindex]:not([tabindex='-1'])";
  const { languages } = JSON.parse(document.querySelector("meta[name='framework-words']").content);

  const take = (element) => {
    if (!element.matches(STOPS)) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };

  // what the address names; filters and views of it are no new thing to read
  const place = () => location.pathname + (new URLSearchParams(location.search).get("item") ?? "");
  const headings = () => [...document.querySelectorAll(`${MAIN} :is(h1, h2)`)];
  let shown = place();
  let before = null; // headings of what was left, while what opens is still being drawn
  let said = new Set();

  const follow = () => {
    if (place() !== shown) {
      shown = place();
      before = said;
    }
    const found = headings();
    if (before) {
      const opened = found.find(({ textContent }) => !before.has(textContent));
      if (opened) {
        before = null;
        take(opened);
      }
    }
    if (!before) said = new Set(found.map(({ textContent }) => textContent));
    offer();
  };

  const offer = () => {
    const [first] = document.querySelectorAll(SKIP);
    const text = languages[document.documentElement.lang]?.skip;
    let link = document.querySelector("[data-skip]");
    if (!first || !text) return;
    if (!link) {
      link = first.cloneNode();
      link.removeAttribute("data-testid");
      link.dataset.skip = "results";
      link.href = "#results";
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const over = document.querySelector(RESULTS);
        over.scrollIntoView();
        const { DOCUMENT_POSITION_FOLLOWING: after } = Node;
        const below = (one) => over.compareDocumentPosition(one) & after && one.checkVisibility();
        const first = (kind) => [...document.querySelectorAll(kind)].find(below);
        const found = first(FOUND[0]) ?? first(FOUND[1]) ?? over;
        take(found);
        found.scrollIntoView({ block: "nearest" });
      });
      first.after(link);
    }
    if (link.textContent !== text) link.textContent = text;
    link.hidden = !document.querySelector(RESULTS);
  };

  let opener = null; // the button whose menu the keyboard is in
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(BUTTON);
    if (!button || event.detail) return; // a pointer stays where it is
    opener = button;
    const arrive = (tries) => {
      const body = document.querySelector(BODY);
      if (body) take(body.querySelector(STOPS) ?? body);
      else if (tries) requestAnimationFrame(() => arrive(tries - 1));
    };
    requestAnimationFrame(() => arrive(60));
  });
  document.addEventListener("keyup", ({ key }) => {
    if (key !== "Escape" || !opener || document.querySelector(BODY)) return;
    if (opener.isConnected) take(opener);
    opener = null;
  });

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  follow();
})();
