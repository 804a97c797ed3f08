package org.onewindow.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.CaseWriter.Next;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Evolution;
import org.onewindow.cases.model.Papers;
import org.onewindow.cases.model.ReceiptRules;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.cases.store.CaseStore.Found;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Divisions;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.PreparedParty;
import org.onewindow.parties.SealedParty;
import org.onewindow.timelimit.ClockReading;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The door for taking in (收件, C2): what is promised before confirming, then the case itself. */
@Service
public class Intake {

    private static final String TICKED = "true";
    private static final int MOST_EARLIER = 20;

    private final CaseStore store;
    private final CaseWriter writer;
    private final RecentCases recent;
    private final CaseViews views;
    private final QueryCodes codes;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final Parties parties;
    private final OwnMatters ownMatters;
    private final CentreTime time;

    Intake(
            CaseStore store,
            CaseWriter writer,
            RecentCases recent,
            CaseViews views,
            QueryCodes codes,
            Catalogue catalogue,
            CentreCalendar calendar,
            Divisions divisions,
            StaffDirectory staff,
            Parties parties,
            OwnMatters ownMatters,
            CentreTime time) {
        this.store = store;
        this.writer = writer;
        this.recent = recent;
        this.views = views;
        this.codes = codes;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.divisions = divisions;
        this.staff = staff;
        this.parties = parties;
        this.ownMatters = ownMatters;
        this.time = time;
    }

    /**
     * Takes an application in.
     *
     * @param answer makes the answer that is kept for a repeated request; called before the receipt is durable
     * @throws InvalidInput an unknown item, window, station or agent
     * @throws NotAllowed the actor serves neither this window nor this station
     * @throws Refused with every rule that forbids it
     */
    public CaseView receive(Actor actor, Receive receive, Function<CaseView, @Nullable Answer> answer) {
        ItemVersion item = itemOf(receive);
        String window = windowOf(receive, item);
        Post post = post(actor, receive, window);
        check(actor, receive, item, window);
        int people = 2 + receive.coApplicants().size();
        for (int tries = 1; ; tries++) {
            try {
                Taken taken = take(actor, post, receive, item, window, answer);
                recent.note(taken.found());
                return taken.view();
            } catch (DuplicateKeyException twin) {
                // one of them was kept for the first time elsewhere at the same moment, and is known from now on
                if (tries > people) {
                    throw twin;
                }
            }
        }
    }

    private record Taken(Found found, CaseView view) {}

    private Taken take(
            Actor actor,
            Post post,
            Receive receive,
            ItemVersion item,
            String window,
            Function<CaseView, @Nullable Answer> answer) {
        Instant now = time.now();
        WorkingCalendar edition = calendar.current();
        Kept kept = kept(receive);
        PreparedParty applicant = kept.applicant();
        List<String> duplicates = applicant.earlier().stream()
                .flatMap(earlier -> store.pending(earlier, item.code(), MOST_EARLIER).stream())
                .limit(MOST_EARLIER)
                .toList();
        CaseEvent.Received received = new CaseEvent.Received(
                new CaseNumber(countyCode(), time.dayOf(now), store.nextSerial()).toString(),
                item.code(),
                item.version(),
                item.departmentCode(),
                receive.channel(),
                window,
                receive.station(),
                kind(receive.applicant()),
                applicant.id(),
                kept.coApplicants(),
                kept.representative(),
                receive.serviceAgent(),
                answers(receive, item),
                conditions(receive, item),
                receive.materials(),
                receive.override(),
                QueryCodes.salt(),
                time.dayOf(now),
                null);
        Next next = writer.begin(received, new Act(actor, post, now), item, edition);
        Context context = new Context(actor, item, edition, time, now, true, false, null, false, 0);
        CaseView view = views.of(next.file(), context, kept.parties(), codes.code(next.file()), duplicates);
        if (!writer.write(next, view.clocks(), item, edition, answer.apply(view), kept.all())) {
            throw Bug.found("a case number given twice: " + received.number());
        }
        return new Taken(new Found(next.file(), applicant.party()), view);
    }

    /** Who applies, in the order applicant, co-applicants, representative. */
    private record Kept(List<PreparedParty> all, @Nullable Long representative) {

        PreparedParty applicant() {
            return all.getFirst();
        }

        List<SealedParty> parties() {
            return all.stream().map(PreparedParty::party).toList();
        }

        List<Long> coApplicants() {
            return all.subList(1, representative == null ? all.size() : all.size() - 1).stream()
                    .map(PreparedParty::id)
                    .toList();
        }
    }

    private Kept kept(Receive receive) {
        List<PartyDetails> details = new ArrayList<>(List.of(receive.applicant()));
        details.addAll(receive.coApplicants());
        PartyDetails representative = receive.representative();
        if (representative == null) {
            return new Kept(parties.prepare(details), null);
        }
        details.add(representative);
        List<PreparedParty> prepared = parties.prepare(details);
        return new Kept(prepared, prepared.getLast().id());
    }

    /**
     * What a receipt would promise, without taking anything in: shown before the clerk confirms.
     *
     * @param missing papers that would lack
     * @param clocks the acceptance clock as of now, and the promise and statutory limit if accepted today
     * @param refusals why it couldn't be taken in
     */
    public record Preview(ItemVersion item, List<String> missing, List<ClockReading> clocks, List<Refusal> refusals) {}

