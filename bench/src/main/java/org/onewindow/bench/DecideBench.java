package org.onewindow.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseFile.StepRun;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Evolution;
import org.onewindow.cases.model.ReceiptRules;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.model.Verdict;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.demonstration.DemonstrationData;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.timelimit.ClockReading;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What the pure rules cost in each command of the ordinary course of 食品经营许可: deciding it and making the next facts, and reading
 * the clocks of those. Everything else a command costs is writing down and transport ({@link CaseThroughput}).
 *
 * <p>Run by {@link #main} it also tells what is allocated. On a busy machine the least of the many short iterations is what counts.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 200, time = 10, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
@State(Scope.Thread)
public class DecideBench {

    private static final String ITEM = "SF0101009";
    private static final String WINDOW = "A03";
    private static final WorkingCalendar CALENDAR = NoticeFile.shippedEdition();
    private static final CentreTime TIME = new CentreTime(Clock.systemUTC(), ZoneId.of("Asia/Shanghai"));
    private static final Instant NOW = TIME.at(LocalDate.of(2026, 2, 10), LocalTime.of(10, 0));

    /** Given to a case that everything before was done to. */
    @Param({"RECEIVE", "ACCEPT", "COMPLETE_STEP", "DECIDE", "COMPLETE", "DELIVER"})
    public String command = "RECEIVE";

    private final ItemVersion item = DemonstrationData.catalogue().items().stream()
            .filter(each -> each.code().equals(ITEM))
            .findFirst()
            .orElseThrow();
    /** Who reviews doesn't decide (C14). */
    private final Context review = by("one");

    private final Context decision = by("other");
    private final List<HandedIn> papers = item.materials().stream()
            .map(material -> new HandedIn(material.name(), material.form(), 1, 1))
            .toList();

    private CaseFile file = received();

    /** Lives the case up to the command. */
    @Setup
    public void liveUpToIt() {
        file = received();
        while (!command.equals("RECEIVE") && next(file).kind() != CaseCommand.valueOf(command)) {
            file = decided(file);
        }
    }

    /** Its verdict and the facts after it. */
    @Benchmark
    public CaseFile decide() {
        return command.equals("RECEIVE") ? received() : decided(file);
    }

    /** The clocks of the case to which it is given. */
    @Benchmark
    public List<ClockReading> clocks() {
        return CaseClocks.read(file, item, CALENDAR, TIME, NOW);
    }

    private CaseFile received() {
        ReceiptRules.Application application =
                new ReceiptRules.Application(item, ApplicantKind.PERSON, false, Map.of(), papers, true, false, false);
        if (!ReceiptRules.check(application).isEmpty()) {
            throw new IllegalStateException("not received");
        }
        CaseEvent.Received received = new CaseEvent.Received(
                "990101-20260210-00000001-0",
                item.code(),
                item.version(),
                item.departmentCode(),
                Channel.WINDOW,
                WINDOW,
                null,
                ApplicantKind.PERSON,
                1,
                List.of(),
                null,
                null,
                Map.of(),
                List.of(),
                papers,
                null,
                "",
                TIME.dayOf(NOW),
                null);
        return Evolution.begin(7, recorded(1, received, review), item, CALENDAR.edition());
    }

    private CaseFile decided(CaseFile before) {
        Command next = next(before);
        Context context = next instanceof Command.Decide ? decision : review;
        Verdict verdict = CaseRules.decide(before, next, context);
        if (verdict.isRefused()) {
            throw new IllegalStateException("refused: " + verdict.refusals());
        }
        CaseFile after = before;
        for (CaseEvent event : verdict.events()) {
            after = Evolution.evolve(after, recorded(after.version() + 1, event, context), item);
        }
        return after;
    }

    /** The ordinary course. */
    private Command next(CaseFile now) {
        return switch (now.state()) {
            case RECEIVED -> new Command.Accept(List.of(), null);
            case ACCEPTED -> {
                String step = now.currentStep().map(StepRun::code).orElseThrow();
                boolean work = item.steps().stream()
                        .anyMatch(each -> each.code().equals(step) && each.kind() == ItemVersion.StepKind.WORK);
                yield work
                        ? new Command.CompleteStep(step, Command.StepOutcome.PASS, "材料齐全，符合法定形式")
                        : new Command.Decide(Command.DecisionOutcome.GRANTED, null);
            }
            case DECIDED -> new Command.Complete();
            default -> new Command.Deliver("本人", "11010519491231002X");
        };
    }

    private static Recorded recorded(int version, CaseEvent event, Context context) {
        return new Recorded(version, context.actor().userName(), "CLERK", WINDOW, NOW, TIME.dayOf(NOW), event);
    }

    private Context by(String userName) {
        List<Post> posts = List.of(
                new Post(Role.CLERK, null, WINDOW, null),
                new Post(Role.REVIEWER, item.departmentCode(), null, null),
                new Post(Role.APPROVER, item.departmentCode(), null, null));
        Actor actor = new Actor(Actor.Kind.STAFF, userName, userName, posts);
        return new Context(actor, item, CALENDAR, TIME, NOW, true, false, null, false, 99);
    }

    /** Runs it. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(DecideBench.class.getName())
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }
}
