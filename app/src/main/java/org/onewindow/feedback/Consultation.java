package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A consultation (咨询, C1): answered at once, or passed on as an inquiry on the asker's behalf and answered within its limit. It ends
 * with the one-time sheet (C1a).
 *
 * @param window where it was asked; null at a station
 * @param station division code of the station it was asked at (N1); null at a window
 * @param handler sign-in name of the first one asked (首问责任人)
 * @param asker party number of who asked; null where they didn't say
 * @param itemCode the item it was about; null where it is none of ours
 * @param itemVersion its version then
 * @param answer null while it waits for one
 * @param competentBody the right body with place and phone; null unless it is another body's matter
 * @param days working days after the day it was asked within which the asker is answered; 0: at once
 * @param inquiries whom it was passed to, in that order; empty where it was answered at once
 */
public record Consultation(
        long id,
        int version,
        Instant askedAt,
        @Nullable String window,
        @Nullable String station,
        String handler,
        @Nullable Long asker,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        String question,
        @Nullable Given answer,
        @Nullable String competentBody,
        int days,
        List<Inquiry> inquiries) {

    /** How the asker was told. */
    public enum Told {
        WINDOW,
        PHONE,
        POST
    }

    /**
     * What the asker was answered.
     *
     * @param by sign-in name
     */
    public record Given(String text, Told told, String by, Instant at) {}

    /**
     * Whom it was passed to.
     *
     * @param department its code; null for the leader a weighty one is escalated to
     * @param reason why it is weighty; null for a department
     * @param by sign-in name of who passed it on
     * @param reply null while there is none
     */
    public record Inquiry(
            @Nullable String department,
            @Nullable String reason,
            String by,
            Instant at,
            @Nullable Reply reply) {

        /** Whether it was passed to a department, or with null to the leader. */
        public boolean isTo(@Nullable String body) {
            return Objects.equals(department, body);
        }
    }

    /**
     * What a department or the leader said.
     *
     * @param by sign-in name
     */
    public record Reply(String text, String by, Instant at) {}

    public Consultation {
        inquiries = List.copyOf(inquiries);
    }

    /** Whether the asker still waits. */
    public boolean isOpen() {
        return answer == null;
    }

    /** Those who were asked and haven't said anything yet. */
    public List<Inquiry> silent() {
        return inquiries.stream().filter(one -> one.reply() == null).toList();
    }

    /** Those who had been asked by an instant and hadn't said anything by then. */
    public List<Inquiry> silentAt(Instant instant) {
        return inquiries.stream()
                .filter(one -> !one.at().isAfter(instant))
                .filter(one -> one.reply() == null || one.reply().at().isAfter(instant))
                .toList();
    }

    /** Whether a department, or with null the leader, was asked. */
    public boolean wasPassedTo(@Nullable String body) {
        return inquiries.stream().anyMatch(one -> one.isTo(body));
    }

    /** The same one version on. */
    Consultation with(List<Inquiry> newInquiries, @Nullable Given newAnswer, @Nullable String newCompetentBody) {
        return new Consultation(
                id,
                version + 1,
                askedAt,
                window,
                station,
                handler,
                asker,
                itemCode,
                itemVersion,
                question,
                newAnswer,
                newCompetentBody,
                days,
                newInquiries);
    }
}
