// Receiving without a mouse: number, name, a few letters of the item, single keys for papers, Enter.
// The draft is kept in this browser until the case is received, so that nothing typed is ever lost.

const form = document.getElementById("receive");
const byId = id => document.getElementById(id);
const number = byId("idNumber");
const find = byId("find");
const found = byId("found");
const item = byId("item");
const promise = byId("promise");
const confirmButton = byId("confirm");
const code = byId("itemCode");

const post = async (address, values) => {
    const answer = await fetch(address, {
        method: "POST",
        credentials: "same-origin",
        headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" },
        body: values,
    });
    if (answer.status === 401) {
        // The session ended: sign in again, the draft waits here.
        keep();
        location.assign(answer.headers.get("HX-Redirect") ?? "/sign-in");
    }
    if (answer.redirected || !answer.ok) {
        throw new Error(String(answer.status));
    }
    return answer.text();
};

/* Who stands at the window: the number goes in the body, never in an address. */

let asked = "";

async function lookUp() {
    const typed = number.value.trim().toUpperCase();
    number.value = typed;
    if (typed.length < 15 || typed === asked) {
        return;
    }
    asked = typed;
    try {
        byId("person").innerHTML = await post(form.action + "/person", new FormData(form));
        markDuplicate();
    } catch {
        asked = "";
    }
}

number.addEventListener("input", () => {
    if (number.value.trim().length === 18) {
        lookUp();
    }
});
number.addEventListener("change", lookUp);
form.querySelectorAll("input[name=kind]").forEach(kind => kind.addEventListener("change", () => {
    asked = "";
    lookUp();
}));

function markDuplicate() {
    const pending = [...document.querySelectorAll("#person [data-item]")].map(one => one.dataset.item);
    if (code.value && pending.includes(code.value)) {
        const note = document.querySelector(`#person [data-item="${CSS.escape(code.value)}"]`);
        note?.classList.add("same");
    }
}

/* The item: suggestions with arrow keys. */

let at = -1;
let typing;
let turn = 0;
const options = () => [...found.querySelectorAll("[role=option]:not([aria-disabled])")];

function mark(next) {
    const all = options();
    at = all.length === 0 ? -1 : (next + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute("aria-selected", String(index === at)));
    if (at >= 0) {
        find.setAttribute("aria-activedescendant", all[at].id);
        all[at].scrollIntoView({ block: "nearest" });
    } else {
        find.removeAttribute("aria-activedescendant");
    }
}

function shut() {
    found.hidden = true;
    find.setAttribute("aria-expanded", "false");
    find.removeAttribute("aria-activedescendant");
    at = -1;
}

async function search() {
    const mine = ++turn;
    const words = find.value.trim();
    if (!words) {
        shut();
        return;
    }
    const where = new URL(find.dataset.from, location.href);
    where.searchParams.set("q", words);
    where.searchParams.set("window", form.elements.window.value);
    const answer = await fetch(where, { credentials: "same-origin", headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" } });
    if (mine !== turn || !answer.ok || answer.redirected) {
        return;
    }
    found.innerHTML = await answer.text();
    found.hidden = false;
    find.setAttribute("aria-expanded", "true");
    mark(0);
}

async function choose(option) {
    turn++;
    shut();
    code.value = option.dataset.code;
    find.value = option.firstElementChild.textContent;
    await loadItem();
    byId("ticks")?.focus();
}

async function loadItem() {
    const box = document.createElement("template");
    box.innerHTML = await post(item.dataset.from, new FormData(form));
    item.replaceChildren(...box.content.getElementById("new-item").childNodes);
    promise.replaceChildren(...box.content.getElementById("new-promise").childNodes);
    markDuplicate();
    keep();
}

find.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => search().catch(shut), 120);
});
find.addEventListener("keydown", async event => {
    if (event.isComposing) {
        return;
    }
    if (event.key === "ArrowDown") {
        event.preventDefault();
        if (found.hidden) {
            await search();
        } else {
            mark(at + 1);
        }
    } else if (event.key === "ArrowUp") {
        event.preventDefault();
        mark(at - 1);
    } else if (event.key === "Escape") {
        shut();
    } else if (event.key === "Enter") {
        event.preventDefault();
        clearTimeout(typing);
        if (found.hidden || at < 0) {
            await search();
        }
        const chosen = options()[at];
        if (chosen) {
            await choose(chosen);
        }
    }
});
find.addEventListener("blur", () => setTimeout(shut, 150));
found.addEventListener("mousedown", event => {
    const option = event.target.closest("[data-code]");
    if (option) {
        event.preventDefault();
        choose(option);
    }
});

