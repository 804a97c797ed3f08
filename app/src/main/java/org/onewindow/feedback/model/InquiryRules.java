package org.onewindow.feedback.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.feedback.Consultation;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Refusal;

/** What may be done with a question that was passed on (C1a), and until when the asker is answered (T11). */
public final class InquiryRules {

    private static final String RULE = "C1a";

    private InquiryRules() {}

    /** The close of the last day for answering; the day of asking isn't counted (T2, T11). */
    public static Instant dueAt(Instant askedAt, int days, WorkingCalendar calendar, CentreTime time) {
        LocalDate last = calendar.workingDayAfter(time.dayOf(askedAt), days);
        return time.at(last, calendar.closingTime(last));
    }

    /**
     * Why it can't be passed on.
     *
     * @param bodies codes of departments; null among them for the leader
     */
    public static List<Refusal> whyNotPass(Consultation consultation, List<@Nullable String> bodies) {
        List<Refusal> refusals = closed(consultation);
        for (String body : bodies) {
            if (consultation.wasPassedTo(body)) {
                refusals.add(
                        body == null
                                ? Refusal.of(RULE, "consultation.escalated")
                                : Refusal.of(RULE, "consultation.passed", body));
            }
        }
        return refusals;
    }

    /** Why a body that was asked can't reply: each does once, while the asker waits. */
    public static List<Refusal> whyNotReply(Consultation consultation, @Nullable String body) {
        List<Refusal> refusals = closed(consultation);
        if (consultation.silent().stream().noneMatch(one -> one.isTo(body))) {
            refusals.add(Refusal.of(RULE, "consultation.replied"));
        }
        return refusals;
    }

    /**
     * Why the asker can't be answered. Those who haven't said anything yet are no reason: whoever answers for it decides whether they
     * know enough.
     *
     * @param hasPhone whether the asker left a number
     */
    public static List<Refusal> whyNotAnswer(Consultation consultation, Told told, boolean hasPhone) {
        List<Refusal> refusals = closed(consultation);
        if (told == Told.PHONE && !hasPhone) {
            refusals.add(Refusal.of(RULE, "consultation.no-phone"));
        }
        return refusals;
    }

    private static List<Refusal> closed(Consultation consultation) {
        List<Refusal> refusals = new ArrayList<>();
        if (!consultation.isOpen()) {
            refusals.add(Refusal.of(RULE, "consultation.closed"));
        }
        return refusals;
    }
}
