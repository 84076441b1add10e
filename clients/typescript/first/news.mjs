import { createServer } from "node:http";
import { QuestClient } from "@quest-cms/client";

const quest = new QuestClient(process.env.QUEST_ADDRESS ?? "http://localhost:8080");
const site = quest.site("relocation");
const encode = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

// The page. An unchanged list costs a 304; what is put into markup is encoded.
async function show(response) {
  const page = await site.listArticles({ limit: 10 });
  const items = page.data.map((article) => `<li>${encode(article.title)}</li>`);
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>News</title>
<h1>News</h1>
<ul>${items.join("")}</ul>
<script type="module">new EventSource("/live").onmessage = () => location.reload();</script>`);
}

// Tells an open page when something happened.
async function tell(response) {
  const closed = new AbortController();
  response.on("close", () => closed.abort());
  response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
  for await (const event of site.follow({ signal: closed.signal })) response.write(`data: ${event.type}\n\n`);
}

const server = createServer((request, response) => {
  const answer = request.url === "/live" ? tell(response) : show(response);
  answer.catch((fault) => response.destroyed || response.destroy(fault));
});
server.listen(process.env.PORT ?? 5090, () => console.log(`http://localhost:${server.address().port}`));
