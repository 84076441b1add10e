// Looks again when the site says that something changed. Without JavaScript the page is what it was when it was opened.
const look = async () => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  document.querySelector("main").replaceWith(fresh.querySelector("main"));
  document.title = fresh.title;
};
const source = new EventSource("/live");
let wasOpen = false;
source.onmessage = look;
source.onopen = () => {
  if (wasOpen) look(); // something may have happened while the line was cut
  wasOpen = true;
};
