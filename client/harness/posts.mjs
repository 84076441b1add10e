// Every post of a folder: opened, one word typed with real keys, undone. node harness/posts.mjs FOLDER [quest.css]
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { start } from "./server.mjs";
import { open } from "./browser.mjs";

const [folder, css] = process.argv.slice(2);
if (!folder) { console.error("Name the folder with the posts: node harness/posts.mjs FOLDER"); process.exit(2); }
const server = await start({ css });
const chromium = await open();
const count = { posts: 0, opened: 0, typed: 0, onlyTheWord: 0, undone: 0, nothingEditable: 0 };
const odd = [];
const page = await chromium.page(`${server.url}/blank`);
for (const name of (await readdir(folder)).filter((f) => f.endsWith(".md")).sort()) {
  const source = (await readFile(join(folder, name), "utf8")).replace(/\r\n?/g, "\n").replace(/^---\n[\s\S]*?\n---\n/, "");
  const id = `p${++count.posts}`;
  Object.assign(server.article(id), { body: source });
  await page.goto(`${server.url}/edit/${id}`);
  const opened = await page.evaluate(async () => {
    const form = document.querySelector("#article");
    const m = await import("/lib/editor.js"), h = m.keepers.get(form);
    await h.ready;
    const body = document.querySelector("[name=Body]");
    const again = h.keeper.write(h.editor.state.doc); // written from the blocks, not only left alone
    // The middle of an editable block in the middle of the article.
    const places = [];
    h.editor.state.doc.forEach((node, pos) => {
      if (node.type.name === "preserved") return;
      let at = null;
      node.descendants((n, p) => { const m = n.isText && /[\p{L}]+ (?=[\p{L}]{2})/gu; if (m && !at && n.text.length > 20) { m.lastIndex = n.text.length >> 1; const f = m.exec(n.text); if (f) at = pos + 1 + p + f.index + f[0].length; } });
      if (at) places.push(at);
    });
    const at = places[places.length >> 1];
    if (at) { h.editor.commands.setTextSelection(at); h.editor.view.focus(); }
    return { value: body.value, again, at };
  });
  if (opened.value === source && opened.again === source) count.opened++; else odd.push(`${name}: opening changes it`);
  if (!opened.at) { count.nothingEditable++; continue; }
  await page.keyboard.type("quibble ");
  const read = () => page.evaluate(async () => (await import("/lib/editor.js")).keepers.get(document.querySelector("#article")).source);
  const typed = await read();
  count.typed++;
  const i = typed.indexOf("quibble");
  if (typed.replace(/quibble /, "") === source || typed.replace(/ ?quibble/, "") === source) count.onlyTheWord++; else odd.push(`${name}: typing changes more, near ${JSON.stringify(typed.slice(Math.max(0, i - 40), i + 60))}`);
  await page.keyboard.press("Control+z");
  let undone = await read();
  for (let n = 0; n < 3 && undone !== source; n++) { await page.keyboard.press("Control+z"); undone = await read(); }
  if (undone === source) count.undone++; else odd.push(`${name}: undo does not bring it back`);
}
console.log(JSON.stringify({ ...count, complaints: [...new Set(chromium.complaints)].slice(0, 5) }, null, 1));
for (const line of odd) console.log(line);
await chromium.browser.close();
server.close();
