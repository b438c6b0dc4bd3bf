// Opens a link to another view of the dashboard in place.
//
// The framework opens every link of a text in a new tab, and would load all of itself again there.
// It reads the address anew when the reader goes back; so a link writes the address and says the
// same. What is no view (a file, a route, a place within a page) is left to the browser, and so is
// a click with a key held, which asks for a tab of its own.
(() => {
  "use strict";
  const NO_VIEW = /^\/(api|healthz|readyz|page|map|_stcore|media|static)(\/|$)/;
  // the framework's own links stay its own: it folds the menu of a phone away with the click
  const OWN = "[data-testid='stSidebarNavLink'], [data-testid='stTopNavLink']";
  const MENU = "[data-testid='stPopoverBody']";
  const OPEN = "[data-testid='stPopoverButton'][aria-expanded='true']";
  const press = () => new MouseEvent("click", { bubbles: true, detail: 1 }); // as with a pointer
  const KEPT = ["embed", "embed_options"]; // what the framework reads, and no link of ours says

  const view = (link) => {
    const address = new URL(link.href);
    const ours = address.origin === location.origin && !NO_VIEW.test(address.pathname);
    if (!ours || address.hash || link.hasAttribute("download")) return null;
    const now = new URLSearchParams(location.search);
    for (const name of KEPT) {
      if (!address.searchParams.has(name)) {
        for (const value of now.getAll(name)) address.searchParams.append(name, value);
      }
    }
    return address.pathname + address.search;
  };

  const open = (event) => {
    const link = event.target.closest?.("a[href]");
    const asksForATab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || event.button || asksForATab || link.matches(OWN)) return;
    const path = view(link);
    if (path === null) return;
    event.preventDefault();
    event.stopPropagation();
    history.pushState(null, "", path);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
    const menu = link.closest(MENU) && document.querySelector(OPEN);
    if (menu) { // it has done its work
      menu.dispatchEvent(press());
      menu.focus({ preventScroll: true });
    }
    if (new URLSearchParams(location.search).has("item")) {
      document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
    }
  };

  document.addEventListener("click", open, true);
})();
