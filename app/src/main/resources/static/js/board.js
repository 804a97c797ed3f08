// Unfolds a department's windows in place, and keeps them unfolded while the numbers change. Without it the link does the same.

const unfolded = new Set([...document.querySelectorAll("[data-unfold][aria-expanded=true]")].map(link => link.dataset.unfold));

function show() {
    document.querySelectorAll("[data-unfold]").forEach(link =>
        link.setAttribute("aria-expanded", String(unfolded.has(link.dataset.unfold))));
    document.querySelectorAll("[data-of]").forEach(row => {
        row.hidden = !unfolded.has(row.dataset.of);
    });
}

document.addEventListener("click", event => {
    const link = event.target.closest("[data-unfold]");
    if (link && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        const code = link.dataset.unfold;
        if (!unfolded.delete(code)) {
            unfolded.add(code);
        }
        show();
    }
});

document.addEventListener("refreshed", show);
