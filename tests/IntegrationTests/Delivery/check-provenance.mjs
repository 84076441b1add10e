import { createHash, createPublicKey, verify } from "node:crypto";
import { isDeepStrictEqual } from "node:util";

const read = async (address) => (await fetch(address)).json();
const fromBase64Url = (text) => Buffer.from(text, "base64url");

/** The card that was signed; throws when anything is not as it was signed. */
export function check(answer, keys) {
  const header = JSON.parse(fromBase64Url(answer.protected));
  const key = keys.keys.find((k) => k.kid === header.kid);
  if (header.alg !== "EdDSA" || !key) throw new Error("Not signed with a key of this house.");
  // A stolen key can sign what it likes: nothing that was signed with it proves anything until it is signed anew.
  if (key.revokedAt) throw new Error("Signed with a key that was revoked.");

  const publicKey = createPublicKey({ key: { kty: key.kty, crv: key.crv, x: key.x }, format: "jwk" });
  if (!verify(null, Buffer.from(`${answer.protected}.${answer.payload}`), publicKey, fromBase64Url(answer.signature))) throw new Error("The signature does not fit.");
  const card = JSON.parse(fromBase64Url(answer.payload));
  if (!isDeepStrictEqual(card, answer.card)) throw new Error("The card beside the payload is another.");
  return card;
}

// node check-provenance.mjs https://quest.example relocation 01a2202b-16da-79ba-ab4a-e5f01c671623
if (process.argv.length === 5) {
  const [, , house, site, id] = process.argv;
  const article = `${house}/api/v1/sites/${site}/articles/${id}`;
  const card = check(await read(`${article}/provenance`), await read(`${house}/api/v1/provenance/keys`));
  const { body } = await read(article);
  if (createHash("sha256").update(body).digest("hex") !== card.hashes.html) throw new Error("The article is another text than the one the card is about.");
  console.log(`${card.article.title}: ${card.review.kind}, approved ${card.review.approvedAt}, signed ${card.signedAt}.`);
}
