/*
 * A button that brings a file is called by its words alone.
 *
 * The widgets put the number of files behind them: a screen reader would read "Bring back a workbook (0)". The style
 * sheet takes that off the screen, which changes nothing for those who listen.
 */

/** Name our buttons for files; *FileUploadView* is the widgets' own, what draws them all. */
export function nameUploads(FileUploadView) {
  const view = FileUploadView.prototype;
  if (Object.hasOwn(view, "rapportkit")) return;
  const { update } = view;
  view.rapportkit = "names the button";
  view.update = function (...change) {
    const done = update.apply(this, change);
    if (this.model.get("_dom_classes")?.includes("rk-upload")) this.el.setAttribute("aria-label", this.model.get("description"));
    return done;
  };
}
