// Light, dark or as the system says: kept on this device only.
export function keepTheme() {
  const root = document.documentElement;
  const kept = read();
  if (kept) root.dataset.theme = kept;
  document.addEventListener("click", (e) => {
    if (!(e.target instanceof Element) || !e.target.closest("[data-theme-set]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* then it lasts as long as the page */ }
  });
}
const read = () => { try { return localStorage.getItem("theme"); } catch { return null; } };
