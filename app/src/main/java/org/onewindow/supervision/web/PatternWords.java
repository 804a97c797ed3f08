package org.onewindow.supervision.web;

import java.util.Locale;
import org.onewindow.http.Texts;
import org.onewindow.supervision.Finding;
import org.onewindow.supervision.PatternThresholds;
import org.onewindow.supervision.Standards;
import org.springframework.stereotype.Component;

/** What a pattern is called, and what a finding says in plain words, with the thresholds it was found by. */
@Component
class PatternWords {

    private static final int MINUTES_OF_HOUR = 60;

    private final Standards standards;
    private final SupervisionWords words;
    private final Texts texts;

    PatternWords(Standards standards, SupervisionWords words, Texts texts) {
        this.standards = standards;
        this.words = words;
        this.texts = texts;
    }

    /** Whom or what a finding is about. */
    String subject(Finding finding, Locale locale) {
        return switch (finding.pattern()) {
            case EVALUATED_IN_SEQUENCE, DECIDED_ELSEWHERE -> words.window(finding.subject(), locale);
            case CLUSTERED_BEFORE_LIMIT -> words.person(finding.subject(), locale);
            case SUSPENDED_NEAR_LIMIT,
                    ACCEPTED_WHEN_READY,
                    REOPENED,
                    BACKDATED,
                    UNLISTED_MATERIALS,
                    FILING_LIKE_APPROVAL,
                    RECEIVED_TWICE -> finding.subject();
        };
    }

    /** What stands out, in plain words. */
    String explanation(Finding finding, Locale locale) {
        PatternThresholds by = standards.thresholds(finding.thresholds());
        int count = finding.evidence().size();
        String subject = subject(finding, locale);
        String key = "supervision.pattern.says." + finding.pattern();
        return switch (finding.pattern()) {
            case SUSPENDED_NEAR_LIMIT ->
                texts.text(locale, key, hours(left(finding), locale), hours(by.suspendedMinutes(), locale));
            case ACCEPTED_WHEN_READY -> texts.text(locale, key, by.acceptedAfterDays(), by.decidedWithinMinutes());
            case EVALUATED_IN_SEQUENCE -> texts.text(locale, key, subject, count, by.evaluationsMinutes());
            case BACKDATED -> texts.text(locale, key, by.backdatedMinutes());
            case FILING_LIKE_APPROVAL -> texts.text(locale, key, by.filingDays());
            case DECIDED_ELSEWHERE -> texts.text(locale, key, subject, finding.among(), count, by.elsewherePercent());
            case RECEIVED_TWICE -> texts.text(locale, key, by.twiceDays());
            case CLUSTERED_BEFORE_LIMIT ->
                texts.text(locale, key, subject, finding.among(), count, hours(by.clusterMinutes(), locale));
            case REOPENED, UNLISTED_MATERIALS -> texts.text(locale, key);
        };
    }

    private static int left(Finding finding) {
        Integer left = finding.evidence().getFirst().minutesLeft();
        return left == null ? 0 : left;
    }

    /** Minutes of business as people say them. */
    String hours(int minutes, Locale locale) {
        if (minutes < 0) {
            return texts.text(locale, "supervision.pattern.passed");
        }
        return minutes < MINUTES_OF_HOUR
                ? texts.text(locale, "supervision.pattern.minutes", minutes)
                : texts.text(locale, "supervision.pattern.hours", minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
    }
}
