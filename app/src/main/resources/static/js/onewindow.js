// Small things on every page. Nothing here is needed to get something done.

/** Arrow keys through suggestions under a search box; Escape closes them. */
function suggestions(search) {
    const input = search.querySelector("input[type=search]");
    const box = search.querySelector(".suggestions");
    const links = () => [...box.querySelectorAll("a")];
    const close = () => {
        box.replaceChildren();
        input.setAttribute("aria-expanded", "false");
    };
    search.addEventListener("keydown", event => {
        const all = links();
        const at = all.indexOf(document.activeElement);
        if (event.key === "Escape") {
            close();
            input.focus();
        } else if (event.key === "ArrowDown" && all.length > 0) {
            event.preventDefault();
            all[Math.min(at + 1, all.length - 1)].focus();
        } else if (event.key === "ArrowUp" && at >= 0) {
            event.preventDefault();
            (at === 0 ? input : all[at - 1]).focus();
        }
    });
    search.addEventListener("focusout", event => {
        if (event.relatedTarget === null || !search.contains(event.relatedTarget)) {
            setTimeout(() => {
                if (!search.contains(document.activeElement)) {
                    close();
                }
            }, 150);
        }
    });
    box.addEventListener("htmx:afterSwap", () =>
        input.setAttribute("aria-expanded", String(links().length > 0)));
}

document.querySelectorAll("[data-search]").forEach(suggestions);

// After a form came back with something wrong, begin there.
(document.querySelector("[data-focus]") ?? document.querySelector("[aria-invalid=true]"))?.focus();

// A menu closes when one goes on elsewhere.
document.addEventListener("click", event => {
    document.querySelectorAll("details.menu[open]").forEach(menu => {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    });
});

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
    const form = event.target;
    // Asked of the attributes: a field named "method" hides the form's own property.
    if (form.getAttribute("method")?.toLowerCase() === "post" && form.getAttribute("target") !== "_blank") {
        if (form.dataset.sent) {
            event.preventDefault();
            return;
        }
        form.dataset.sent = "true";
        addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
    }
});
