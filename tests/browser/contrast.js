// The texts, and the edges of fields, in a panel that stand out too little from what is behind them (WCAG 2.2, 1.4.3
// and 1.4.11): a list of sentences. axe does not see it in JupyterLab, whose panels are laid over one another.
(selector) => {
  const parse = (colour) => {
    const numbers = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0];
    const scale = colour.startsWith("color(srgb") ? 255 : 1;
    const [red, green, blue, alpha = 1] = numbers;
    return [red * scale, green * scale, blue * scale, alpha];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = (colour) => {
    const [r, g, b] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour[3] > 0) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  };
  const found = new Set();
  const look = (what, colour, paper, least) => {
    const ratio = contrast(over(parse(colour), paper), paper);
    if (ratio < least) found.add(`${what}: ${ratio.toFixed(2)}, ${colour} on rgb(${paper.slice(0, 3).map(Math.round)})`);
  };
  const least = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
  };
  for (const panel of document.querySelectorAll(selector)) {
    const words = document.createTreeWalker(panel, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode.textContent.trim();
      const element = words.currentNode.parentElement;
      if (!text || !element.checkVisibility() || element.closest("style, option, :disabled")) continue;
      const style = getComputedStyle(element);
      look(`"${text.slice(0, 40)}" (${element.className || element.tagName})`, style.color, behind(element), least(style));
    }
    for (const field of panel.querySelectorAll("input:not([type=file], [type=checkbox]), textarea, select")) {
      if (!field.checkVisibility()) continue;
      const name = field.labels?.[0]?.innerText ?? field.tagName;
      const style = getComputedStyle(field);
      look(`what is typed into '${name}'`, style.color, behind(field), 4.5);
      const hint = getComputedStyle(field, "::placeholder");
      if (field.placeholder) look(`the hint in '${name}'`, hint.color, behind(field), 4.5);
      look(`the edge of '${name}'`, style.borderTopColor, behind(field.parentElement), 3);
    }
  }
  return [...found];
};
