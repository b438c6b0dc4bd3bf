// Says the framework's own words (toolbars, menus, notices) in the reader's language.
//
// Streamlit has one language only (its issue 1353). The page holds what to say in its place, from
// dashboard/words: the languages, each with its direction and colon, and each word in all of them.
// A text is replaced only where all of it is one of these words, and never where the record speaks.
// Official wording says its own language; what went and what came in it is said by the style sheet.
(() => {
  "use strict";
  const ATTRIBUTES = ["aria-label", "title", "placeholder"];
  const RECORD = ".stMarkdown, .stTable, .stPlotlyChart, [role='grid'], script, style, textarea";
  const NUMBER = /\d+/; // "Page 4" is known as "Page {n}"
  const FRAMEWORK = document.querySelector("meta[name='framework-words']").content;
  const { languages, words } = JSON.parse(FRAMEWORK);
  const colons = Object.values(languages).map(({ colon }) => colon);
  const NAMED = new RegExp(`^(.+?)(${colons.join("|")})(.+)$`, "s"); // "Download as CSV: Table"

  const known = new Map();
  for (const [english, said] of Object.entries(words)) {
    for (const text of [english, ...Object.values(said)]) known.set(text, said);
  }

  // the order of dashboard/words/languages.py: the address, else the browser, else the first
  const asked = () => {
    const linked = new URLSearchParams(location.search).get("lang") ?? "";
    const isOurs = (code) => Object.hasOwn(languages, code);
    const tags = [linked, navigator.language].map((tag) => tag.toLowerCase().split(/[^a-z]/)[0]);
    return tags.find(isOurs) ?? Object.keys(languages)[0];
  };
  let language = ""; // what was said last

  const word = (text) => {
    const [number] = NUMBER.exec(text) ?? [];
    const said = known.get(number ? text.replace(number, "{n}") : text);
    return said && said[language].replace("{n}", number);
  };

  const inLanguage = (text) => {
    const whole = word(text);
    if (whole) return whole;
    const [, head = "", , tail] = NAMED.exec(text) ?? [];
    const tool = word(head);
    return tool ? tool + languages[language].colon + tail : text;
  };

  const sayText = (node) => {
    const text = node.nodeValue.trim();
    const said = inLanguage(text);
    if (said !== text) node.nodeValue = node.nodeValue.replace(text, () => said);
  };

  const sayAttributes = (element) => {
    for (const name of ATTRIBUTES) {
      const text = element.getAttribute(name);
      const said = text && inLanguage(text);
      if (said && said !== text) element.setAttribute(name, said);
    }
  };

  const say = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement?.closest(RECORD)) sayText(node);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(RECORD)) return;
    sayAttributes(node);
    for (const child of node.childNodes) say(child);
  };

  const WORDING = "[class*='st-key-wording-']"; // st-key-wording-ar-…, as dashboard/ui/records names it
  const ownVoice = () => {
    for (const quote of document.querySelectorAll(`${WORDING} blockquote`)) {
      const [, code] = /st-key-wording-([a-z]{2})-/.exec(quote.closest(WORDING).className) ?? [];
      if (code && quote.lang !== code) quote.lang = code;
    }
  };

  const follow = (changes) => {
    ownVoice();
    const now = asked();
    if (now !== language) {
      language = now;
      document.documentElement.lang = now; // a screen reader takes its voice from it
      document.documentElement.dir = languages[now].direction;
      for (const [name, text] of Object.entries(languages[now].spoken)) {
        document.documentElement.style.setProperty(`--spoken-${name}`, JSON.stringify(text));
      }
      say(document.body);
    } else if (language !== "en") {
      for (const { type, target, addedNodes } of changes) {
        if (type === "childList") addedNodes.forEach(say);
        else if (type === "characterData") say(target);
        else if (!target.closest(RECORD)) sayAttributes(target);
      }
    }
  };

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  follow([]);
})();
