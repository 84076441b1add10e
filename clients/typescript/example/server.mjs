// A small site of what Quest publishes, on Node's own server. It keeps a copy in memory, so that it answers at once and also when the house is away; it follows the events, so that the copy and the pages that readers
// have open are never older than a second. Settings: QUEST_ADDRESS, QUEST_SITE, PORT, QUEST_KEY for a site that is not read by everyone, QUEST_WEBHOOK_SECRET; the first three also as arguments, in that order.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { isGenuine, QuestClient } from "@quest-cms/client";
import * as pages from "./pages.mjs";
import { Shelf } from "./shelf.mjs";

const [address = process.env.QUEST_ADDRESS ?? "http://localhost:8080", slug = process.env.QUEST_SITE ?? "relocation", port = process.env.PORT ?? "5090"] = process.argv.slice(2);
const secret = process.env.QUEST_WEBHOOK_SECRET;
const quest = new QuestClient(address, { key: process.env.QUEST_KEY });
const shelf = new Shelf(quest, quest.site(slug));
const readers = new Set(); // the browsers that have a page open
const had = new Set(); // webhooks that came

const tell = (what) => {
  for (const reader of readers) reader.write(`data: ${what}\n\n`);
};

async function follow() {
  while (true) {
    try {
      await shelf.site.mirror(
        () => shelf.fetchEverything().then(() => tell("everything")),
        (event) => shelf.handle(event).then(() => tell(event.type)),
      );
    } catch (away) {
      console.error(`The house can't be read just now: ${away.message}`);
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
}

const files = { "/site.css": "text/css; charset=utf-8", "/live.js": "text/javascript; charset=utf-8" };
const policy = `default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' ${new URL(quest.addressOf("/")).origin}; base-uri 'none'; form-action 'none'`;

const show = (response, page, status = 200) => response.writeHead(status, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(page.text);

async function answer(request, response) {
  const path = new URL(request.url, "http://here").pathname;
  if (path === "/webhook" && secret && request.method === "POST") return take(request, response);
  if (request.method !== "GET" && request.method !== "HEAD") return response.writeHead(405, { allow: "GET, HEAD" }).end();
  if (path === "/") return show(response, pages.front(shelf));
  if (path in files) return response.writeHead(200, { "content-type": files[path] }).end(await readFile(new URL(`./public${path}`, import.meta.url)));
  if (path === "/live") return listen(response);
  const wanted = /^\/articles\/([^/]+)$/.exec(path)?.[1];
  const found = wanted && shelf.find(wanted);
  const now = wanted && shelf.movedTo(wanted);
  if (found) return show(response, pages.article(shelf, found));
  if (now) return response.writeHead(308, { location: `/articles/${encodeURIComponent(now)}` }).end();
  show(response, pages.notHere(shelf), 404);
}

function listen(response) {
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-store" }).write("event: hello\ndata:\n\n");
  readers.add(response);
  response.on("close", () => readers.delete(response));
}

// Events that come by themselves, for a site that can't hold a line open: the same copy, the same pages.
async function take(request, response) {
  const body = Buffer.alloc(20_001);
  let length = 0;
  for await (const part of request) if ((length += part.copy(body, length)) > 20_000) return response.writeHead(413, { connection: "close" }).end();
  const text = body.toString("utf8", 0, length);
  if (!(await isGenuine(secret, new Headers(request.headers), text))) return response.writeHead(401).end();

  const id = request.headers["webhook-id"];
  if (!had.has(id)) {
    had.add(id); // at least once, so perhaps twice
    if (had.size > 10_000) had.delete(had.values().next().value);
    const event = JSON.parse(text);
    await shelf.handle(event);
    tell(event.type);
  }
  response.writeHead(204).end();
}

follow();
const server = createServer((request, response) => {
  answer(request, response).catch((fault) => {
    console.error(fault);
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.listen(Number(port), () => console.log(`http://localhost:${server.address().port} shows ${slug} of ${address}`));
