// Keeps a part of a page fresh: the server says that something changed, and the part is fetched again.
// Without it the page is simply as fresh as its last loading.

const part = document.querySelector("[data-live]");
const offline = document.querySelector("[data-offline]");

/** The stream is opened anew where the browser has given up, at most this often. */
const AGAIN = 10_000;

if (part && "EventSource" in window) {
    const loaded = Date.now();
    let waiting;
    let stream;

    /** Says why the part isn't live: no connection, or nobody signed in; null when it is. */
    const say = why => {
        if (offline) {
            offline.hidden = why === null;
            offline.querySelector("[data-offline-connection]").hidden = why !== "connection";
            offline.querySelector("[data-offline-session]").hidden = why !== "session";
        }
    };
    const refresh = async () => {
        // What somebody is typing or trying out is theirs until they leave it.
        if (part.querySelector("[data-hold]") || (part.contains(document.activeElement) && document.activeElement.matches("input, select, textarea"))) {
            return;
        }
        const headers = { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" };
        // At a desk this is nobody at work, and is not to keep the session from being locked; a page that stands for months is to go on.
        if (!part.dataset.renew) {
            headers["X-By-Itself"] = "true";
        }
        const answer = await fetch(part.dataset.refresh, { headers, credentials: "same-origin" });
        if (!answer.ok || answer.redirected) {
            say(answer.redirected || answer.status === 401 ? "session" : "connection");
            return;
        }
        say(null);
        // A page that stands for months begins anew now and then, when it is sure to be answered.
        if (part.dataset.renew && Date.now() - loaded > part.dataset.renew * 3_600_000) {
            location.reload();
            return;
        }
        // Whoever is on a row stays on it.
        const focused = part.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
        part.innerHTML = await answer.text();
        window.htmx?.process(part);
        part.dispatchEvent(new CustomEvent("refreshed", { bubbles: true }));
        if (focused) {
            [...part.querySelectorAll("a")].find(link => link.getAttribute("href") === focused)?.focus();
        }
    };
    // However fast changes follow each other, the part is fetched at this pace, and never left waiting for them to stop.
    const later = () => {
        waiting ??= setTimeout(() => {
            waiting = undefined;
            refresh().catch(() => say("connection"));
        }, 400);
    };
    // Whether something may have changed while nobody listened.
    let missed = false;
    const listen = () => {
        stream = new EventSource(part.dataset.live);
        stream.addEventListener("open", () => {
            if (missed) {
                missed = false;
                later();
            }
        });
        stream.addEventListener("error", () => {
            missed = true;
            later();
        });
        (part.dataset.events ?? "changed").split(" ").forEach(name => stream.addEventListener(name, later));
    };
    listen();
    setInterval(() => {
        if (stream.readyState === EventSource.CLOSED) {
            listen();
        }
    }, AGAIN);
    addEventListener("pagehide", () => stream.close());
    // Time left shrinks even when nothing happens.
    setInterval(later, 60_000);
}
