/*
 * Runs a lesson of rapportkit once when it is opened, so that a learner need not know about "Run All Cells".
 *
 * A notebook runs by itself only if the SHA-256 of its code stands in manifest.json beside this file. What the
 * notebook says of itself (name, metadata, ids) counts for nothing, nor does Jupyter's trust: Jupyter signs any
 * notebook without outputs when it is first saved.
 *
 * It also keeps keys pressed on our controls from being taken for commands to the notebook, and a press from arriving
 * before what was typed.
 *
 * JupyterLab loads this file as it stands. It is not in a folder called "static": Jupyter lets browsers keep what is
 * in there for a year, and the lessons' sums change with each release.
 */
(() => {
  "use strict";

  const MANIFEST = new URL("manifest.json", document.currentScript.src);
  const ROOM = new URL("room.js", document.currentScript.src);
  const SAFEKEEPING = new URL("safekeeping.js", document.currentScript.src);
  const UPLOADS = new URL("uploads.js", document.currentScript.src);
  const FILE_BUTTONS = new URL("file_buttons.js", document.currentScript.src);
  const IN_ORDER = new URL("in_order.js", document.currentScript.src);
  const FIRST = 2; // code cells until the first panel: the settings, and where you are
  const WITHOUT_A_SERVER = document.querySelector("[data-jupyter-lite-root]") !== null; // JupyterLite's page says so
  const ONLY_INSTALLED = "import sys\nsys.path[:] = [place for place in sys.path if place not in ('', '.')]\ndel sys";
  let shared; // the packages of JupyterLab that extensions may use, by name and version

  const plugin = {
    id: "rapportkit:run-lessons",
    description: "Runs a lesson of rapportkit when it is opened.",
    autoStart: true,
    activate: (app) => {
      mendWidgets().catch((reason) => {
        console.warn("rapportkit could not see to it that a press waits for what was typed before it.", reason);
      });
      if (!app.docRegistry) return; // Voilà, which shows pages and opens no notebooks
      const known = shippedSums();
      // A learner reads; the list of files is one click away.
      if (WITHOUT_A_SERVER) app.restored.then(() => app.shell.collapseLeft());
      app.docRegistry.addWidgetExtension("Notebook", {
        createNew: (panel, context) => {
          panel.node.addEventListener("focusin", keepKeysInside);
          if (WITHOUT_A_SERVER) panel.node.addEventListener("click", goToLesson, { capture: true });
          const shipped = runIfShipped(panel, context, known).catch((reason) => {
            console.warn("rapportkit could not run this lesson by itself; Run All Cells does.", reason);
          });
          furnish(app, panel, context, shipped, known).catch((reason) => {
            console.warn("rapportkit could not make room for this lesson; it works all the same.", reason);
          });
        },
      });
      app.restored?.then(() => localStorage.getItem("rapportkit:put-away") && import(ROOM).then((room) => room.clearUp(app)));
    },
  };

  /** Let no press overtake what was typed before it, and name buttons for files, wherever a panel of ours is shown. */
  async function mendWidgets() {
    const [order, { WidgetModel }] = await Promise.all([import(IN_ORDER), fromJupyterLab("@jupyter-widgets/base")]);
    order.keepOrder(WidgetModel);
    const [buttons, controls] = await Promise.all([import(FILE_BUTTONS), fromJupyterLab("@jupyter-widgets/controls")]);
    buttons.nameUploads(controls.FileUploadView);
  }

  /**
   * Keep bare keys in a choice, a box or a button of ours: JupyterLab would take B, X or an arrow there for a command
   * to the notebook, and put in or cut a cell. Text fields are left alone; JupyterLab knows that one types in them.
   */
  function keepKeysInside(event) {
    const control = event.target.closest?.(".rk-view select, .rk-view button, .rk-view input, .rk-view summary");
    control?.setAttribute("data-lm-suppress-shortcuts", "true");
  }

  /**
   * Make the room calm, if the notebook calls itself a lesson. It may: looks are all that it gets by that.
   *
   * Its kernel is told something only where the lesson is as it was shipped.
   */
  async function furnish(app, panel, context, shipped, known) {
    await context.ready;
    if (!context.model.getMetadata?.("rapportkit")) return;
    const parts = [import(ROOM), import(SAFEKEEPING), import(UPLOADS), fromJupyterLab("@lumino/widgets")];
    const [room, safekeeping, uploads, widgets] = await Promise.all(parts);
    if (panel.isDisposed) return;
    if (!WITHOUT_A_SERVER) uploads.guardUploads(panel); // there, a file goes from one part of the browser to another
    const say = await room.furnish(app, panel, context, shipped.then((it) => it === false), widgets);
    if (await shipped) safekeeping.keepOnLeaving(panel, context);
    if (!panel.isDisposed) safekeeping.watch(panel, context, () => runIfShipped(panel, context, known), say);
  }

  /**
   * Go to the lesson that a link leads to, as a page of its own: the address then says which, and Back goes back.
   *
   * JupyterLite has one page for all notebooks, so a link from lesson to lesson would lead to nothing there.
   */
  function goToLesson(event) {
    const [, lesson] = event.target.closest?.("a[href]")?.href.match(/([^/]+\.ipynb)$/) ?? [];
    if (!lesson) return;
    event.preventDefault();
    event.stopPropagation();
    location.search = `?path=${lesson}`;
  }

  /** The sums of all shipped lessons; none where the manifest cannot be had. */
  async function shippedSums() {
    try {
      const manifest = await (await fetch(MANIFEST)).json();
      return new Set(Object.values(manifest.lessons));
    } catch (reason) {
      console.warn("rapportkit has no list of lessons here: none runs by itself.", reason);
      return new Set();
    }
  }

  /** Run all cells of a notebook that was just opened, if it is a lesson as shipped; whether it is. */
  async function runIfShipped(panel, context, known) {
    await context.ready;
    const code = codeOf(context.model);
    const shipped = (await known).has(await sha256(code));
    if (shipped) {
      await context.sessionContext.ready;
      const { CodeCell } = await fromJupyterLab("@jupyterlab/cells");
      // The kernel took seconds: what runs must still be what was looked at.
      if (panel.isDisposed || !context.sessionContext.session?.kernel || codeOf(context.model) !== code) return;
      // Many at once, so that nothing comes between; the kernel takes them in order and stops at an error. The command
      // "Run All Cells" would also scroll, and take the focus, from a learner who has begun to read.
      const cells = panel.content.widgets.filter((cell) => cell.model.type === "code");
      // A module that lies beside the lesson must not be taken for ours, or for one of Python's: the notebook's code is
      // known, what else came in its folder is not. The kernel takes requests in order, so nothing waits for this one.
      context.sessionContext.session.kernel.requestExecute({ code: ONLY_INSTALLED, silent: true, store_history: false });
      const run = (some) => Promise.all(some.map((cell) => CodeCell.execute(cell, context.sessionContext)));
      // The first panel stands in the second cell: it is painted before those further down claim the browser.
      const told = await run(cells.slice(0, FIRST));
      await new Promise((painted) => setTimeout(painted, 0));
      if (panel.isDisposed || codeOf(context.model) !== code) return;
      if (told.every((reply) => reply?.content.status === "ok")) await run(cells.slice(FIRST));
    }
    // JupyterLite forgets the address of what it has opened: a reload would lead to whatever was there before.
    if (WITHOUT_A_SERVER) history.replaceState(null, "", `?path=${encodeURIComponent(context.path)}`);
    panel.node.dataset.rapportkit = shipped ? "ran" : "left alone";
    return shipped;
  }

  /**
   * The code of a notebook: the JSON array of its code cells' sources, in order.
   *
   * Empty cells do not count: JupyterLab adds one at the end when the last cell is run by hand.
   */
  function codeOf(model) {
    const cells = Array.from(model.cells).filter((cell) => cell.type === "code");
    return JSON.stringify(cells.map((cell) => cell.sharedModel.getSource()).filter((source) => source.trim()));
  }

  /** A package as JupyterLab itself uses it: the version that is loaded already. */
  async function fromJupyterLab(name) {
    const versions = Object.values(shared[name]);
    return (await (versions.find((version) => version.loaded) ?? versions[0]).get())();
  }

  /** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
  async function sha256(text) {
    const bytes = new TextEncoder().encode(text);
    // Browsers hide `crypto.subtle` from pages that come over plain http from another machine.
    const sum = crypto.subtle ? new DataView(await crypto.subtle.digest("SHA-256", bytes)) : sha256ByHand(bytes);
    return Array.from({ length: 8 }, (_, i) => sum.getUint32(4 * i).toString(16).padStart(8, "0")).join("");
  }

  /** The same sum by FIPS 180-4, its names kept; its constants are derived, as there, from the first 64 primes. */
  function sha256ByHand(bytes) {
    const primes = [];
    for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
    const fraction = (root) => Math.floor((root - Math.floor(root)) * 2 ** 32);
    const K = primes.map((prime) => fraction(Math.cbrt(prime)));
    const H = Uint32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
    const rotr = (x, n) => (x >>> n) | (x << (32 - n));

    const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const message = new DataView(padded.buffer);
    message.setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);

    const W = new Uint32Array(64);
    for (let block = 0; block < padded.length; block += 64) {
      let [a, b, c, d, e, f, g, h] = H;
      for (let t = 0; t < 64; t++) {
        if (t < 16) W[t] = message.getUint32(block + 4 * t);
        else {
          const s0 = rotr(W[t - 15], 7) ^ rotr(W[t - 15], 18) ^ (W[t - 15] >>> 3);
          const s1 = rotr(W[t - 2], 17) ^ rotr(W[t - 2], 19) ^ (W[t - 2] >>> 10);
          W[t] = W[t - 16] + s0 + W[t - 7] + s1;
        }
        const S1 = rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25);
        const T1 = h + S1 + ((e & f) ^ (~e & g)) + K[t] + W[t];
        const S0 = rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22);
        const T2 = S0 + ((a & b) ^ (a & c) ^ (b & c));
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + T1) | 0, c, b, a, (T1 + T2) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((x, i) => (H[i] += x));
    }
    const sum = new DataView(new ArrayBuffer(32));
    H.forEach((x, i) => sum.setUint32(4 * i, x));
    return sum;
  }

  // How JupyterLab finds an extension that was built with webpack, which this one is not.
  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB.rapportkit = {
    init: (scope) => void (shared = scope),
    get: async () => () => ({ __esModule: true, default: plugin }),
  };
})();
