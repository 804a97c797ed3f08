package org.onewindow.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Inquiry;
import org.onewindow.feedback.Consultation.Reply;
import org.onewindow.feedback.Inquiries;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.parties.MaskedParty;
import org.springframework.stereotype.Component;

/** Puts consultations in words for their pages (C1, C1a); decides nothing. */
@Component
class ConsultPages {

    /** How the leader is called in forms, where departments have their codes. */
    static final String LEADER = "LEADER";

    private final Inquiries inquiries;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final ClockWords clocks;
    private final CentreTime time;
    private final Texts texts;

    ConsultPages(
            Inquiries inquiries,
            Catalogue catalogue,
            Divisions divisions,
            StaffDirectory staff,
            ClockWords clocks,
            CentreTime time,
            Texts texts) {
        this.inquiries = inquiries;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.staff = staff;
        this.clocks = clocks;
        this.time = time;
        this.texts = texts;
    }

    /** A consultation in the list; {@code itemCode} is null where it was about none of ours. */
    record Line(long id, String when, @Nullable String itemCode, String about, String question, boolean open) {}

    /** One whose asker waits; {@code waits} says for whom. */
    record Waiting(long id, String question, String place, String about, String waits, TimeLeft time) {}

    /** Whom it was passed to, why, and what they said. */
    record Passed(
            String body,
            @Nullable String reason,
            String by,
            @Nullable String reply,
            @Nullable String repliedBy) {}

    /** The whole consultation. */
    record Sheet(
            long id,
            int version,
            String question,
            String asked,
            @Nullable String itemCode,
            String about,
            @Nullable String asker,
            @Nullable String phone,
            TimeLeft time,
            List<Passed> passed,
            @Nullable String answer,
            @Nullable String answered,
            boolean mayPass,
            boolean mayEscalate,
            Map<String, String> replyFor,
            boolean mayAnswer,
            String proposed,
            Map<String, String> departments,
            Map<String, String> told) {}

    Line line(Consultation one, Locale locale) {
        return new Line(
                one.id(),
                clocks.moment(one.askedAt(), locale),
                one.itemCode(),
                about(one, locale),
                one.question(),
                one.isOpen());
    }

    private String about(Consultation one, Locale locale) {
        String code = one.itemCode();
        Integer version = one.itemVersion();
        return code != null && version != null
                ? ClockWords.item(catalogue.version(code, version), locale)
                : Objects.requireNonNullElse(one.competentBody(), "");
    }

    Waiting waiting(Consultation one, Locale locale) {
        List<String> silent = one.silent().stream()
                .map(inquiry -> body(inquiry.department(), locale))
                .toList();
        return new Waiting(
                one.id(),
                one.question(),
                place(one),
                about(one, locale),
                silent.isEmpty()
                        ? texts.text(locale, "desk.consult.waits.answer")
                        : texts.text(
                                locale,
                                "desk.consult.waits",
                                String.join(texts.text(locale, "format.list-separator"), silent)),
                timeLeft(one, locale));
    }

    Sheet sheet(Actor actor, Consultation one, Locale locale) {
        Inquiries.Allowed allowed = inquiries.allowed(actor, one);
        MaskedParty asker = allowed.answer() ? inquiries.asker(one) : null;
        Given answer = one.answer();
        return new Sheet(
                one.id(),
                one.version(),
                one.question(),
                texts.text(
                        locale,
                        "desk.consult.asked",
                        place(one),
                        staff.displayName(one.handler()),
                        clocks.moment(one.askedAt(), locale)),
                one.itemCode(),
                about(one, locale),
                asker == null ? null : asker.name(),
                asker == null ? null : asker.phone(),
                timeLeft(one, locale),
                one.inquiries().stream().map(inquiry -> passed(inquiry, locale)).toList(),
                answer == null ? null : answer.text(),
                answer == null ? null : answered(answer, locale),
                allowed.pass(),
                allowed.escalate(),
                replyFor(allowed.reply(), locale),
                allowed.answer(),
                proposed(one),
                departments(one, locale),
                told(one, locale));
    }

    private String answered(Given answer, Locale locale) {
        return texts.text(
                locale,
                "desk.consult.answered",
                texts.text(locale, "desk.Told." + answer.told()),
                staff.displayName(answer.by()),
                clocks.moment(answer.at(), locale));
    }

    private Passed passed(Inquiry inquiry, Locale locale) {
        Reply reply = inquiry.reply();
        return new Passed(
                body(inquiry.department(), locale),
                inquiry.reason(),
                texts.text(
                        locale,
                        "desk.consult.passed.by",
                        staff.displayName(inquiry.by()),
                        clocks.moment(inquiry.at(), locale)),
                reply == null ? null : reply.text(),
                reply == null ? null : staff.displayName(reply.by()) + " · " + clocks.moment(reply.at(), locale));
    }

    private Map<String, String> replyFor(List<Inquiry> own, Locale locale) {
        Map<String, String> bodies = new LinkedHashMap<>();
        own.forEach(one ->
                bodies.put(Objects.requireNonNullElse(one.department(), LEADER), body(one.department(), locale)));
        return bodies;
    }

    /** The replies stand on the sheet by themselves, which is Chinese whatever the page is. */
    private String proposed(Consultation one) {
        return one.inquiries().stream().allMatch(inquiry -> inquiry.reply() == null)
                ? ""
                : texts.text(Locale.SIMPLIFIED_CHINESE, "desk.consult.told.replies");
    }

    /** Departments that weren't asked yet. */
    private Map<String, String> departments(Consultation one, Locale locale) {
        Map<String, String> departments = departments(locale);
        one.inquiries().forEach(inquiry -> departments.remove(inquiry.department()));
        return departments;
    }

    Map<String, String> departments(Locale locale) {
        Map<String, String> departments = new LinkedHashMap<>();
        divisions.departments().forEach(one -> departments.put(one.code(), name(one, locale)));
        return departments;
    }

    private Map<String, String> told(Consultation one, Locale locale) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Consultation.Told way : Consultation.Told.values()) {
            if (way != Consultation.Told.PHONE || one.asker() != null) {
                told.put(way.name(), texts.text(locale, "desk.Told." + way));
            }
        }
        return told;
    }

    private String body(@Nullable String department, Locale locale) {
        return department == null
                ? texts.text(locale, "desk.consult.leader")
                : divisions
                        .findDepartment(department)
                        .map(one -> name(one, locale))
                        .orElse(department);
    }

    private static String name(Department department, Locale locale) {
        return Languages.isEnglish(locale) && !department.nameEn().isBlank()
                ? department.nameEn()
                : department.shortName();
    }

    private String place(Consultation one) {
        String station = one.station();
        return station == null
                ? Objects.requireNonNullElse(one.window(), "")
                : divisions.find(station).map(Division::name).orElse(station);
    }

    private TimeLeft timeLeft(Consultation one, Locale locale) {
        String due = clocks.moment(inquiries.dueAt(one), locale);
        if (!one.isOpen()) {
            return new TimeLeft("done", texts.text(locale, "desk.consult.time.done"), null, null);
        }
        if (inquiries.isOverdue(one)) {
            return new TimeLeft("late", texts.text(locale, "desk.time.over"), null, due);
        }
        boolean today = time.dayOf(inquiries.dueAt(one)).equals(time.today());
        return new TimeLeft(
                today ? "soon" : "ok",
                texts.text(locale, today ? "desk.time.today" : "desk.consult.time.open"),
                null,
                due);
    }
}
