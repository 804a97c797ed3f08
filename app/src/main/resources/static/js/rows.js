// One more row at the end of a table in a form. Without this, saving gives a few more.

document.querySelectorAll("[data-more]").forEach(button => {
    const rows = button.previousElementSibling.querySelector("tbody");
    button.hidden = false;
    button.addEventListener("click", () => {
        const copy = rows.lastElementChild.cloneNode(true);
        const at = rows.children.length + 1;
        copy.querySelectorAll(".cell-error, .block").forEach(words => words.remove());
        copy.querySelectorAll("td.number").forEach(cell => { cell.textContent = at; });
        copy.querySelectorAll("[name]").forEach(field => {
            field.name = field.name.replace(/\.\d+\./, `.${at}.`);
            field.ariaLabel = field.ariaLabel.replace(/\d+(?=\D*$)/, at);
            field.removeAttribute("aria-invalid");
            field.removeAttribute("aria-describedby");
            if (field.type === "checkbox") {
                field.checked = false;
            } else if (field.matches("select")) {
                field.selectedIndex = 0;
            } else {
                field.value = "";
            }
        });
        rows.append(copy);
        copy.querySelector("input, select").focus();
    });
});
