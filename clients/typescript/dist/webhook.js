const tolerance = 5 * 60; // seconds
/** True when the request came from Quest, unchanged and just now. `body` is the text as it came, before anything reads it. */
export async function isGenuine(secret, headers, body, now = Date.now()) {
    const id = headers.get("webhook-id");
    const timestamp = headers.get("webhook-timestamp");
    const signatures = headers.get("webhook-signature");
    if (!id || !timestamp || !signatures || !/^\d{1,12}$/.test(timestamp))
        return false;
    if (Math.abs(now / 1000 - Number(timestamp)) > tolerance)
        return false;
    const key = await crypto.subtle.importKey("raw", bytesOf(secret.slice("whsec_".length)), { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
    const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
    for (const one of signatures.split(" ")) {
        if (one.startsWith("v1,") && (await crypto.subtle.verify("HMAC", key, bytesOf(one.slice(3)), signed)))
            return true;
    }
    return false;
}
function bytesOf(base64) {
    try {
        return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    }
    catch {
        return new Uint8Array();
    }
}
//# sourceMappingURL=webhook.js.map