import { cleaned, html } from "./html.mjs";

export const front = (shelf) =>
  frame(
    shelf,
    shelf.name,
    html`<p class="lead">${shelf.strapline}</p>
      <ul class="list">
        ${shelf.newest.slice(0, 30).map((a) => card(shelf, a))}
      </ul>`,
  );

export const article = (shelf, a) =>
  frame(
    shelf,
    a.title,
    html`<article lang="${a.locale}">
      <p class="kicker">${a.category?.name}</p>
      <h1>${a.title}</h1>
      <p class="lead">${a.summary}</p>
      <p class="by">${a.authors.map((one) => one.name).join(", ")} · ${date(a.publishedAt)} · ${a.readingMinutes} min</p>
      ${picture(shelf, a.image, "wide")}
      <div class="body">${cleaned(shelf.quest.withWholeAddresses(a.body ?? ""))}</div>
      ${a.ai.disclosure ? html`<p class="note">${a.ai.disclosure}</p>` : ""}
    </article>`,
  );

export const notHere = (shelf) => frame(shelf, "Not here", html`<h1>Not here</h1><p>There is no such article, or it was taken down. <a href="/">What there is</a></p>`);

const card = (shelf, a) => html`<li>
  <a href="/articles/${a.slug}">
    ${picture(shelf, a.image, "small")}
    <span class="text"><span class="kicker">${a.category?.name}</span><strong>${a.title}</strong><span>${a.summary}</span><span class="by">${date(a.publishedAt)} · ${a.readingMinutes} min</span></span>
  </a>
</li>`;

const picture = (shelf, image, size) =>
  image ? html`<img class="${size}" src="${shelf.quest.addressOf(image.url)}" alt="${image.alt}" width="${image.width}" height="${image.height}" loading="lazy" />` : "";

const date = (at) => new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const frame = (shelf, title, main) => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="stylesheet" href="/site.css" />
    <script type="module" src="/live.js"></script>
  </head>
  <body>
    <header><a href="/">${shelf.name}</a></header>
    <main>${main}</main>
    <footer>Published with Quest CMS</footer>
  </body>
</html>`;
