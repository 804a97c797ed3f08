// Receiving without a mouse: number, name, a few letters of the item, single keys for papers, Enter.
// What is typed is kept on the server as it is typed, sealed and for its writer only: nothing is lost with the tab or the session,
// and nothing stays behind in a browser that others use, too.

const form = document.getElementById("receive");
const byId = id => document.getElementById(id);
const number = byId("idNumber");
const find = byId("find");
const found = byId("found");
const item = byId("item");
const promise = byId("promise");
const confirmButton = byId("confirm");
const code = byId("itemCode");
const state = byId("draft-state");

const post = async (address, values) => {
    const answer = await fetch(address, {
        method: "POST",
        credentials: "same-origin",
        headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" },
        body: values,
    });
    if (answer.status === 401 || answer.redirected) {
        state.textContent = form.dataset.ended;
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
        byId("person").innerHTML = await post(form.dataset.person, new FormData(form));
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
    // A joint application has no item of its own.
    if (!find) {
        return;
    }
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
/* The words that the list standing there answers; somebody quick types on before the next one has come. */
let answered = "";
const current = () => answered === find.value.trim();
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
    where.searchParams.set("place", form.elements.place.value);
    const answer = await fetch(where, { credentials: "same-origin", headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" } });
    if (mine !== turn || !answer.ok || answer.redirected) {
        return;
    }
    const list = await answer.text();
    if (mine !== turn) {
        return;
    }
    found.innerHTML = list;
    answered = words;
    found.hidden = false;
    find.setAttribute("aria-expanded", "true");
    mark(0);
}

async function choose(option) {
    turn++;
    shut();
    if (code.value !== option.dataset.code) {
        // What was ticked and answered for another item says nothing about this one.
        item.replaceChildren();
    }
    code.value = option.dataset.code;
    find.value = option.firstElementChild.textContent;
    await loadItem();
    byId("ticks")?.focus();
}

let loads = 0;
const written = () => new URLSearchParams(new FormData(form)).toString();

/* Somebody quick answers and ticks on while the list is on its way: an older one is dropped, and what was written meanwhile asked again. */
async function loadItem() {
    const mine = ++loads;
    const box = document.createElement("template");
    let sent;
    do {
        sent = written();
        box.innerHTML = await post(item.dataset.from, new URLSearchParams(sent));
        if (mine !== loads) {
            return;
        }
    } while (sent !== written());
    item.replaceChildren(...box.content.getElementById("new-item").childNodes);
    promise.replaceChildren(...box.content.getElementById("new-promise").childNodes);
    markDuplicate();
    lack();
    keep();
}

find?.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => search().catch(shut), 120);
});
find?.addEventListener("keydown", async event => {
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
        if (found.hidden || at < 0 || !current()) {
            await search();
        }
        const chosen = options()[at];
        if (chosen && current()) {
            await choose(chosen);
        }
    }
});
find?.addEventListener("blur", () => setTimeout(shut, 150));
found?.addEventListener("mousedown", event => {
    const option = event.target.closest("[data-code]");
    if (option) {
        event.preventDefault();
        choose(option);
    }
});

/* The theme of a joint application: chosen from a list; Enter leads on to its first open question, or to the papers. */

const chooser = find ?? code;

if (!find) {
    code.addEventListener("change", () => {
        item.replaceChildren();
        if (code.value) {
            loadItem().catch(() => {});
        }
    });
    code.addEventListener("keydown", event => {
        if (event.key === "Enter" && !event.isComposing) {
            event.preventDefault();
            (openQuestion() ?? byId("ticks"))?.focus();
        }
    });
}

/** The first question without an answer, or nothing. */
function openQuestion() {
    return [...item.querySelectorAll(".situation")].find(one => !one.querySelector("input:checked"))?.querySelector("input");
}

/* Papers: single keys. An answer that changes what is needed fetches the list again. */

