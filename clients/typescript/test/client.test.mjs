// Run by tests/BrowserTests/Delivery/TypeScriptClientTests against the demo: QUEST_ADDRESS is where it is. By hand: QUEST_ADDRESS=http://localhost:8080 node clients/typescript/test/client.test.mjs
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, request as ask } from "node:http";
import { after, test } from "node:test";
import { isGenuine, QuestClient, QuestProblem, QuestResync } from "../dist/index.js";

const address = process.env.QUEST_ADDRESS;

/** Between a client and the house: keeps what is answered, and cuts each line to the events where it is told to. */
const answers = [];
const heard = [];
let cutAfter = Infinity; // blocks
const line = createServer((request, response) => {
  heard.push(request.headers["last-event-id"]);
  const onward = ask(address + request.url, { method: request.method, headers: request.headers }, (answer) => {
    answers.push(answer.statusCode);
    response.writeHead(answer.statusCode, answer.headers);
    let blocks = 0;
    answer.on("data", (part) => {
      response.write(part);
      if (answer.headers["content-type"]?.startsWith("text/event-stream") && (blocks += String(part).split("\n\n").length - 1) >= cutAfter) {
        cutAfter = Infinity;
        response.destroy();
      }
    });
    answer.on("end", () => response.end());
    response.on("close", () => answer.destroy());
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
});
const through = await open(line);

async function open(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${server.address().port}`;
}

const scripted = (...says) => {
  const asked = [];
  const say = async (url, { headers }) => {
    asked.push([String(url), headers.authorization]);
    const [status, json, more] = says.shift();
    return new Response(json === undefined ? null : JSON.stringify(json), { status, headers: { "content-type": status < 400 ? "application/json" : "application/problem+json", ...more } });
  };
  return [say, asked];
};

const problem = (status, code) => ({ type: "about:blank", title: "", status, detail: "No.", code, traceId: "", errors: [] });

test("all of a list come page by page, and what did not change is not sent again", async () => {
  const site = new QuestClient(through).site("relocation");
  const all = (await site.listArticles({ limit: 100, sort: "title" })).data.map((a) => a.title);
  const read = async () => {
    const titles = [];
    for await (const article of site.allArticles({ limit: 1, sort: "title" })) titles.push(article.title);
    return titles;
  };
  assert.ok(all.length >= 2);
  assert.deepEqual(await read(), all);
  answers.length = 0;
  assert.deepEqual(await read(), all);
  assert.deepEqual(answers, all.map(() => 304));
});

test("chosen fields come alone, conditions are written as the API takes them", async () => {
  const site = new QuestClient(through).site("relocation");
  const page = await site.pickArticles("slug,seo.title", { filter: { title: { contains: "lisbon" } }, tag: ["no such tag", "visa"], count: true });
  assert.equal(page.meta.limit, 20);
  for (const part of page.data) assert.deepEqual(Object.keys(part), ["slug", "seo"]);
});

test("the caller may keep the tag", async () => {
  const quest = new QuestClient(through);
  const first = await quest.ask("/api/v1/sites/relocation");
  const same = await quest.ask("/api/v1/sites/relocation", first.etag);
  assert.equal(first.value.slug, "relocation");
  assert.deepEqual(same, { value: undefined, etag: first.etag, isSame: true });
});

test("a refusal says its code and everything that is wrong", async () => {
  const site = new QuestClient(through).site("relocation");
  await assert.rejects(site.getArticleBySlug("unheard-of"), (e) => e instanceof QuestProblem && e.code === "article.not_found" && e.status === 404);
  await assert.rejects(site.listArticles({ sort: "titel", limit: 500 }), (e) => e.errors.map((one) => one.code).sort().join() === "limit.range,sort.unknown");
});

test("a line that is cut is taken up behind the last event", async () => {
  const site = new QuestClient(through).site("relocation");
  const log = (await site.listChanges({ limit: 100 })).data;
  assert.ok(log.length >= 2);
  const enough = new AbortController();
  cutAfter = 1; // before any event: only where the log is was told
  heard.length = 0;
  const told = [];
  await assert.rejects(async () => {
    for await (const event of site.follow({ since: log[0].id, signal: enough.signal })) {
      told.push(event.id);
      if (told.length === log.length - 1) enough.abort();
    }
  }, { name: "AbortError" });
  assert.deepEqual(told, log.slice(1).map((event) => event.id));
  assert.deepEqual(heard, [log[0].id, log[0].id]);
});

test("a log that began anew is said, and a mirror fetches everything again", async () => {
  const quest = new QuestClient(through);
  await assert.rejects(quest.site("relocation").follow({ since: "no-cursor" }).next(), (e) => e.code === "cursor.invalid");

  const stream = (text) => new Response(text, { headers: { "content-type": "text/event-stream" } });
  const end = Response.json({ data: [], meta: { next: "e-1" }, links: {} });
  const says = [end.clone(), new Response(JSON.stringify(problem(410, "resync")), { status: 410, headers: { "content-type": "application/problem+json" } }), end.clone(), stream('retry: 0\nid: e-1\n\n: hello\nid: e-2\ndata: {"id":"e-2","type":"article.published",\ndata: "data":{}}\n\n')];
  let fetched = 0;
  const stop = new Error("enough");
  const site = new QuestClient("http://house.test", { fetch: async () => says.shift() }).site("a");
  await assert.rejects(site.mirror(async () => void fetched++, (event) => { throw event.id === "e-2" ? stop : event; }), stop);
  assert.equal(fetched, 2);
  assert.ok(new QuestResync(problem(410, "resync")) instanceof QuestProblem);
});

test("who is told to come later comes later, and gives up when it is too late", async () => {
  const [fetch, asked] = scripted([429, problem(429, "rate.limited"), { "retry-after": "0" }], [200, { data: [] }], [429, problem(429, "rate.limited"), { "retry-after": "3600" }]);
  const quest = new QuestClient("http://house.test", { fetch });
  assert.deepEqual(await quest.listSites(), { data: [] });
  await assert.rejects(quest.listSites(), (e) => e.code === "rate.limited");
  assert.equal(asked.length, 3);
});

test("an old slug leads to the new one with the key, and never out of the house", async () => {
  const [fetch, asked] = scripted([308, undefined, { location: "/api/v1/sites/a/articles/by-slug/new" }], [200, { slug: "new" }], [308, undefined, { location: "https://elsewhere.example/" }]);
  const site = new QuestClient("https://cms.example.org", { fetch, key: "qk_1" }).site("a");
  assert.equal((await site.getArticleBySlug("old/../x")).slug, "new");
  assert.deepEqual(asked, [
    ["https://cms.example.org/api/v1/sites/a/articles/by-slug/old%2F..%2Fx", "Bearer qk_1"],
    ["https://cms.example.org/api/v1/sites/a/articles/by-slug/new", "Bearer qk_1"],
  ]);
  await assert.rejects(site.getArticleBySlug("old"), TypeError);
  assert.equal(asked.length, 3);
});

test("addresses in a text are made whole and nothing else is touched", () => {
  assert.equal(
    new QuestClient("https://cms.example.org").withWholeAddresses('<img alt="/a" src="/m/1" srcset="/m/1 1x, /m/2 2x"><a href="//x.example/">/b</a>'),
    '<img alt="/a" src="https://cms.example.org/m/1" srcset="https://cms.example.org/m/1 1x, https://cms.example.org/m/2 2x"><a href="//x.example/">/b</a>',
  );
});

test("a webhook is taken when it is genuine, also while a secret is changed, and refused otherwise", async () => {
  const secretOf = (n) => `whsec_${Buffer.alloc(32, n).toString("base64")}`;
  const sign = (secret, id, at, body) => `v1,${createHmac("sha256", Buffer.from(secret.slice(6), "base64")).update(`${id}.${at}.${body}`).digest("base64")}`;
  const now = 1_800_000_000_000;
  const body = '{"type":"article.published"}';
  const headers = (at, ...signatures) => new Headers({ "webhook-id": "1", "webhook-timestamp": String(at), "webhook-signature": signatures.join(" ") });
  const at = now / 1000;
  const [former, present] = [secretOf(1), secretOf(2)];
  const both = headers(at, sign(former, "1", at, body), sign(present, "1", at, body));
  assert.equal(await isGenuine(former, both, body, now), true);
  assert.equal(await isGenuine(present, both, body, now), true);
  assert.equal(await isGenuine(secretOf(3), both, body, now), false);
  assert.equal(await isGenuine(present, both, `${body} `, now), false);
  assert.equal(await isGenuine(present, headers(at - 360, sign(present, "1", at - 360, body)), body, now), false);
  assert.equal(await isGenuine(present, new Headers(), body, now), false);
});
