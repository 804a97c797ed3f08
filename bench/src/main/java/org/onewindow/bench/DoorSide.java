package org.onewindow.bench;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.Cases;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.Intake;
import org.onewindow.cases.Receive;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.clockwork.Settling;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.parties.MaskedParty;
import org.onewindow.parties.PartyDetails;
import org.onewindow.timelimit.ClockReading;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cases' door in the running program: rules, authorisation, clocks, journal, parties and idempotency on, sequencer and
 * clockwork running.
 */
final class DoorSide implements Side, AutoCloseable {

    private static final String ITEM = "SF0101009";
    private static final String WINDOW = "A03";

    /** The ordinary course, first things first; what isn't lawful yet is passed over. */
    private static final List<CaseCommand> COURSE = List.of(
            CaseCommand.ACCEPT,
            CaseCommand.COMPLETE_STEP,
            CaseCommand.DECIDE,
            CaseCommand.COMPLETE,
            CaseCommand.DELIVER);

    private record Planned(CaseCommand command, Actor actor) {}

    private final ConfigurableApplicationContext context;
    private final Intake intake;
    private final Cases cases;
    private final CaseReading reading;
    private final JsonMapper json;
    private final ItemVersion item;
    private final List<Actor> actors;
    private final List<Planned> plan;
    private final AtomicLong people = new AtomicLong();
    private final SecureRandom random = new SecureRandom();

    /** @param program running; closed with this */
    DoorSide(ConfigurableApplicationContext program) {
        context = program;
        intake = context.getBean(Intake.class);
        cases = context.getBean(Cases.class);
        reading = context.getBean(CaseReading.class);
        json = context.getBean(JsonMapper.class);
        item = context.getBean(Catalogue.class).inEffect(ITEM).orElseThrow();
        StaffDirectory staff = context.getBean(StaffDirectory.class);
        String department = item.departmentCode().toLowerCase(Locale.ROOT);
        actors = List.of(
                staff.actor("clerk." + WINDOW.toLowerCase(Locale.ROOT)).orElseThrow(),
                staff.actor("reviewer." + department).orElseThrow(),
                staff.actor("approver." + department).orElseThrow());
        plan = plan();
    }

    /** Supervision, which follows the cases and is no part of a step, is stopped, as an operator would stop it. */
    void stopSupervision() {
        context.getBean(JdbcClient.class)
                .sql(
                        "update journal.follower set stopped_at = now(), error = 'not measured' where name like 'supervision.%'")
                .update();
    }

    ConfigurableApplicationContext program() {
        return context;
    }

    @Override
    public String name() {
        return "cases (the door)";
    }

    @Override
    public List<String> tables() {
        return List.of("cases.case_file", "journal.event", "journal.run", "journal.answer");
    }

    @Override
    public void settle() {
        context.getBeanProvider(Settling.class).orderedStream().forEach(Settling::settle);
    }

    @Override
    public void close() {
        context.close();
    }

    @Override
    public ACase begin(int worker) {
        CaseView[] now = new CaseView[1];
        return step -> now[0] = step == 0 ? receive() : take(plan.get(step - 1), now[0], step);
    }

    /** Tries the course out once, and puts custody of paper originals in front to make it nine steps. */
    private List<Planned> plan() {
        List<Planned> course = new ArrayList<>();
        CaseView view = receive();
        for (boolean going = true; going; ) {
            going = false;
            for (CaseCommand command : COURSE) {
                if (view.allowed().contains(command)) {
                    Planned planned = whoMay(command, view);
                    course.add(planned);
                    view = take(planned, view, course.size());
                    going = true;
                    break;
                }
            }
        }
        List<Planned> all = new ArrayList<>();
        for (int missing = STEPS - 1 - course.size(); missing > 0; missing--) {
            all.add(new Planned(CaseCommand.CUSTODY, actors.getFirst()));
        }
        all.addAll(course);
        if (all.size() != STEPS - 1) {
            throw new IllegalStateException("the course has " + all.size() + " commands: " + all);
        }
        System.out.println("the door's steps: RECEIVE, "
                + all.stream().map(Planned::command).toList());
        return List.copyOf(all);
    }

