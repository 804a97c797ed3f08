package org.onewindow.cases.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.model.CaseFile.Acceptance;
import org.onewindow.cases.model.CaseFile.Check;
import org.onewindow.cases.model.CaseFile.Commitment;
import org.onewindow.cases.model.CaseFile.Decision;
import org.onewindow.cases.model.CaseFile.Extension;
import org.onewindow.cases.model.CaseFile.Notice;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseFile.Suspension;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.AcceptanceRule;
import org.onewindow.catalogue.ItemVersion.EndsOn;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.catalogue.ItemVersion.StartsOn;
import org.onewindow.catalogue.ItemVersion.StatutoryLimit;
import org.onewindow.catalogue.ItemVersion.Step;
import org.onewindow.catalogue.ItemVersion.StepKind;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;
import org.onewindow.timelimit.Unit;

/**
 * The clocks of a case, from its facts (section 4 of the domain). Nothing here is stored as truth: the row's due and wake
 * instants are only for finding the case.
 */
public final class CaseClocks {

    /** APL 32: five working days to accept, to tell what is missing, or to refuse (T4). */
    static final int ACCEPTANCE_DAYS = 5;
    /** APL 42: licences without a limit of their own (T5). */
    static final StatutoryLimit LICENCE_LIMIT =
            new StatutoryLimit(20, Unit.WORKING_DAY, StartsOn.ACCEPTANCE, EndsOn.DECISION);
    /** APL 43: the lower body's examination (T9). */
    static final int FORWARDING_DAYS = 20;
    /** APL 44: a grant is issued and delivered (T10). */
    static final int DELIVERY_DAYS = 10;
    /** A limit is overrun from the first instant after its end (T2); instants are kept to the microsecond. */
    private static final Duration FIRST_INSTANT_AFTER = Duration.ofNanos(1_000);

    private final CaseFile file;
    private final ItemVersion item;

    private CaseClocks(CaseFile file, ItemVersion item) {
        this.file = file;
        this.item = item;
    }

    /** All clocks of a case, of each kind the current one first. */
    public static List<ClockFacts> of(CaseFile file, ItemVersion item) {
        CaseClocks clocks = new CaseClocks(file, item);
        return Stream.of(
                        clocks.acceptance(),
                        clocks.committed(),
                        clocks.statutory(),
                        clocks.steps(),
                        clocks.specialProcedures(),
                        clocks.supplements(),
                        clocks.documentsToFollow(),
                        clocks.forwarding(),
                        clocks.delivery(),
                        clocks.commitmentCheck(),
                        clocks.puttingRight())
                .flatMap(List::stream)
                .toList();
    }

    /** The same, read at an instant. */
    public static List<ClockReading> read(
            CaseFile file, ItemVersion item, WorkingCalendar calendar, CentreTime time, Instant now) {
        return of(file, item).stream()
                .map(facts -> TimeLimits.read(facts, calendar, time, now))
                .toList();
    }

    /** The statutory limit that binds: the version's own, else the licensing law's for licences (T5); null where none does. */
    public static @Nullable StatutoryLimit statutoryLimit(ItemVersion item) {
        StatutoryLimit own = item.statutory();
        return own == null && item.isLicence() ? LICENCE_LIMIT : own;
    }

