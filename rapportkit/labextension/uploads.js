/*
 * A file that is too large for the way to the kernel is not sent: Jupyter's server would close the connection at such a
 * message, and the learner would hear nothing. They hear a sentence below the button instead, with what to do.
 */

const UNLESS_TOLD = 10 * 1024 * 1024; // bytes of a message that Jupyter's server takes of its own accord
const BESIDE_THE_FILES = 64 * 1024; // bytes of the message that are no file
const MB = 1e6;

const watched = new WeakSet();

/** Look at the size of the files that are chosen in the panels of a lesson, before they are sent. */
export function guardUploads(panel) {
  const look = (event) => {
    const button = event.target.closest?.(".rk-upload");
    if (button) onceItAsks((input) => guard(input, button));
  };
  panel.node.addEventListener("click", look, { capture: true });
}

/** Bytes of files that fit into one message; `rapportkit start` lets more through, and says so in its page. */
function mostAtOnce() {
  const told = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}").rapportkitLargestMessage;
  return (Number(told) || UNLESS_TOLD) - BESIDE_THE_FILES;
}

/**
 * Call *found* with the field for files that is asked for during this click.
 *
 * ipywidgets keeps that field off the page and clicks on it by a script, so that no event of it ever passes here.
 */
function onceItAsks(found) {
  const fields = HTMLInputElement.prototype;
  const click = fields.click;
  const restore = () => (fields.click = click);
  fields.click = function () {
    restore();
    if (this.type === "file") found(this);
    click.call(this);
  };
  setTimeout(restore);
}

function guard(input, button) {
  if (watched.has(input)) return;
  watched.add(input);
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "rk-too-large";
  (button.closest(".rk-row") ?? button).after(said);
  const look = (event) => {
    const most = mostAtOnce();
    const size = [...input.files].reduce((sum, file) => sum + file.size, 0);
    if (size > most) event.stopImmediatePropagation();
    said.textContent = size > most ? sentence([...input.files], size, most) : "";
  };
  input.addEventListener("change", look, { capture: true }); // before ipywidgets reads the files
}

function sentence(files, size, most) {
  const [what, have] = files.length > 1 ? [`These ${files.length} files`, "have"] : [`'${files[0].name}'`, "has"];
  return (
    `${what} ${have} ${Math.ceil(size / MB * 10) / 10} MB, more than the ${Math.floor(most / MB * 10) / 10} MB that JupyterLab takes ` +
    `here at once. Nothing was sent. ${remedy(files)}`
  );
}

function remedy([{ name }, ...others]) {
  if (others.length) return "Bring fewer at a time, or type where they lie.";
  if (/\.zip$/i.test(name)) {
    return (
      "If LinkedIn sent it, unpack it and bring Profile.csv, Positions.csv and Education.csv out of it, one by one: " +
      `they are small. Or, in a terminal: rapportkit read "${name}" --json > me.json, then bring me.json.`
    );
  }
  return "Is it the file you meant? If it is, start the lessons in a terminal with: rapportkit start. They take more then.";
}
