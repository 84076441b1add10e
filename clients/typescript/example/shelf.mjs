/** The copy of a site: every article with its text. */
export class Shelf {
  name = "";
  strapline = "";
  #articles = new Map();
  #moved = new Map();

  constructor(quest, site) {
    this.quest = quest;
    this.site = site;
    this.name = site.slug;
  }

  /** The newest first. */
  get newest() {
    return [...this.#articles.values()].sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  }

  find(slug) {
    return this.newest.find((a) => a.slug === slug);
  }

  movedTo(slug) {
    return this.#moved.get(slug);
  }

  /** Fetches everything; what is not there any more goes. */
  async fetchEverything() {
    const { name, strapline } = await this.site.getSite();
    const fresh = new Map();
    for await (const article of this.site.allArticles({ body: "html", limit: 100 })) fresh.set(article.id, article);
    Object.assign(this, { name, strapline });
    this.#articles = fresh;
  }

  /** Makes the copy right after one event. The same event twice does no harm. */
  async handle({ type, data }) {
    if (type === "site.updated" || type === "media.updated") await this.fetchEverything();
    else if (["article.unpublished", "article.archived", "article.deleted"].includes(type)) this.#articles.delete(data.id);
    else if (data.url) await this.#fetch(data);
    if (data.previousSlug && data.slug) this.#moved.set(data.previousSlug, data.slug);
  }

  async #fetch({ id, url }) {
    try {
      this.#articles.set(id, (await this.quest.ask(url)).value);
    } catch (gone) {
      if (gone.status !== 404 && gone.status !== 410) throw gone;
      this.#articles.delete(id); // since then it was taken down
    }
  }
}
