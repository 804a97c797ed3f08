package org.onewindow.portal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseView.Progress;
import org.onewindow.cases.CaseView.StepView;
import org.onewindow.cases.CommitmentState;
import org.onewindow.cases.PublicCase;
import org.onewindow.http.Languages;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.ClockState;
import org.springframework.stereotype.Component;

/** Tells an applicant in plain words how far their case is, what comes next, and by when. */
@Component
class TrackPages {

    private final ItemWords words;
    private final Texts texts;
    private final CentreTime time;

    TrackPages(ItemWords words, Texts texts, CentreTime time) {
        this.words = words;
        this.texts = texts;
        this.time = time;
    }

    /** One step of the way: {@code tone} is done, current, stopped or to-come. */
    record Stage(String tone, String name, @Nullable String when) {}

    /** A date the applicant may count on. */
    record Due(String label, String words) {}

    /** Something to be supplied. */
    record Missing(String material, String problem) {}

    /** The page. */
    record Tracked(
            String number,
            String item,
            String itemCode,
            String department,
            String state,
            String meaning,
            List<Due> dues,
            List<Missing> missing,
            List<Stage> stages,
            @Nullable String commitment,
            boolean rateable) {}

    Tracked of(PublicCase tracked, Locale locale) {
        return new Tracked(
                tracked.caseNumber(),
                words.name(tracked.item(), locale),
                tracked.item().code(),
                words.department(tracked.item().departmentCode(), locale),
                texts.text(locale, isRevoked(tracked) ? "portal.state.REVOKED" : "portal.state." + tracked.state()),
                texts.text(locale, isRevoked(tracked) ? "portal.commitment.REVOKED" : meaning(tracked)),
                isRevoked(tracked) ? List.of() : dues(tracked, locale),
                tracked.openPoints().stream()
                        .map(point -> new Missing(point.material(), point.problem()))
                        .toList(),
                stages(tracked, locale),
                tracked.commitment() == null || isRevoked(tracked)
                        ? null
                        : texts.text(locale, "portal.commitment." + tracked.commitment()),
                tracked.rateable());
    }

    /** What was granted and is revoked again isn't told as granted (C16). */
    private static boolean isRevoked(PublicCase tracked) {
        return tracked.commitment() == CommitmentState.REVOKED;
    }

    private static String meaning(PublicCase tracked) {
        Boolean granted = tracked.granted();
        boolean told = tracked.state() == CaseState.COMPLETED || tracked.state() == CaseState.DELIVERED;
        return "portal.state." + tracked.state()
                + (told && granted != null ? granted ? ".granted" : ".refused" : ".of");
    }

    private List<Due> dues(PublicCase tracked, Locale locale) {
        List<Due> dues = new ArrayList<>();
        for (ClockKind kind : List.of(
                ClockKind.ACCEPTANCE,
                ClockKind.SUPPLEMENT,
                ClockKind.COMMITTED,
                ClockKind.STATUTORY,
                ClockKind.DELIVERY,
                ClockKind.PUTTING_RIGHT)) {
            current(tracked, kind)
                    .ifPresent(clock -> dues.add(new Due(
                            texts.text(locale, "portal.due." + kind),
                            texts.text(
                                    locale,
                                    clock.state() == ClockState.PAUSED ? "portal.due.projected" : "portal.due.by",
                                    moment(Objects.requireNonNull(clock.dueAt()), locale)))));
        }
        return dues;
    }

    private static Optional<ClockReading> current(PublicCase tracked, ClockKind kind) {
        return tracked.clocks().stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .filter(clock -> clock.state() != ClockState.MET && clock.state() != ClockState.CANCELLED)
                .filter(clock -> clock.dueAt() != null);
    }

    private List<Stage> stages(PublicCase tracked, Locale locale) {
        List<Stage> stages = new ArrayList<>();
        stages.add(
                new Stage("done", texts.text(locale, "portal.stage.received"), moment(tracked.receivedAt(), locale)));
        for (StepView step : tracked.steps()) {
            if (step.progress() == Progress.SKIPPED || step.progress() == Progress.WAIVED) {
                continue;
            }
            Instant ended = step.endedAt();
            stages.add(new Stage(
                    tone(step, tracked.state()), step.step().name(), ended == null ? null : moment(ended, locale)));
        }
        return stages;
    }

    private static String tone(StepView step, CaseState state) {
        return switch (step.progress()) {
            case DONE -> "done";
            case CURRENT -> state.isEnd() ? "stopped" : "current";
            case TO_COME, SKIPPED, WAIVED -> "to-come";
        };
    }

    private String moment(Instant instant, Locale locale) {
        return DateTimeFormatter.ofPattern(
                        texts.text(locale, "portal.format.moment"),
                        Languages.isEnglish(locale) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                .format(instant.atZone(time.zone()));
    }
}
