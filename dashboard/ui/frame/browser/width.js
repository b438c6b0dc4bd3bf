// Tells the server for what width a page is drawn: that of its main column, in steps.
//
// It tells only what the server does not know: where the page was drawn for this width already,
// nothing is sent and nothing is drawn again.
const NEAR = 16; // pixels, so that a scrollbar that comes with a drawing does not take it away again
const observers = new WeakMap();

export default ({ data, parentElement, setStateValue }) => {
  let known = data.width;
  const step = (width) => data.steps.findLast((each) => each <= width) ?? data.steps[0];

  const observer = new ResizeObserver(([{ contentRect }]) => {
    const { width } = contentRect;
    const isKnown = [width, width - NEAR, width + NEAR].some((each) => step(each) === known);
    if (isKnown || !width || matchMedia("print").matches) return;
    known = step(width);
    setStateValue("width", known);
  });

  observers.get(parentElement)?.disconnect(); // this runs anew with each answer of the server
  observers.set(parentElement, observer);
  observer.observe(parentElement.closest("[data-testid='stMainBlockContainer']"));
  return () => observer.disconnect();
};
