// Keeps a part of a page fresh: the server says that something changed, and the part is fetched again.
// Without it the page is simply as fresh as its last loading.

const part = document.querySelector("[data-live]");

if (part && "EventSource" in window) {
    let waiting;
    const refresh = async () => {
        const answer = await fetch(part.dataset.refresh, { headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" }, credentials: "same-origin" });
        if (!answer.ok || answer.redirected) {
            return;
        }
        // Whoever is on a row stays on it.
        const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
        part.innerHTML = await answer.text();
        window.htmx?.process(part);
        if (focused) {
            [...part.querySelectorAll("a")].find(link => link.getAttribute("href") === focused)?.focus();
        }
    };
    const later = () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => refresh().catch(() => {}), 400);
    };
    const stream = new EventSource(part.dataset.live);
    stream.addEventListener("changed", later);
    addEventListener("pagehide", () => stream.close());
    // Time left shrinks even when nothing happens.
    setInterval(later, 60_000);
}