    private Planned whoMay(CaseCommand command, CaseView view) {
        for (Actor actor : actors) {
            try {
                if (reading.find(actor, view.caseNumber()).allowedToYou().contains(command)) {
                    return new Planned(command, actor);
                }
            } catch (NotAllowed notTheirs) {
                // the next one
            }
        }
        throw new IllegalStateException("nobody may " + command);
    }

    private CaseView receive() {
        long person = people.incrementAndGet();
        String name = "测试人" + Long.toString(person, 36);
        List<HandedIn> papers = item.materials().stream()
                .map(material -> new HandedIn(material.name(), material.form(), 1, 1))
                .toList();
        return intake.receive(
                actors.getFirst(),
                new Receive(
                        item.code(),
                        WINDOW,
                        null,
                        Channel.WINDOW,
                        new PartyDetails(PartyDetails.Kind.PERSON, name, idNumber(person), "13800000000"),
                        List.of(),
                        null,
                        null,
                        Map.of(),
                        null,
                        papers),
                this::answer);
    }

    /** Everybody has one of their own, as in life; the door takes it as the form has checked it. */
    private static String idNumber(long person) {
        return String.format(Locale.ROOT, "110105%011dX", person);
    }

    private CaseView take(Planned planned, CaseView view, int step) {
        Command command = switch (planned.command()) {
            case ACCEPT -> new Command.Accept(List.of(), null);
            case COMPLETE_STEP ->
                new Command.CompleteStep(String.valueOf(view.currentStep()), Command.StepOutcome.PASS, "材料齐全，符合法定形式");
            case DECIDE -> new Command.Decide(Command.DecisionOutcome.GRANTED, null);
            case COMPLETE -> new Command.Complete();
            case DELIVER -> new Command.Deliver("本人", "11010519491231002X");
            case CUSTODY -> new Command.MoveCustody(original(step), "B" + step, 1, Command.CustodyAction.TAKE, null);
            default -> throw new IllegalStateException("not planned: " + planned);
        };
        return cases.handle(planned.actor(), view.caseNumber(), command, null, this::answer);
    }

    private String original(int step) {
        List<String> originals = item.materials().stream()
                .filter(material -> material.form() == MaterialForm.ORIGINAL)
                .map(ItemVersion.Material::name)
                .toList();
        return originals.get((step - 1) % originals.size());
    }

    /** As the API writes a case: the same fields, from a record. */
    private record Body(
            String caseNumber,
            @Nullable String queryCode,
            CaseState state,
            Item item,
            MaskedParty applicant,
            List<MaskedParty> coApplicants,
            @Nullable MaskedParty representative,
            Channel channel,
            @Nullable String station,
            String department,
            Instant receivedAt,
            @Nullable String currentStep,
            Holder holder,
            String firstInquiry,
            List<ClockReading> clocks,
            List<HandedIn> materials,
            List<String> missingMaterials,
            Set<CaseCommand> allowed,
            Set<CaseCommand> allowedToYou,
            List<CaseView.Blocked> blocked,
            List<String> duplicates,
            int version) {

        record Item(String code, int version, String name, ItemVersion.HandlingClass handlingClass) {}

        record Holder(String staff, @Nullable String window) {}
    }

    /** What the API would keep for the idempotency key. */
    private Answer answer(CaseView view) {
        ItemVersion its = view.item();
        Body body = new Body(
                view.caseNumber(),
                view.queryCode(),
                view.state(),
                new Body.Item(its.code(), its.version(), its.name(), its.handlingClass()),
                view.applicant(),
                view.coApplicants(),
                view.representative(),
                view.channel(),
                view.station(),
                view.department(),
                view.receivedAt(),
                view.currentStep(),
                new Body.Holder(view.holder(), view.window()),
                view.firstInquiry(),
                view.clocks(),
                view.materials(),
                view.missingMaterials(),
                view.allowed(),
                view.allowedToYou(),
                view.blocked(),
                view.duplicates(),
                view.version());
        byte[] scope = new byte[16];
        random.nextBytes(scope);
        return new Answer(
                scope, scope, 200, "{\"ETag\":\"\\\"" + view.version() + "\\\"\"}", json.writeValueAsBytes(body));
    }
}