item.addEventListener("keydown", event => {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) {
        return;
    }
    const inField = event.target.matches("input[type=number], input[type=text], input:not([type]), textarea, summary");
    if (event.key === "Enter") {
        event.preventDefault();
        const question = event.target.matches("[name^='situation.']") ? openQuestion() ?? byId("ticks") : confirmButton;
        question?.focus();
        return;
    }
    if (event.key === "Escape") {
        chooser.focus();
        find?.select();
        return;
    }
    if (inField) {
        return;
    }
    if (event.key === "0") {
        // All that are asked for; a paper that is needed only if something applies, only where that is ticked.
        const all = [...item.querySelectorAll("#ticks [data-key]")]
            .filter(one => one.closest("li").querySelector(".applies input")?.checked ?? true);
        const tick = all.some(one => !one.checked);
        all.forEach(one => { one.checked = tick; });
        event.preventDefault();
        lack();
        keep();
        return;
    }
    const tick = item.querySelector(`#ticks [data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (tick) {
        tick.checked = !tick.checked;
        event.preventDefault();
        lack();
        keep();
    }
});

/* How many papers lack without which it can't be accepted: said before confirming. */

function lack() {
    const words = byId("lack");
    const needed = [...item.querySelectorAll("#ticks li")].filter(line =>
        line.querySelector("[data-required]") ?? line.querySelector(".applies input")?.checked);
    const lacking = needed.filter(line => !line.querySelector("[data-key]")?.checked);
    const some = lacking.every(line => line.querySelector("[data-coverable]")) ? words.dataset.coverable : words.dataset.lack;
    words.textContent = !code.value ? "" : lacking.length > 0 ? some.replace("#", lacking.length) : words.dataset.full;
    words.classList.toggle("some", lacking.length > 0);
}

item.addEventListener("change", event => {
    lack();
    if (event.target.matches("[name^='situation.']")) {
        const name = event.target.name;
        loadItem().then(() => form.querySelector(`[name="${CSS.escape(name)}"]:checked`)?.focus()).catch(() => {});
    }
});

/* Others who come with the applicant. Whoever is represented brings more papers. */

const others = byId("others");
others.addEventListener("change", event => {
    if (code.value && event.target.matches("#representativeName, #representativeId")) {
        loadItem().catch(() => {});
    }
});

const more = byId("co-more");
more.hidden = false;
more.addEventListener("click", () => {
    const rows = [...others.querySelectorAll(".co")];
    const copy = rows.at(-1).cloneNode(true);
    const rename = text => text.replace(/^co\.\d+/, `co.${rows.length}`);
    copy.classList.remove("wrong");
    copy.querySelectorAll(".error").forEach(error => error.remove());
    copy.querySelectorAll("[id]").forEach(field => { field.id = rename(field.id); });
    copy.querySelectorAll("[name]").forEach(field => { field.name = rename(field.name); field.value = field.matches("select") ? "PERSON" : ""; });
    copy.querySelectorAll("label").forEach(label => { label.htmlFor = rename(label.htmlFor); });
    rows.at(-1).after(copy);
    copy.querySelector("input").focus();
});

/* Enter goes on to the next thing instead of sending half a form. */

const goesOn = ".receive-main > section:first-child input:not([type=radio])";

form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || event.defaultPrevented || !event.target.matches(goesOn)) {
        return;
    }
    event.preventDefault();
    if (event.target === number) {
        lookUp();
    }
    const fields = [...form.querySelectorAll(goesOn), chooser].filter(field => field.checkVisibility());
    const next = fields[fields.indexOf(event.target) + 1];
    next?.focus();
    next?.select?.();
});

document.addEventListener("keydown", event => {
    if (event.key === "Escape" && event.target === confirmButton) {
        byId("ticks")?.focus();
    }
});

/* The draft: kept as one types, and at once when the page goes. */

let keeping;
let unkept = false;

function keep() {
    unkept = true;
    clearTimeout(keeping);
    keeping = setTimeout(() => keepNow().catch(() => {}), 700);
}

async function keepNow() {
    if (!unkept || form.dataset.sent) {
        return;
    }
    unkept = false;
    clearTimeout(keeping);
    const answer = await fetch(form.dataset.draft, {
        method: "POST",
        credentials: "same-origin",
        keepalive: true,
        redirect: "manual",
        headers: { "HX-Request": "true", "X-Requested-With": "XMLHttpRequest" },
        body: new URLSearchParams(written()),
    });
    if (answer.status === 204) {
        state.textContent = form.dataset.kept;
    } else {
        unkept = true;
        state.textContent = answer.status === 401 || answer.type === "opaqueredirect" ? form.dataset.ended : "";
    }
}

form.addEventListener("input", keep);
form.addEventListener("change", keep);
form.addEventListener("submit", () => clearTimeout(keeping));
addEventListener("pagehide", () => keepNow().catch(() => {}));
document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
        keepNow().catch(() => {});
    }
});

/* Where to begin. */

lack();
if (!document.querySelector("[data-focus], [aria-invalid=true]")) {
    const empty = [number, byId("name")].find(field => !field.value);
    (empty ?? byId("ticks") ?? chooser).focus();
}