    /** The earliest due instant among clocks still open, for lists; null when nothing is owed. */
    public static @Nullable Instant nextDue(List<ClockReading> readings, CaseState state) {
        return readings.stream()
                .filter(ClockReading::open)
                // After the end only a commitment still has limits that are the centre's business (C16).
                .filter(reading -> !state.isEnd()
                        || reading.kind() == ClockKind.COMMITMENT_CHECK
                        || reading.kind() == ClockKind.PUTTING_RIGHT)
                .filter(reading ->
                        reading.kind() != ClockKind.SUPPLEMENT && reading.kind() != ClockKind.SPECIAL_PROCEDURE)
                .map(ClockReading::dueAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * The next instant at which the law does something to this case by itself; empty when it only waits for people.
     *
     * @see LegalConsequence
     */
    public static Optional<Instant> wakeAt(CaseFile file, ItemVersion item, WorkingCalendar calendar, CentreTime time) {
        return LegalConsequence.pending(file, item, calendar, time).stream()
                .map(LegalConsequence::dueAt)
                .min(Comparator.naturalOrder())
                .map(due -> due.plus(FIRST_INSTANT_AFTER));
    }

    // --- the clocks, one method a kind ---

    /** One clock for each time the papers were looked at: every notice closes one, the supplement that answers it opens one. */
    private List<ClockFacts> acceptance() {
        if (file.joint() != null) {
            // The application as a whole is accepted once, under a clock of its own (J2).
            return List.of();
        }
        List<ClockFacts> clocks = new ArrayList<>();
        boolean waiting = file.notices().stream().anyMatch(this::isCurrent);
        if (!waiting) {
            clocks.add(answered(acceptanceFrom(file.acceptanceStartedAt(), file.papersOn())));
        }
        for (Notice notice : file.notices().reversed()) {
            ClockFacts facts = acceptanceFrom(notice.startedAt(), notice.startDay());
            clocks.add(isCurrent(notice) && notice.servedAt() == null ? answered(facts) : told(notice, facts));
        }
        return clocks;
    }

    private boolean isCurrent(Notice notice) {
        return notice.startedAt().equals(file.acceptanceStartedAt());
    }

    private ClockFacts told(Notice notice, ClockFacts facts) {
        Instant served = notice.servedAt();
        return stoppedOrCancelled(facts, served == null ? notice.closedAt() : served);
    }

    private ClockFacts acceptanceFrom(Instant startedAt, LocalDate startDay) {
        return ClockFacts.started(
                ClockKind.ACCEPTANCE, "", Unit.WORKING_DAY, acceptanceBudget(item), startedAt, startDay);
    }

    private ClockFacts answered(ClockFacts facts) {
        Acceptance acceptance = file.acceptance();
        if (acceptance != null) {
            // Nobody answered in time: the law's own acceptance doesn't meet the limit (T4).
            return facts.stopped(acceptance.deemed() ? acceptance.at().plus(FIRST_INSTANT_AFTER) : acceptance.at());
        }
        CaseFile.NonAcceptance refusal = file.nonAcceptance();
        if (refusal != null) {
            Instant served = refusal.servedAt();
            return served == null ? facts : facts.stopped(served);
        }
        return cancelledIfEnded(facts);
    }

    static int acceptanceBudget(ItemVersion item) {
        return item.acceptanceRule() == AcceptanceRule.ON_THE_SPOT ? 0 : ACCEPTANCE_DAYS;
    }

    private List<ClockFacts> committed() {
        Acceptance acceptance = file.acceptance();
        if (acceptance == null) {
            return List.of();
        }
        // On a commitment it is decided on the spot: due when the day of acceptance closes (C16, T3).
        boolean onTheSpot = file.commitment() != null;
        ClockFacts facts = ClockFacts.started(
                        ClockKind.COMMITTED,
                        "",
                        Unit.WORKING_DAY,
                        promisedDays(file, item),
                        onTheSpot ? acceptance.at() : startInstant(acceptance),
                        onTheSpot ? acceptance.effectiveOn() : acceptance.startDay())
                .withExtension(extensionIn(Unit.WORKING_DAY))
                .withExclusions(withPayment(suspensions()));
        return List.of(stoppedOrCancelled(facts, file.completedAt()));
    }

    /** The promise in working days: none on a commitment, which is decided on the spot (C16). */
    public static int promisedDays(CaseFile file, ItemVersion item) {
        return file.commitment() == null ? item.committedDays() : 0;
    }

    private List<ClockFacts> statutory() {
        StatutoryLimit limit = statutoryLimit(item);
        if (limit == null) {
            return List.of();
        }
        Acceptance acceptance = file.acceptance();
        Instant startedAt;
        LocalDate startDay;
        if (limit.startsOn() == StartsOn.RECEIPT) {
            if (file.openNotice().isPresent() || (file.joint() != null && acceptance == null)) {
                return List.of();
            }
            startedAt = file.acceptanceStartedAt();
            startDay = file.papersOn();
        } else if (acceptance != null) {
            startedAt = startInstant(acceptance);
            startDay = acceptance.startDay();
        } else {
            return List.of();
        }
        ClockFacts facts = ClockFacts.started(ClockKind.STATUTORY, "", limit.unit(), limit.limit(), startedAt, startDay)
                .withExtension(extensionIn(limit.unit()))
                .withExclusions(suspensions());
        Decision decision = file.decision();
        Instant done =
                limit.endsOn() == EndsOn.DECISION ? (decision == null ? null : decision.at()) : file.completedAt();
        return List.of(stoppedOrCancelled(facts, done));
    }

    private List<ClockFacts> steps() {
        List<ClockFacts> clocks = new ArrayList<>();
        for (int i = file.steps().size() - 1; i >= 0; i--) {
            StepRun run = file.steps().get(i);
            Step step = item.steps().stream()
                    .filter(candidate -> candidate.code().equals(run.code()))
                    .findFirst()
                    .orElseThrow(() -> Bug.found("no step " + run.code() + " in " + item.code()));
            // ACCEPTANCE and DELIVERY take the place of a step clock there (T12).
            if (step.kind() != StepKind.ACCEPT && step.kind() != StepKind.ISSUE) {
                clocks.add(step(run, step, i));
            }
        }
        return clocks;
    }

    private ClockFacts step(StepRun run, Step step, int index) {
        Extension extension = file.extension();
        ClockFacts facts = ClockFacts.started(
                        ClockKind.STEP,
                        run.code(),
                        Unit.WORKING_DAY,
                        // The steps share the promise's days; on a commitment there are none (C16).
                        file.commitment() == null ? step.days() : 0,
                        run.began(),
                        run.beganOn())
                .withExtension(extension != null && extension.run() == index ? extensionIn(Unit.WORKING_DAY) : 0)
                .withExclusions(step.kind() == StepKind.MAKE ? withPayment(suspensions()) : suspensions());
        Instant ended = run.ended();
        if (ended == null) {
            return facts;
        }
        boolean cutShort = index == file.steps().size() - 1 && ended.equals(file.endedAt());
        return cutShort ? facts.cancelled(ended) : facts.stopped(ended);
    }

    private List<ClockFacts> specialProcedures() {
        List<ClockFacts> clocks = new ArrayList<>();
        for (Suspension suspension : file.suspensions().reversed()) {
            LocalDate from = suspension.from();
            if (from == null) {
                continue;
            }
            ClockFacts facts = ClockFacts.started(
                    ClockKind.SPECIAL_PROCEDURE,
                    suspension.kind().name(),
                    suspension.unit(),
                    suspension.days(),
                    suspension.at(),
                    from);
            clocks.add(stoppedOrCancelled(facts, suspension.resumedAt()));
        }
        return clocks;
    }

    private List<ClockFacts> supplements() {
        List<ClockFacts> clocks = new ArrayList<>();
        for (Notice notice : file.notices().reversed()) {
            LocalDate from = notice.servedOn();
            Instant servedAt = notice.servedAt();
            if (from == null || servedAt == null || notice.at().equals(notice.closedAt())) {
                continue;
            }
            ClockFacts facts =
                    ClockFacts.started(ClockKind.SUPPLEMENT, "", Unit.WORKING_DAY, notice.days(), servedAt, from);
            clocks.add(stoppedOrCancelled(facts, notice.closedAt()));
        }
        return clocks;
    }

    private List<ClockFacts> documentsToFollow() {
        return file.toFollow().stream()
                .map(paper -> outlivingDelivery(
                        new ClockFacts(
                                ClockKind.DOCUMENTS_TO_FOLLOW,
                                paper.material(),
                                Unit.WORKING_DAY,
                                0,
                                paper.promisedAt(),
                                paper.promisedOn(),
                                0,
                                List.of(),
                                null,
                                paper.dueOn(),
                                false),
                        paper.cameAt()))
                .toList();
    }

    /** What was promised or committed outlives the delivery of a grant that came first; any other end cancels it (C16). */
    private ClockFacts outlivingDelivery(ClockFacts facts, @Nullable Instant done) {
        return done == null && file.state() == CaseState.DELIVERED ? facts : stoppedOrCancelled(facts, done);
    }

    private List<ClockFacts> forwarding() {
        Acceptance acceptance = file.acceptance();
        if (item.forwardedTo() == null || acceptance == null) {
            return List.of();
        }
        ClockFacts facts = ClockFacts.started(
                        ClockKind.FORWARDING,
                        "",
                        Unit.WORKING_DAY,
                        FORWARDING_DAYS,
                        startInstant(acceptance),
                        acceptance.startDay())
                .withExclusions(suspensions());
        return List.of(stoppedOrCancelled(facts, file.forwardedAt()));
    }

    private List<ClockFacts> delivery() {
        Decision decision = file.decision();
        if (decision == null || !decision.granted()) {
            return List.of();
        }
        ClockFacts facts = ClockFacts.started(
                ClockKind.DELIVERY, "", Unit.WORKING_DAY, DELIVERY_DAYS, decision.at(), decision.on());
        return List.of(stoppedOrCancelled(facts, file.deliveredAt()));
    }

    /** From the decision; it outlives the delivery (C16). */
    private List<ClockFacts> commitmentCheck() {
        Commitment commitment = file.commitment();
        ItemVersion.Commitment terms = item.commitment();
        Decision decision = file.decision();
        if (commitment == null || terms == null || decision == null || !decision.granted()) {
            return List.of();
        }
        ClockFacts facts = ClockFacts.started(
                ClockKind.COMMITMENT_CHECK, "", Unit.WORKING_DAY, terms.checkDays(), decision.at(), decision.on());
        return List.of(outlivingDelivery(
                facts,
                commitment.checks().isEmpty()
                        ? null
                        : commitment.checks().getFirst().at()));
    }

    /** From the day the order was told: whoever isn't at the window learns of it by nothing else (C8a, C16). */
    private List<ClockFacts> puttingRight() {
        Commitment commitment = file.commitment();
        Check order = commitment == null ? null : commitment.order().orElse(null);
        if (commitment == null || order == null) {
            return List.of();
        }
        Integer days = order.days();
        LocalDate servedOn = order.servedOn();
        Instant servedAt = order.servedAt();
        if (days == null || servedOn == null || servedAt == null) {
            return List.of();
        }
        Instant answered = commitment.checks().stream()
                .filter(check -> check.event() > order.event())
                .map(Check::at)
                .findFirst()
                .orElse(commitment.revokedAt());
        ClockFacts facts = ClockFacts.started(ClockKind.PUTTING_RIGHT, "", Unit.WORKING_DAY, days, servedAt, servedOn);
        return List.of(outlivingDelivery(facts, answered));
    }

    // --- what they share ---

    /** A zero-day limit begins when the case was accepted, or with the papers where law dates acceptance back (T3, T5). */
    private Instant startInstant(Acceptance acceptance) {
        return acceptance.deemed() || !file.notices().isEmpty() ? file.acceptanceStartedAt() : acceptance.at();
    }

    private ClockFacts stoppedOrCancelled(ClockFacts facts, @Nullable Instant done) {
        return done == null ? cancelledIfEnded(facts) : facts.stopped(done);
    }

    private ClockFacts cancelledIfEnded(ClockFacts facts) {
        Instant ended = file.endedAt();
        return ended == null ? facts : facts.cancelled(ended);
    }

    private List<Exclusion> suspensions() {
        List<Exclusion> exclusions = new ArrayList<>();
        for (Suspension suspension : file.suspensions()) {
            LocalDate from = suspension.from();
            if (from != null) {
                exclusions.add(new Exclusion(from, suspension.to(), suspension.days(), suspension.unit()));
            }
        }
        return exclusions;
    }

    /** From decision to payment is the applicant's time (T5). */
    private List<Exclusion> withPayment(List<Exclusion> exclusions) {
        Decision decision = file.decision();
        if (decision == null || !decision.granted() || item.fee().kind() == FeeKind.NONE) {
            return exclusions;
        }
        List<Exclusion> all = new ArrayList<>(exclusions);
        LocalDate paidOn = file.paidOn();
        all.add(paidOn == null ? Exclusion.open(decision.on()) : Exclusion.closed(decision.on(), paidOn));
        return all;
    }

    private int extensionIn(Unit unit) {
        Extension extension = file.extension();
        return extension == null ? 0 : TimeLimits.extensionIn(unit, extension.days(), extension.unit());
    }
}
