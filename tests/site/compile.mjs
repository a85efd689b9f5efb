/*
 * Compiles wheels with the Python that will read them: node compile.mjs PYODIDE WHEEL COMPILED WHEEL COMPILED ...
 *
 * In the browser each lesson would otherwise compile some six hundred files anew, for seconds, every time it opens.
 * What no lesson reads is left out: it would be fetched and unpacked each time as well.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [core, ...paths] = process.argv.slice(2);
if (paths.length === 0) process.exit();
const { loadPyodide } = await import(pathToFileURL(`${core}/pyodide.mjs`));
const python = await loadPyodide({ indexURL: `${core}/` });
const compiled = python.runPython(`
import importlib._bootstrap_external as pyc
import io
import re
import warnings
import zipfile

warnings.simplefilter("ignore")  # what others wrote is theirs to mend

# Others' tests, types, what is installed beside a package, and how code in three hundred other languages is coloured.
left_out = re.compile(r"/tests?/|[.]data/|[.]pyi$|/sboms/|^pydantic/v1/|^pygments/lexers/(?!__init__|_mapping|python)")

def code_of(name, source):
    # Unchecked: nobody changes the source in the browser, and no file's age is looked at.
    return bytes(pyc._code_to_hash_pyc(compile(source, name, "exec", dont_inherit=True), bytes(8), False))

def compiled(data):
    done = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data.to_bytes())) as wheel, zipfile.ZipFile(done, "w") as new:
        for name in wheel.namelist():
            if left_out.search(name):
                continue
            content = wheel.read(name)
            if name.endswith(".py"):
                name, content = f"{name}c", code_of(name, content)
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return done.getvalue()

compiled
`);
for (let i = 0; i < paths.length; i += 2) {
  const data = compiled(new Uint8Array(readFileSync(paths[i])));
  writeFileSync(`${paths[i + 1]}.part`, data.toJs());
  renameSync(`${paths[i + 1]}.part`, paths[i + 1]); // whole or not at all
  data.destroy();
}
