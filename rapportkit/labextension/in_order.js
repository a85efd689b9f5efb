/*
 * What is typed arrives before the press that follows it.
 *
 * A widget tells its value again only when the kernel has done with the value before: until then the last letters wait
 * in the browser. A press does not wait, so "Say it" once said half a sentence. Here all that waits in our panels goes
 * off first: before a press, before a choice or a file, before the next field, and when the page is left.
 */

const waiting = new Set(); // the fields of ours whose last letters are not sent yet

/** Keep the order in all panels of ours from now on; *WidgetModel* is the widgets' own, what they are all made of. */
export function keepOrder(WidgetModel) {
  const widgets = WidgetModel.prototype;
  if (Object.hasOwn(widgets, "rapportkit")) return;
  const { send, sync } = widgets;
  widgets.rapportkit = "keeps the order";
  widgets.send = function (...message) {
    if (ours(this)) sendWhatWaits();
    return send.apply(this, message);
  };
  widgets.sync = function (...change) {
    if (!ours(this)) return sync.apply(this, change);
    sendWhatWaits(this);
    const done = sync.apply(this, change);
    if (this._msg_buffer) waiting.add(this);
    return done;
  };
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && sendWhatWaits());
  for (const leaving of ["beforeunload", "pagehide"]) window.addEventListener(leaving, () => sendWhatWaits());
}

/** Send the letters that wait, less those of the field that is just being typed into. */
export function sendWhatWaits(typedInto) {
  for (const field of waiting) {
    if (field === typedInto) continue;
    waiting.delete(field);
    if (!field._msg_buffer || !field.comm_live) continue;
    const [letters, callbacks] = [field._msg_buffer, field._msg_buffer_callbacks];
    field._msg_buffer = field._msg_buffer_callbacks = null;
    field.rememberLastUpdateFor(field.send_sync_message(letters, callbacks)); // as it does when the kernel is idle
  }
}

function ours(model) {
  return model.get("_dom_classes")?.some((name) => name.startsWith("rk-"));
}
