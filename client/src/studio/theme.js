// Light, dark or as the system says: a cookie of this device, which the layouts write back so that nothing flashes.
const YEAR = 31_536_000;

export function keepTheme() {
  const root = document.documentElement;
  document.addEventListener("click", (e) => {
    if (!(e.target instanceof Element) || !e.target.closest("[data-theme-set]")) return;
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=/; max-age=${YEAR}; samesite=lax`;
  });
}
