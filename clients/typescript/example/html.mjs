/** Markup. What is put into the template is encoded, save what is markup already. */
class Markup {
  constructor(text) {
    this.text = text;
  }
}

const encode = (value) => String(value ?? "").replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const write = (value) => (value instanceof Markup ? value.text : Array.isArray(value) ? value.map(write).join("") : encode(value));

export const html = (parts, ...values) => new Markup(parts.reduce((text, part, i) => text + write(values[i - 1]) + part));

/** The body of an article: the house has cleaned it. */
export const cleaned = (body) => new Markup(body);
