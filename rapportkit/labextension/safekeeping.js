/*
 * Nothing that is typed gets lost: words are kept when a field or the page is left, and a lesson whose kernel has gone
 * says that it is asleep, takes no words that nobody would keep, and is woken.
 */

import { sendWhatWaits } from "./in_order.js";

const ASLEEP = "rk-asleep";
const GONE = ["restarting", "autorestarting", "dead", "terminating"];
const STARTED = 400; // milliseconds in which "Restart Kernel and Run All Cells" has set its cells going

const KEEP = '__import__("rapportkit.views.pause", fromlist=["end_pauses"]).end_pauses()';

const WAKES = "This lesson was stopped, and fell asleep. It is waking up by itself, with all that it had saved for you.";
const NOT_BY_ITSELF =
  "This lesson is asleep: what you type into its panels now is not kept. To wake it choose Run, then Run All Cells.";
const NO_KERNEL = "This lesson is asleep: what you type into its panels now is not kept.";

/** Let the kernel keep what was typed as soon as a field or the page is left, and not only after a pause in typing. */
export function keepOnLeaving(panel, context) {
  let typed = false;
  const keep = () => {
    const kernel = context.sessionContext.session?.kernel;
    if (!typed || !kernel) return;
    typed = false;
    sendWhatWaits();
    kernel.requestExecute({ code: KEEP, silent: true, store_history: false });
  };
  const hidden = () => document.visibilityState === "hidden" && keep();
  panel.node.addEventListener("input", (event) => (typed ||= Boolean(event.target.closest?.(".rk-view"))));
  panel.node.addEventListener("focusout", keep);
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("pagehide", keep);
  panel.disposed.connect(() => {
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("pagehide", keep);
  });
}

/**
 * Watch over a lesson's kernel. *run* runs the lesson if it is as it was shipped, and tells whether it is; *say* puts
 * a sentence into the bar at its top, with a button or without, or takes it away.
 */
export function watch(panel, context, run, say) {
  const { sessionContext } = context;
  let asleep = false;
  let waking = false;
  const look = async (_, status) => {
    if (GONE.includes(status) || !sessionContext.session?.kernel) fallAsleep(status);
    else if (status === "idle" && asleep && !waking) {
      waking = true;
      await wake().finally(() => (waking = false));
    }
  };
  const fallAsleep = (status) => {
    for (const view of views(panel)) {
      view.classList.add(ASLEEP);
      view.inert = true;
    }
    asleep = sleepers(panel);
    if (!asleep) return;
    if (GONE.slice(0, 2).includes(status)) say(WAKES);
    else say(NO_KERNEL, "Wake it up", () => (sessionContext.session?.kernel ? sessionContext.restartKernel() : sessionContext.startKernel()));
  };
  const wake = async () => {
    await new Promise((started) => setTimeout(started, STARTED));
    if (panel.isDisposed || panel.content.widgets.some(runs)) return; // it looks again when they are done
    const ran = !sleepers(panel) || (await run());
    asleep = sleepers(panel);
    say(ran && !asleep ? "" : NOT_BY_ITSELF);
  };
  sessionContext.statusChanged.connect(look);
  panel.disposed.connect(() => sessionContext.statusChanged.disconnect(look));
}

/** All panels of a lesson, those too that JupyterLab has taken off the page because they are far off the screen. */
function views(panel) {
  return panel.content.widgets.flatMap((cell) => [...cell.node.querySelectorAll(".rk-view")]);
}

function sleepers(panel) {
  return views(panel).some((view) => view.classList.contains(ASLEEP));
}

function runs(cell) {
  return cell.model.executionState === "running" || cell.node.querySelector(".jp-InputPrompt")?.textContent.includes("*");
}
