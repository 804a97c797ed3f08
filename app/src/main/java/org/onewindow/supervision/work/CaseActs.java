package org.onewindow.supervision.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.Authority;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.FollowedCase;
import org.onewindow.journal.RecordedEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Role;
import org.onewindow.supervision.model.CaseAct;
import org.onewindow.supervision.model.CaseWatching;
import org.onewindow.supervision.model.Watch.Subject;
import org.onewindow.supervision.store.SupervisionJson;
import org.springframework.stereotype.Component;

/** Reads from case events the few parts that content rules are about; fields they don't have yet read as empty. */
@Component
class CaseActs {

    private static final String SLACK_EATEN = "joint.slack-eaten";

    private final CaseHistories cases;
    private final Authority authority;
    private final StaffDirectory staff;
    private final CentreTime time;

    CaseActs(CaseHistories cases, Authority authority, StaffDirectory staff, CentreTime time) {
        this.cases = cases;
        this.authority = authority;
        this.staff = staff;
        this.time = time;
    }

    private record Asked(List<Point> points, @Nullable String authorisation) {}

    private record Point(@Nullable String material) {}

    private record Refused(
            @Nullable String reason, @Nullable String legalBasis) {}

    private record Decided(
            @Nullable String outcome, @Nullable String reason) {}

    private record Paid(
            long amountFen,
            @Nullable String situation,
            @Nullable String reduction) {}

    private record SlackEaten(
            @Nullable String level, @Nullable String caseNumber) {}

    private record Silent(
            @Nullable String subject,
            @Nullable String department,
            @Nullable String stand) {}

    /**
     * Whom an opinion of a joint review was missed by (J4); empty where silence agreed.
     *
     * @param event of a review, which is no case: it is about a project file or an application
     */
    static Optional<Subject> missedOpinion(RecordedEvent event) {
        Silent silent = SupervisionJson.read(event.body(), Silent.class);
        return "MISSED".equals(silent.stand())
                ? Optional.of(new Subject(
                        null,
                        silent.subject(),
                        event.version(),
                        text(silent.department()),
                        null,
                        "",
                        null,
                        Role.REVIEWER.name()))
                : Optional.empty();
    }

    /** Who answers for an act: the case it is about, or the member of a joint application that eats the slack (J3). */
    Subject subject(RecordedEvent event, FollowedCase after) {
        if (event.type().equals(SLACK_EATEN)) {
            String member =
                    text(SupervisionJson.read(event.body(), SlackEaten.class).caseNumber());
            FollowedCase own = cases.find(member).orElseThrow(() -> Bug.found("no member " + member));
            return new Subject(
                    own.id(),
                    own.number(),
                    event.version(),
                    own.department(),
                    null,
                    own.holder(),
                    null,
                    Role.REVIEWER.name());
        }
        return CaseWatching.subject(after);
    }

    /** What an event is to the content rules; empty for most. */
    Optional<CaseAct> of(RecordedEvent event, FollowedCase after) {
        String body = event.body();
        return Optional.ofNullable(
                switch (event.type()) {
                    case "case.supplement-requested" -> asked(SupervisionJson.read(body, Asked.class));
                    case "case.refused" -> refused(SupervisionJson.read(body, Refused.class));
                    case "case.decided" -> decided(SupervisionJson.read(body, Decided.class), event, after);
                    case SLACK_EATEN ->
                        new CaseAct.SlackEaten("LATE"
                                .equals(SupervisionJson.read(body, SlackEaten.class)
                                        .level()));
                    case "case.paid" -> paid(SupervisionJson.read(body, Paid.class));
                    default -> null;
                });
    }

    private static CaseAct asked(Asked asked) {
        List<String> materials =
                asked.points().stream().map(point -> text(point.material())).toList();
        return new CaseAct.SupplementRequested(
                materials, !text(asked.authorisation()).isBlank());
    }

    private static CaseAct refused(Refused refused) {
        return new CaseAct.AcceptanceRefused(text(refused.reason()), text(refused.legalBasis()));
    }

    private CaseAct decided(Decided decided, RecordedEvent event, FollowedCase after) {
        return new CaseAct.Decided(
                "GRANTED".equals(decided.outcome()), text(decided.reason()), authorised(event, after));
    }

    /** Letters say from when to when they hold, so the day of the decision is what counts; null where the decider is gone. */
    private @Nullable Boolean authorised(RecordedEvent event, FollowedCase after) {
        Actor actor = staff.actor(event.actor()).orElse(null);
        if (actor == null) {
            return null;
        }
        LocalDate day = time.dayOf(event.happenedAt());
        return authority.mayDecide(actor, after.item().code(), after.department(), day);
    }

    private static CaseAct paid(Paid paid) {
        return new CaseAct.Paid(paid.amountFen(), paid.situation(), paid.reduction());
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
