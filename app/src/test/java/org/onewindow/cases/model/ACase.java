package org.onewindow.cases.model;

import static org.onewindow.catalogue.AnItem.anItem;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Role;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;

/**
 * One case lived through in a test, as it would be at the centre: time passes, people act, and the law does by itself what it
 * does.
 *
 * <p>{@code aCase().at("2026-02-10T10:00").received().at("2026-02-11T09:00").does(accept()).clock(COMMITTED)}
 */
final class ACase {

    static final WorkingCalendar CALENDAR = NoticeFile.shippedEdition();
    static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    static final Actor CLERK = actor("clerk.a03", new Post(Role.CLERK, null, "A03", null));
    static final Actor REVIEWER = actor("reviewer.bm01", new Post(Role.REVIEWER, "BM01", null, null));
    static final Actor APPROVER = actor("approver.bm01", new Post(Role.APPROVER, "BM01", null, null));
    static final Actor HEAD = actor("head.bm01", new Post(Role.HEAD, "BM01", null, null));
    static final Actor CASHIER = actor("cashier", new Post(Role.CASHIER, null, null, null));

    private ItemVersion item = anItem().build();
    private Channel channel = Channel.WINDOW;
    private Actor actor = CLERK;
    private Instant now = TIME.at(java.time.LocalDate.of(2026, 2, 10), java.time.LocalTime.of(10, 0));
    private boolean authorised = true;
    private boolean ownMatter;
    private boolean brokeCommitment;
    private Context.@Nullable Successor successor;
    private List<HandedIn> materials = new ArrayList<>();
    private @Nullable CaseFile file;
    private final List<Recorded> history = new ArrayList<>();

    private ACase() {}

    static ACase aCase() {
        ACase file = new ACase();
        file.materials = allMaterials(file.item);
        return file;
    }

    static Actor actor(String name, Post... posts) {
        return new Actor(Actor.Kind.STAFF, name, name, List.of(posts));
    }

    static List<HandedIn> allMaterials(ItemVersion item) {
        return item.materials().stream()
                .map(material -> new HandedIn(material.name(), MaterialForm.ORIGINAL, 1, 1))
                .toList();
    }

    static HandedIn paper(String name) {
        return new HandedIn(name, MaterialForm.ORIGINAL, 1, 1);
    }

    ACase of(ItemVersion version) {
        item = version;
        materials = allMaterials(version);
        return this;
    }

    ACase by(Channel how) {
        channel = how;
        return this;
    }

    ACase with(String... papers) {
        materials = new ArrayList<>();
        for (String name : papers) {
            materials.add(paper(name));
        }
        return this;
    }

    ACase as(Actor who) {
        actor = who;
        return this;
    }

    ACase withoutAuthority() {
        authorised = false;
        return this;
    }

    ACase inTheirOwnMatter() {
        ownMatter = true;
        return this;
    }

    /** As somebody whose earlier commitment proved false (C16). */
    ACase whoBrokeACommitment() {
        brokeCommitment = true;
        return this;
    }

    ACase to(Context.Successor who) {
        successor = who;
        return this;
    }

    /** Lets time pass up to a moment on the centre's wall; what the law does by itself until then happens, in order. */
    ACase at(String wall) {
        now = LocalDateTime.parse(wall).atZone(TIME.zone()).toInstant();
        for (Optional<LegalConsequence> next = due(); next.isPresent(); next = due()) {
            LegalConsequence consequence = next.get();
            apply(consequence.event(), Actor.SYSTEM, consequence.dueAt());
        }
        return this;
    }

    private Optional<LegalConsequence> due() {
        return file == null
                ? Optional.empty()
                : LegalConsequence.pending(file(), item, CALENDAR, TIME).stream()
                        .filter(pending -> pending.dueAt().isBefore(now))
                        .min(Comparator.comparing(LegalConsequence::dueAt));
    }

    ACase received() {
        CaseEvent.Received received = new CaseEvent.Received(
                "990101-20260210-00000001-0",
                item.code(),
                item.version(),
                item.departmentCode(),
                channel,
                "A03",
                null,
                ApplicantKind.PERSON,
                1,
                List.of(),
                null,
                null,
                Map.of(),
                List.of(),
                materials,
                null,
                "",
                TIME.dayOf(now),
                null);
        Recorded recorded = new Recorded(1, actor.userName(), "CLERK", "A03", now, TIME.dayOf(now), received);
        history.add(recorded);
        file = Evolution.begin(7, recorded, item, CALENDAR.edition());
        return this;
    }

    /** Gives a command that must be lawful. */
    ACase does(Command command) {
        Verdict verdict = CaseRules.decide(file(), command, context());
        if (verdict.isRefused()) {
            throw new AssertionError(command + " refused: " + verdict.refusals());
        }
        verdict.events().forEach(event -> apply(event, actor, now));
        return this;
    }

    /** Tries a command and tells why not: rule and key, as {@code "C4 accept.missing"}; empty when it would be lawful. */
    List<String> whyNot(Command command) {
        return CaseRules.decide(file(), command, context()).refusals().stream()
                .map(ACase::brief)
                .toList();
    }

    private static String brief(Refusal refusal) {
        return refusal.rule() + " " + refusal.key();
    }

    private void apply(CaseEvent event, Actor who, Instant when) {
        Recorded recorded =
                new Recorded(file().version() + 1, who.userName(), null, null, when, TIME.dayOf(when), event);
        history.add(recorded);
        file = Evolution.evolve(file(), recorded, item);
    }

    Context context() {
        return new Context(actor, item, CALENDAR, TIME, now, authorised, ownMatter, successor, brokeCommitment, 99);
    }

    CaseFile file() {
        if (file == null) {
            throw new AssertionError("not received yet");
        }
        return file;
    }

    ItemVersion item() {
        return item;
    }

    List<Recorded> history() {
        return history;
    }

    CaseState state() {
        return file().state();
    }

    String step() {
        return file().currentStep().map(CaseFile.StepRun::code).orElse("");
    }

    /** The current clock of a kind. */
    ClockReading clock(ClockKind kind) {
        return clocks(kind).getFirst();
    }

    List<ClockReading> clocks(ClockKind kind) {
        return CaseClocks.read(file(), item, CALENDAR, TIME, now).stream()
                .filter(reading -> reading.kind() == kind)
                .toList();
    }

    // --- commands in short ---

    static Command accept() {
        return new Command.Accept(List.of(), null);
    }

    static Command notice(String... papers) {
        return new Command.RequestSupplement(
                java.util.Arrays.stream(papers)
                        .map(name -> new Command.Point(name, "缺少"))
                        .toList(),
                null,
                null);
    }

    static Command supplement(String... papers) {
        return new Command.Supplement(
                java.util.Arrays.stream(papers).map(ACase::paper).toList());
    }

    static Command pass(String step) {
        return new Command.CompleteStep(step, Command.StepOutcome.PASS, "符合条件");
    }

    static Command fail(String step) {
        return new Command.CompleteStep(step, Command.StepOutcome.FAIL, "不符合条件");
    }

    static Command grant() {
        return new Command.Decide(Command.DecisionOutcome.GRANTED, null);
    }

    static Command deny() {
        return new Command.Decide(Command.DecisionOutcome.REFUSED, "不符合第三条");
    }

    static Command complete() {
        return new Command.Complete();
    }

    static Command deliver() {
        return new Command.Deliver("张三", "身份证");
    }
}
