// Says of each cell of a table what the framework's markup leaves out: the heading over it, which a
// narrow screen shows beside it, whether its column holds figures, and whether it may wrap.
(() => {
  "use strict";
  const TABLE = "[data-testid='stTableStyledTable']";
  // what is long the server sends as one text, with what it is in the line before it
  const TEXT = "[data-testid='stMarkdownContainer'] table";
  const ANY = `${TABLE}, ${TEXT}`;
  const FIGURE = /^[-−–]?[\d.,\s]*%?$/; // a dash alone stands for a figure that is not known
  const SHORT = 16; // signs; a column of nothing longer keeps each cell on one line
  const ROLES = { thead: "rowgroup", tbody: "rowgroup", tr: "row", th: "columnheader", td: "cell" };

  const text = (cell) => cell.textContent.trim();

  const describe = (table) => {
    if (table.matches(TEXT)) table.dataset.testid = "stTableStyledTable";
    table.setAttribute("role", "table"); // laid out as cards, it would be none to a screen reader
    for (const [name, role] of Object.entries(ROLES)) {
      for (const part of table.getElementsByTagName(name)) part.setAttribute("role", role);
    }
    const rows = [...table.tBodies[0].rows];
    [...(table.tHead?.rows[0]?.cells ?? [])].forEach((heading, column) => {
      const cells = rows.map((row) => row.cells[column]).filter(Boolean);
      const texts = cells.map(text);
      const sign = /[▲▼]$/.exec(text(heading))?.[0];
      if (sign) heading.setAttribute("aria-sort", sign === "▲" ? "ascending" : "descending");
      else heading.removeAttribute("aria-sort");
      const figures = texts.every((each) => FIGURE.test(each));
      const short = texts.every((each) => each.length <= SHORT);
      for (const cell of [heading, ...cells]) {
        cell.classList.toggle("figures", figures);
        cell.classList.toggle("short", short && cell !== heading);
      }
      const label = text(heading).replace(/\s*[▲▼]$/, "");
      for (const cell of cells) {
        cell.dataset.label = label;
        cell.classList.toggle("missing", text(cell) === "–"); // a card has no room for it
      }
    });
  };

  const follow = (changes) => {
    const tables = new Set();
    for (const { target, addedNodes } of changes) {
      const within = target.parentElement?.closest(ANY) ?? target.closest?.(ANY);
      if (within) tables.add(within);
      else {
        for (const node of addedNodes) {
          if (node.matches?.(TEXT)) tables.add(node);
          node.querySelectorAll?.(ANY).forEach((table) => tables.add(table));
        }
      }
    }
    for (const table of tables) if (table.isConnected && table.tBodies[0]) describe(table);
  };

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
  });
})();
