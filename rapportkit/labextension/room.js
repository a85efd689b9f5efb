/*
 * The room in which a lesson is read: JupyterLab without what is there for those who write code.
 *
 * It is furnished for a notebook that calls itself a lesson. That is a matter of looks: nothing here runs a cell.
 */

const HERE = new URL(".", import.meta.url);
const MARK = "rapportkit:put-away"; // what we took off this screen, so that another notebook gets it back

/**
 * Make the room calm around a lesson, with a bar at its top; *changed* is told when the learner has changed the code.
 *
 * What comes back says a sentence in that bar, with a button or without, or takes it away again.
 */
export async function furnish(app, panel, context, changed, { Widget }) {
  await styled(); // the bar has no height before
  if (panel.isDisposed) return;
  panel.addClass("rk-lesson");
  const bar = new Widget({ node: document.createElement("section") });
  bar.addClass("rk-bar");
  bar.node.setAttribute("aria-label", "This lesson");
  const tools = button("Show the notebook's tools", () => {
    const shown = panel.node.classList.toggle("rk-tools");
    tools.textContent = shown ? "Put the notebook's tools away" : "Show the notebook's tools";
    panel.toolbar.node.inert = !shown;
    panel.fit();
    putAway(app, !shown);
  });
  bar.node.append(tools);
  panel.contentHeader.addWidget(bar);
  panel.toolbar.node.inert = true; // of no height, and not hidden: JupyterLab measures what fits into it
  panel.fit();
  const look = () => {
    const current = app.shell.currentWidget;
    if (current) putAway(app, current.hasClass("rk-lesson") && !current.hasClass("rk-tools"));
  };
  look();
  app.shell.currentChanged.connect(look);
  panel.disposed.connect(() => app.shell.currentChanged.disconnect(look));
  changed.then((it) => it && offerAFreshOne(app, context, bar));
  return sayIn(bar);
}

/** A way to say one sentence at a time in the bar, to a screen reader too. */
function sayIn(bar) {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "rk-said-here";
  bar.node.prepend(said);
  let offered;
  return (sentence, label, pressed) => {
    if (said.textContent === sentence) return;
    said.textContent = sentence;
    offered?.remove();
    offered = label && button(label, pressed);
    if (offered) said.after(offered);
    bar.toggleClass("rk-says", Boolean(sentence));
    bar.parent?.fit();
  };
}

/** Bring back what an earlier lesson had put away, where no lesson is open. */
export function clearUp(app) {
  if (localStorage.getItem(MARK) && !app.shell.currentWidget?.hasClass("rk-lesson")) putAway(app, false);
}

/** Take the bars at the sides and at the foot off the screen, or bring back those that we took; only with one document. */
function putAway(app, away) {
  const { shell } = app;
  if (shell.mode !== "single-document") return;
  const taken = new Set(JSON.parse(localStorage.getItem(MARK) ?? "[]"));
  for (const side of ["left", "right"]) {
    if (shell.isSideTabBarVisible(side) === away && (away || taken.delete(side))) {
      shell.toggleSideTabBarVisibility(side);
      if (away) taken.add(side);
    }
  }
  for (const widget of shell.widgets("bottom")) widget.setHidden(away);
  if (taken.size) localStorage.setItem(MARK, JSON.stringify([...taken]));
  else localStorage.removeItem(MARK);
}

/** Say that this lesson is not as it came, and offer a fresh one, if there is one of that name. */
async function offerAFreshOne(app, context, bar) {
  const name = context.path.split("/").pop();
  const { lessons } = await (await fetch(new URL("manifest.json", HERE))).json();
  if (!Object.hasOwn(lessons, name)) return;
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent =
    "You have changed this lesson, so it does not run by itself: choose Run, then Run All Cells. " +
    "Or take a fresh one. Yours is kept beside it, and your answers stay in your workbook.";
  const fresh = button("Take a fresh lesson", async () => {
    fresh.disabled = true;
    try {
      await takeAFreshOne(app, context, name);
    } catch (reason) {
      console.warn("rapportkit could not put the lesson back.", reason);
      said.textContent = `That did not work; nothing of yours is lost. In a terminal: rapportkit reset ${name}`;
    }
    fresh.disabled = false;
  });
  bar.addClass("rk-changed");
  bar.node.prepend(said, fresh);
  bar.parent?.fit();
}

/** Keep the learner's own under a free name, put the shipped lesson in its place, and load the page again. */
async function takeAFreshOne(app, context, name) {
  const content = await shipped(encodeURIComponent(name));
  const { contents } = app.serviceManager;
  const folder = context.path.slice(0, -name.length);
  const there = new Set((await contents.get(folder.replace(/\/$/, ""))).content.map((file) => file.name));
  const stem = name.replace(/\.ipynb$/, "");
  let mine = `${stem} (mine).ipynb`;
  for (let number = 2; there.has(mine); number++) mine = `${stem} (mine, ${number}).ipynb`;
  const notebook = { type: "notebook", format: "json" };
  await contents.save(folder + mine, { ...notebook, content: context.model.toJSON() });
  await contents.save(context.path, { ...notebook, content });
  await context.revert();
  location.reload();
}

/** A lesson as it came; the coach's desk lies in a folder of its own. */
async function shipped(name) {
  for (const place of [`lessons/${name}`, `lessons/coach/${name}`]) {
    const found = await fetch(new URL(place, HERE));
    if (found.ok) return found.json();
  }
  throw new Error("it did not come with rapportkit");
}

function button(label, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", pressed);
  return made;
}

/** Wait for the style sheet, which the first lesson brings. */
function styled() {
  const href = new URL("room.css", HERE).href;
  if (document.querySelector(`link[href="${href}"]`)?.sheet) return;
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error("no style sheet"));
    document.head.append(link);
  });
}
