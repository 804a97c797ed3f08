// The case page: begin where work begins, and tick a paper when something is written about it.

document.querySelector("[data-start]")?.focus();

// A row of the worklist leads straight to the form of its next action.
function openWanted() {
    const wanted = location.hash.startsWith("#do-") ? document.getElementById(location.hash.slice(1)) : null;
    if (wanted) {
        wanted.open = true;
        wanted.querySelector("input:not([type=hidden]), textarea, select, button")?.focus();
    }
}
openWanted();
addEventListener("hashchange", openWanted);

document.querySelectorAll(".point").forEach(point => {
    const tick = point.querySelector("input[type=checkbox]");
    const words = point.querySelector("input:not([type=checkbox])");
    words?.addEventListener("input", () => {
        if (words.value) {
            tick.checked = true;
        }
    });
    tick?.addEventListener("change", () => {
        if (tick.checked) {
            words?.focus();
        }
    });
});
