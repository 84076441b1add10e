// Builds what the pages load: minified ES modules with stable names, and a manifest of versions and sums.
// `node build.mjs --check` builds in memory and fails when the committed files differ.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const here = new URL("./", import.meta.url);
const out = new URL("../src/Web/wwwroot/lib/", here);
const check = process.argv.includes("--check");
const limits = { "editor.js": 205_000, "studio.js": 10_000, "resolve.js": 3_000, "api.js": 2_000, "passkeys.js": 2_000 };

const result = await build({
  absWorkingDir: new URL(".", here).pathname,
  entryPoints: { editor: "src/editor/main.js", studio: "src/studio/main.js", resolve: "src/resolve/main.js", api: "src/api/main.js", passkeys: "src/passkeys/main.js" },
  alias: { "linkify-it": "./src/stub/linkify-it.js" },
  bundle: true, minify: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none",
  outdir: "out", write: false, logLevel: "warning",
});

const pack = JSON.parse(await readFile(new URL("package.json", here), "utf8"));
const lock = JSON.parse(await readFile(new URL("package-lock.json", here), "utf8"));
/** @type {Record<string, Uint8Array>} */
const files = {};
for (const file of result.outputFiles) files[file.path.split("/").at(-1) ?? ""] = file.contents;

const bundled = Object.entries(lock.packages)
  .filter(([path, info]) => path && !info.dev && !path.includes("@types/"))
  .map(([path, info]) => [path.replace(/^.*node_modules\//, ""), info.version]).sort();
const manifest = {
  builtFrom: "client/", esbuild: pack.devDependencies.esbuild, packages: Object.fromEntries(bundled),
  files: Object.fromEntries(Object.keys(files).sort().map((name) => [name, { bytes: files[name].length, integrity: `sha384-${createHash("sha384").update(files[name]).digest("base64")}` }])),
};
files["manifest.json"] = Buffer.from(JSON.stringify(manifest, null, 2) + "\n");

await mkdir(out, { recursive: true });
let failed = false;
for (const [name, bytes] of Object.entries(files)) {
  const size = gzipSync(bytes, { level: 9 }).length;
  if (size > (limits[/** @type {"editor.js"} */ (name)] ?? Infinity)) { console.error(`${name} has ${size} bytes compressed, more than its limit.`); failed = true; }
  if (check) {
    const committed = await readFile(new URL(name, out)).catch(() => Buffer.alloc(0));
    if (!committed.equals(Buffer.from(bytes))) { console.error(`${name} differs from what client/ builds.`); failed = true; }
  } else await writeFile(new URL(name, out), bytes);
  console.log(`${name.padEnd(14)} ${String(bytes.length).padStart(8)} bytes, ${String(size).padStart(7)} compressed`);
}
process.exit(failed ? 1 : 0);
