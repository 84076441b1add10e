// Chromium as the trials use it, with everything the page complains about written down.
import { chromium } from "playwright-core";

export async function open(options = {}) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
  const complaints = [];
  return {
    browser, complaints,
    async page(url, more = {}) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, ...options, ...more });
      await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
      const page = await context.newPage();
      page.on("console", (m) => { if (["error", "warning"].includes(m.type()) && !/status of (4|5)\d\d|ERR_INTERNET|ERR_FAILED|ERR_CONNECTION|ERR_INCOMPLETE|ERR_NAME_NOT|net::/.test(m.text())) complaints.push(m.text()); });
      page.on("pageerror", (e) => complaints.push(String(e.stack ?? e)));
      await page.addInitScript(() => document.addEventListener("securitypolicyviolation", (e) => console.error(`CSP: ${e.violatedDirective} ${e.sourceFile}:${e.lineNumber} ${e.sample}`)));
      await page.goto(url);
      return page;
    },
  };
}