/* Papers: single keys. An answer that changes what is needed fetches the list again. */

item.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
        return;
    }
    const inField = event.target.matches("input[type=number], input[type=text], textarea");
    if (event.key === "Enter") {
        event.preventDefault();
        confirmButton.focus();
        return;
    }
    if (event.key === "Escape") {
        find.focus();
        find.select();
        return;
    }
    if (inField) {
        return;
    }
    if (event.key === "0") {
        const all = [...item.querySelectorAll("#ticks [data-key]")];
        const tick = all.some(one => !one.checked);
        all.forEach(one => { one.checked = tick; });
        event.preventDefault();
        keep();
        return;
    }
    const tick = item.querySelector(`#ticks [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (tick) {
        tick.checked = !tick.checked;
        event.preventDefault();
        keep();
    }
});

item.addEventListener("change", event => {
    if (event.target.matches("[name^='situation.']")) {
        const name = event.target.name;
        loadItem().then(() => form.querySelector(`[name="${CSS.escape(name)}"]:checked`)?.focus()).catch(() => {});
    }
});

/* Enter goes on to the next thing instead of sending half a form. */

const order = ["idNumber", "override", "name", "phone", "representativeName", "representativeId", "representativePhone", "find"];

form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || !order.includes(event.target.id) || event.target === find) {
        return;
    }
    event.preventDefault();
    if (event.target === number) {
        lookUp();
    }
    const from = order.indexOf(event.target.id);
    const next = order.slice(from + 1).map(byId).find(one => one?.checkVisibility() ?? false);
    next?.focus();
    next?.select?.();
});

/* The draft. */

const store = form.dataset.draft;
const note = byId("draft-note");

function keep() {
    const values = [...new FormData(form)].filter(([name]) => !name.startsWith("_"));
    if (values.some(([name, value]) => !["kind", "window"].includes(name) && value)) {
        sessionStorage.setItem(store, JSON.stringify({ values, find: find.value }));
    }
}

async function restore() {
    const kept = sessionStorage.getItem(store);
    if (!kept || form.dataset.restore !== "yes") {
        return;
    }
    const { values, find: words } = JSON.parse(kept);
    const put = () => values.forEach(([name, value]) => {
        form.querySelectorAll(`[name="${CSS.escape(name)}"]`).forEach(field => {
            if (field.type === "checkbox" || field.type === "radio") {
                field.checked = values.some(([n, v]) => n === name && v === field.value);
            } else if (field.type !== "hidden" || name === "itemCode") {
                field.value = value;
            }
        });
    });
    put();
    find.value = words;
    note.hidden = false;
    if (values.some(([name, value]) => name.startsWith("representative") && value)) {
        form.querySelector("details.more").open = true;
    }
    await lookUp();
    if (code.value) {
        await loadItem();
    }
    put();
}

form.addEventListener("input", keep);
form.addEventListener("change", keep);
byId("draft-drop")?.addEventListener("click", () => {
    sessionStorage.removeItem(store);
    location.assign(form.action);
});
document.addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target === confirmButton) {
        byId("ticks")?.focus();
    }
});

restore().catch(() => {}).finally(() => {
    if (!document.querySelector("[data-focus], [aria-invalid=true]")) {
        number.focus();
    }
});
