// What write-good and Harper say of texts: a JSON list of texts comes in, a list of [write-good, harper] counts goes out.
// Run in a folder where `npm install write-good harper.js` has been done; for `make bench` only.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const packages = join(process.argv[2], "node_modules");
const writeGood = createRequire(join(packages, "x.js"))("write-good");
const { LocalLinter } = await import(pathToFileURL(join(packages, "harper.js/dist/index.js")));
const { binaryInlined } = await import(pathToFileURL(join(packages, "harper.js/dist/binaryInlined.js")));

const harper = new LocalLinter({ binary: binaryInlined });
await harper.setup();
const told = [];
for (const text of JSON.parse(readFileSync(0, "utf-8"))) {
  told.push([writeGood(text).length, (await harper.lint(text)).length]);
}
console.log(JSON.stringify(told));
