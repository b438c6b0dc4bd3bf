// The camera over a drawing saves a slide: light whatever the page is, 16:9, with title, what is counted, note,
// source and day, all from the drawing's own frame. plotly.js by itself saves the bare drawing, dark on a dark
// page, and in a font of the system, because a picture loads none.
(() => {
  const WIDTH = 1280;
  const HEIGHT = 720;
  const EDGE = 40;
  const PIXELS = 2; // twice the size, to be sharp in print
  const LEAST = 0.5; // smaller, its text would have less than 12 pixels: the slide grows longer instead
  const INK = "#141311";
  const ON_COLOUR = ".bars .point, .heatmap-label, .hm"; // whose text stands on a colour of its own, not on the paper
  const FAMILY = "'IBM Plex Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif";
  const BREAKS = /(?<=\s)|(?<=[\u2E80-\u9FFF\uFF00-\uFFEF])(?![，。；：、）》”])/u;

  document.addEventListener(
    "click",
    (event) => {
      const button = event.target.closest?.(".modebar-btn");
      const drawing = button?.closest(".js-plotly-plot");
      if (!drawing?.layout?.meta?.title || button !== drawing.querySelector(".modebar-btn")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      save(drawing);
    },
    true,
  );

  async function save(drawing) {
    const [svg, height] = slide(drawing, await typeface());
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * PIXELS;
    canvas.height = height * PIXELS;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    const file = await new Promise((done) => canvas.toBlob(done, "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `${drawing._context.toImageButtonOptions.filename}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  // The typeface as part of the picture, which can load no file.
  async function typeface() {
    const file = await fetch(document.querySelector('link[rel="preload"][as="font"]').href);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const text = btoa(bytes.reduce((written, byte) => written + String.fromCharCode(byte), ""));
    return `@font-face{font-family:"IBM Plex Sans";font-weight:100 700;src:url(data:font/woff2;base64,${text})}`;
  }

  function slide(drawing, face) {
    const { title, counted, foot: beneath } = drawing.layout.meta;
    const { width, height } = drawing._fullLayout;
    const head = [...lines(title, 26, 600), ...lines(counted, 16, 400)];
    const foot = lines(beneath, 13, 400);
    const top = EDGE + tall(head) + 12;
    const bottom = tall(foot) + EDGE;
    const across = WIDTH - 2 * EDGE;
    let scale = Math.min(across / width, (HEIGHT - top - bottom) / height, 1.3);
    if (scale < LEAST) scale = Math.min(across / width, 1);
    const whole = Math.max(HEIGHT, Math.ceil(top + height * scale + bottom));
    const left = EDGE + (across - width * scale) / 2;
    const parts = [...drawing.querySelectorAll(".main-svg")].map(light).join("");
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${WIDTH * PIXELS}"` +
        ` height="${whole * PIXELS}" viewBox="0 0 ${WIDTH} ${whole}" lang="${document.documentElement.lang}">` +
        `<style>${face}</style><rect width="100%" height="100%" fill="#FFFFFF"/>` +
        `${written(head, EDGE)}<g transform="translate(${left} ${top}) scale(${scale})">${parts}</g>` +
        `${written(foot, whole - bottom + 8)}</svg>`,
      whole,
    ];
  }

  // Text in lines of the slide's width, each with its size and weight.
  function lines(text, size, weight) {
    const paper = document.createElement("canvas").getContext("2d");
    paper.font = `${weight} ${size}px ${FAMILY}`;
    const found = [""];
    for (const piece of text.split(BREAKS)) {
      if (paper.measureText((found.at(-1) + piece).trimEnd()).width > WIDTH - 2 * EDGE) found.push("");
      found[found.length - 1] += piece;
    }
    return found.filter(Boolean).map((line) => ({ line, size, weight }));
  }

  function tall(text) {
    return text.reduce((sum, { size }) => sum + size * 1.35, 0);
  }

  function written(text, from) {
    let y = from;
    return text
      .map(({ line, size, weight }) => {
        y += size * 1.35;
        const said = line.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        return `<text x="${EDGE}" y="${y - size * 0.35}" font-family="${FAMILY}" font-size="${size}" font-weight="${weight}" fill="${INK}">${said}</text>`;
      })
      .join("");
  }

  // One layer of the drawing on white: without paper, without what answers a pointer, its text dark.
  function light(layer) {
    const copy = layer.cloneNode(true);
    const copies = copy.querySelectorAll("text, tspan");
    layer.querySelectorAll("text, tspan").forEach((text, n) => {
      if (!text.closest(ON_COLOUR)) copies[n].style.fill = INK;
    });
    copy.querySelectorAll(".hoverlayer, .draglayer, .zoomlayer").forEach((part) => part.remove());
    copy.querySelectorAll("rect.bg").forEach((part) => (part.style.fill = "none"));
    copy.style.background = "none";
    copy.setAttribute("overflow", "visible");
    return new XMLSerializer().serializeToString(copy).replace(/url\((?:&quot;|['"])?[^)#]*#([^)'"&]+)(?:&quot;|['"])?\)/g, "url(#$1)");
  }
})();
