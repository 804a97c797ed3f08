package org.onewindow.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseSummary;
import org.onewindow.cases.Intake;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.catalogue.ItemVersion.Material;
import org.onewindow.catalogue.ItemVersion.Necessity;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Fen;
import org.onewindow.parties.IdNumbers;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.springframework.stereotype.Component;

/** Puts the parts of the receive page in words. */
@Component
class ReceivePages {

    /** Keys that tick papers, in order; 0 ticks them all. */
    static final String KEYS = "123456789abcdefghijklmnopqrstuvwxyz";

    private final Divisions divisions;
    private final ClockWords clocks;
    private final Texts texts;

    ReceivePages(Divisions divisions, ClockWords clocks, Texts texts) {
        this.divisions = divisions;
        this.clocks = clocks;
        this.texts = texts;
    }

    /** Whoever stands at the window. */
    record Person(boolean wrongNumber, List<Earlier> cases) {}

    /** One of their earlier cases. */
    record Earlier(String number, String item, String itemCode, String state, String when, boolean pending) {}

    /** A line of the item search. */
    record Found(String code, String name, String promise) {}

    /** The chosen item with its papers, and why it can't be received here or from this applicant. */
    record Item(
            String code,
            String name,
            String department,
            List<ItemVersion.Situation> situations,
            List<Tick> papers,
            List<Texts.Reason> refusals) {}

    /** A paper: asked for with a key to tick it, or not: shared by other bodies, or not needed; {@code required} when the case lacks
     * something without it, {@code coverable} when a commitment may stand in for it (C16); {@code neededBy} where several items share the list. */
    record Tick(
            String value,
            @Nullable String key,
            String name,
            String about,
            boolean asked,
            boolean shared,
            boolean required,
            boolean coverable,
            boolean ticked,
            @Nullable String condition,
            boolean applies,
            int pages,
            List<String> neededBy) {}

    /** What is promised, before it is promised; {@code commitment}: that a signed commitment gets it today (C16), null where it can't. */
    record Promise(
            String date,
            String length,
            String basis,
            String answer,
            String statutory,
            String fee,
            @Nullable String commitment,
            boolean provisional) {}

    Person person(ReceiveForm form, List<CaseSummary> earlier, Locale locale) {
        return new Person(
                IdNumbers.check(form.kind(), form.idNumber()) == IdNumbers.Outcome.WRONG_CHECK_CHARACTER,
                earlier.stream()
                        .map(one -> new Earlier(
                                one.caseNumber(),
                                ClockWords.item(one.item(), locale),
                                one.item().code(),
                                texts.text(locale, "desk.state." + one.state()),
                                clocks.moment(one.receivedAt(), locale),
                                !one.state().isEnd()))
                        .toList());
    }

    Found found(ItemVersion item, Locale locale) {
        return new Found(item.code(), ClockWords.item(item, locale), length(item, locale));
    }

    Item item(ReceiveForm form, Intake.Preview preview, Locale locale) {
        ItemVersion item = preview.item();
        List<Tick> ticks = new ArrayList<>();
        int asked = 0;
        for (int place = 0; place < item.materials().size(); place++) {
            Material material = item.materials().get(place);
            boolean wanted = isAsked(form, material);
            ticks.add(tick(form, item, material, place, wanted && asked < KEYS.length() ? asked : -1, locale));
            asked += wanted ? 1 : 0;
        }
        return new Item(
                item.code(),
                ClockWords.item(item, locale),
                divisions
                        .findDepartment(item.departmentCode())
                        .map(Department::shortName)
                        .orElse(item.departmentCode()),
                item.situations(),
                ticks,
                texts.reasons(preview.refusals(), locale));
    }

    /** Not what other bodies share with us, nor what only a representative brings where there is none (K6b). */
    private boolean isAsked(ReceiveForm form, Material material) {
        return material.necessity() != Necessity.EXEMPT && (form.isRepresented() || !isThroughOthers(material));
    }