    /** The promise, before anything is written. Party data may still be empty. */
    public Preview preview(Actor actor, Receive receive) {
        ItemVersion item = itemOf(receive);
        String window = windowOf(receive, item);
        Post post = post(actor, receive, window);
        Instant now = time.now();
        CaseFile file = Evolution.begin(0, previewed(actor, post, receive, item, window, now), item, 0);
        Recorded acceptance = new Recorded(
                2,
                actor.userName(),
                null,
                window,
                now,
                time.dayOf(now),
                new CaseEvent.Accepted(time.dayOf(now), time.dayOf(now), false, List.of(), null));
        CaseFile accepted = Evolution.evolve(file, acceptance, item);
        WorkingCalendar edition = calendar.current();
        List<ClockReading> readings = new java.util.ArrayList<>(CaseClocks.read(file, item, edition, time, now));
        CaseClocks.read(accepted, item, edition, time, now).stream()
                .filter(reading -> readings.stream().noneMatch(known -> known.kind() == reading.kind()))
                .forEach(readings::add);
        return new Preview(
                item,
                Papers.missing(
                        item,
                        new Papers.Circumstances(
                                receive.representative() != null,
                                file.conditions(),
                                file.inHand(),
                                receive.situations())),
                readings,
                refusals(actor, receive, item, window));
    }

    private Recorded previewed(Actor actor, Post post, Receive receive, ItemVersion item, String window, Instant now) {
        return new Recorded(
                1,
                actor.userName(),
                post.role().name(),
                window,
                now,
                time.dayOf(now),
                new CaseEvent.Received(
                        "",
                        item.code(),
                        item.version(),
                        item.departmentCode(),
                        receive.channel(),
                        window,
                        receive.station(),
                        kind(receive.applicant()),
                        0,
                        List.of(),
                        receive.representative() == null ? null : 0L,
                        receive.serviceAgent(),
                        answers(receive, item),
                        conditions(receive, item),
                        receive.materials(),
                        receive.override(),
                        "",
                        time.dayOf(now),
                        null));
    }

    private void check(Actor actor, Receive receive, ItemVersion item, String window) {
        List<Refusal> refusals = refusals(actor, receive, item, window);
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
    }

    private List<Refusal> refusals(Actor actor, Receive receive, ItemVersion item, String window) {
        List<Refusal> refusals = new java.util.ArrayList<>(ReceiptRules.check(application(receive, item, window)));
        if (ownMatters.concern(actor, receive)) {
            refusals.add(Refusal.of("C14", "own-matter"));
        }
        return refusals;
    }

    private ReceiptRules.Application application(Receive receive, ItemVersion item, String window) {
        String station = receive.station();
        boolean village = station != null && station.length() == 12;
        boolean stationTakes = switch (item.level()) {
            case COUNTY -> false;
            case TOWNSHIP -> !village;
            case VILLAGE -> true;
        };
        return new ReceiptRules.Application(
                item,
                kind(receive.applicant()),
                receive.representative() != null,
                receive.situations(),
                receive.materials(),
                catalogue.windowLists(window, item.code()),
                station != null,
                stationTakes && !item.presenceRequired());
    }

    private static ApplicantKind kind(PartyDetails applicant) {
        return applicant.kind() == PartyDetails.Kind.ORGANISATION ? ApplicantKind.ORGANISATION : ApplicantKind.PERSON;
    }

    private ItemVersion itemOf(Receive receive) {
        Optional<ItemVersion> found = catalogue.inEffect(receive.itemCode());
        if (found.isEmpty() && catalogue.latest(receive.itemCode()).isPresent()) {
            throw new Refused(List.of(Refusal.of("K8", "receive.retired", receive.itemCode())));
        }
        return found.orElseThrow(() -> new InvalidInput("/itemCode", "item.unknown", receive.itemCode()));
    }

    private String windowOf(Receive receive, ItemVersion item) {
        String window = receive.window();
        String agent = receive.serviceAgent();
        if (agent != null && staff.find(agent).isEmpty()) {
            throw new InvalidInput("/serviceAgent", "staff.unknown", agent);
        }
        if (receive.station() != null && divisions.find(receive.station()).isEmpty()) {
            throw new InvalidInput("/station", "station.unknown", receive.station());
        }
        if (window == null) {
            if (receive.station() == null) {
                throw new InvalidInput("/window", "required");
            }
            return catalogue.windowsOf(item.code()).getFirst();
        }
        if (divisions.findWindow(window).isEmpty()) {
            throw new InvalidInput("/window", "window.unknown", window);
        }
        return window;
    }

    private static Post post(Actor actor, Receive receive, String window) {
        String station = receive.station();
        Optional<Post> agent = actor.posts().stream()
                .filter(post -> post.role() == Role.AGENT && station != null)
                .filter(post -> post.division() != null
                        && Objects.requireNonNull(station).startsWith(post.division()))
                .findFirst();
        return agent.or(() -> actor.postAt(Role.CLERK, window)).orElseThrow(() -> new NotAllowed("receive"));
    }

    private static Map<String, String> answers(Receive receive, ItemVersion item) {
        return receive.situations().entrySet().stream()
                .filter(entry -> item.situations().stream()
                        .anyMatch(situation -> situation.code().equals(entry.getKey())))
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Conditions in words that apply: ticked, or shown by handing in the paper that depends on them (K6b). */
    private static List<String> conditions(Receive receive, ItemVersion item) {
        List<String> inHand = receive.materials().stream().map(HandedIn::name).toList();
        return item.materials().stream()
                .filter(material -> !material.condition().isEmpty())
                .filter(material -> TICKED.equals(receive.situations().get(material.condition()))
                        || inHand.contains(material.name()))
                .map(ItemVersion.Material::condition)
                .distinct()
                .toList();
    }

    private String countyCode() {
        return divisions
                .county()
                .orElseThrow(() -> Bug.found("a receipt before the centre is set up"))
                .code();
    }
}