    private Tick tick(ReceiveForm form, ItemVersion item, Material material, int place, int key, Locale locale) {
        boolean wanted = isAsked(form, material);
        boolean conditional = !material.condition().isEmpty() && !isThroughOthers(material);
        return new Tick(
                String.valueOf(place),
                key < 0 ? null : KEYS.substring(key, key + 1),
                material.name(),
                about(form, item, material, locale),
                wanted,
                material.necessity() == Necessity.EXEMPT,
                wanted && !conditional && material.necessity() == Necessity.REQUIRED,
                isCoverable(item, material),
                wanted && form.isTicked(place),
                conditional ? material.condition() : null,
                form.applies(place),
                form.pages(place, material.pages()),
                List.of());
    }

    /** This condition, in the catalogue's own words, isn't ticked: it applies exactly when there is a representative (K6b). */
    private boolean isThroughOthers(Material material) {
        return material.condition().equals(texts.text(Locale.SIMPLIFIED_CHINESE, "desk.condition.represented"));
    }

    private static boolean isCoverable(ItemVersion item, Material material) {
        ItemVersion.Commitment terms = item.commitment();
        return terms != null && terms.standsInFor().contains(material.name());
    }

    private String about(ReceiveForm form, ItemVersion item, Material material, Locale locale) {
        if (isThroughOthers(material) && !form.isRepresented()) {
            return texts.text(locale, "desk.tick.nobody-acts", material.condition());
        }
        String about = texts.text(
                locale,
                "desk.tick." + material.necessity(),
                texts.text(locale, "desk.form." + material.form()),
                material.copies());
        if (isCoverable(item, material)) {
            about += " · " + texts.text(locale, "desk.paper.coverable");
        }
        return isThroughOthers(material) ? about + " · " + material.condition() : about;
    }

    Promise promise(Intake.Preview preview, Locale locale) {
        ItemVersion item = preview.item();
        ClockReading committed = clock(preview, ClockKind.COMMITTED)
                .orElseThrow(() -> Bug.found("no committed clock for " + item.code()));
        Optional<ClockReading> statutory = clock(preview, ClockKind.STATUTORY);
        return new Promise(
                due(committed, locale),
                length(item, locale),
                texts.text(locale, "desk.promise.if-today"),
                clock(preview, ClockKind.ACCEPTANCE)
                        .map(clock -> texts.text(locale, "desk.promise.by", due(clock, locale)))
                        .orElse(""),
                statutory
                        .map(clock -> texts.text(locale, "desk.promise.by", due(clock, locale)))
                        .orElseGet(() -> texts.text(locale, "desk.promise.none-statutory")),
                fee(item, locale),
                commitment(item.commitment(), locale),
                committed.provisional());
    }

    private static Optional<ClockReading> clock(Intake.Preview preview, ClockKind kind) {
        return preview.clocks().stream().filter(clock -> clock.kind() == kind).findFirst();
    }

    private String due(ClockReading clock, Locale locale) {
        Instant due = clock.dueAt();
        return due == null ? "" : clocks.moment(due, locale);
    }

    private String length(ItemVersion item, Locale locale) {
        return item.handlingClass() == HandlingClass.IMMEDIATE
                ? texts.text(locale, "desk.promise.spot")
                : texts.text(locale, "desk.promise.days", item.committedDays());
    }

    /** That it may be decided on the spot instead, and without which papers (C16). */
    private @Nullable String commitment(ItemVersion.@Nullable Commitment terms, Locale locale) {
        if (terms == null) {
            return null;
        }
        return terms.standsInFor().isEmpty()
                ? texts.text(locale, "desk.promise.commitment")
                : texts.text(locale, "desk.promise.commitment.papers", terms.standsInFor());
    }

    private String fee(ItemVersion item, Locale locale) {
        ItemVersion.Fee fee = item.fee();
        return fee.kind() == ItemVersion.FeeKind.FIXED && fee.lines().size() == 1
                ? texts.money(new Fen(fee.lines().getFirst().priceFen()), locale)
                : texts.text(locale, "desk.fee." + fee.kind());
    }
}
