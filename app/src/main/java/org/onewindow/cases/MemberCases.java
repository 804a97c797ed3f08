package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.CaseWriter.Next;
import org.onewindow.cases.model.CaseClocks;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseFile.Acceptance;
import org.onewindow.cases.model.CaseFile.Decision;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Fees;
import org.onewindow.cases.model.Papers;
import org.onewindow.cases.model.ReceiptRules;
import org.onewindow.cases.model.Verdict;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.FeeKind;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.ClockReading;
import org.onewindow.timelimit.TimeLimits;
import org.springframework.stereotype.Service;

/**
 * The door for the module that makes one matter of several cases (J1, J2). Everything here happens in the caller's transaction,
 * together with what the caller writes itself; whose post it is to do so, the caller has checked.
 */
@Service
public class MemberCases {

    private final CaseStore store;
    private final CaseWriter writer;
    private final QueryCodes codes;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final Divisions divisions;
    private final OwnMatters ownMatters;
    private final CentreTime time;

    MemberCases(
            CaseStore store,
            CaseWriter writer,
            QueryCodes codes,
            Catalogue catalogue,
            CentreCalendar calendar,
            Divisions divisions,
            OwnMatters ownMatters,
            CentreTime time) {
        this.store = store;
        this.writer = writer;
        this.codes = codes;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.divisions = divisions;
        this.ownMatters = ownMatters;
        this.time = time;
    }

    /**
     * Who applies: the same for all members, kept with the parties once.
     *
     * @param override why a wrong check character of an id number was let pass; null when all are right
     */
    public record Applicants(
            ApplicantKind kind,
            long applicant,
            List<Long> coApplicants,
            @Nullable Long representative,
            @Nullable String serviceAgent,
            @Nullable String override) {}

    /**
     * A member to be taken in.
     *
     * @param window the window of its own department that will complete it
     * @param conditions conditions in words that apply (K6b)
     */
    public record NewMember(
            ItemVersion item,
            String window,
            Map<String, String> situations,
            List<String> conditions,
            List<HandedIn> materials) {}

    /** Who did something, in which post, and when it counts from. */
    public record Done(Actor actor, @Nullable Post post, Instant at) {

        /** By itself, where law or graph brings it. */
        public static Done bySystem(Instant at) {
            return new Done(Actor.SYSTEM, null, at);
        }

        private Act act() {
            return new Act(actor, post, at);
        }
    }

    /** A number like a case's, for the application as a whole (C11). */
    public String nextNumber() {
        String county = divisions
                .county()
                .orElseThrow(() -> Bug.found("an application before the centre is set up"))
                .code();
        return new CaseNumber(county, time.today(), store.nextSerial()).toString();
    }

    /** The random part of a query code for the application as a whole. */
    public String newSalt() {
        return QueryCodes.salt();
    }

    /** The query code that belongs to a number and its salt (C11). */
    public String queryCode(String number, String salt) {
        return codes.code(number, salt);
    }

    /** Whether a code is the right one; tells nothing by its time. */
    public boolean matches(String number, String salt, String given) {
        return codes.matches(number, salt, given);
    }

    /** Whether a material applies (K6a, K6b). */
    public static boolean applies(
            ItemVersion.Material material,
            boolean represented,
            Collection<String> conditions,
            Collection<String> inHand,
            Map<String, String> situations) {
        return Papers.applies(material, new Papers.Circumstances(represented, conditions, inHand, situations));
    }

    /** Every reason why a member couldn't be taken in. */
    public List<Refusal> check(NewMember member, ApplicantKind applicant, boolean represented) {
        return ReceiptRules.check(new ReceiptRules.Application(
                member.item(),
                applicant,
                represented,
                member.situations(),
                member.materials(),
                catalogue.windowLists(member.window(), member.item().code()),
                false,
                true));
    }

    /** Whether somebody of the staff is known to be one of the parties (C14). */
    public boolean isOwnMatter(Actor actor, Collection<Long> parties) {
        return ownMatters.isOneOf(actor.userName(), parties);
    }

    /** Takes a member in: it waits until {@link #goOn} accepts it. */
    public MemberCase take(String joint, Channel channel, Applicants applicants, NewMember member, Done done) {
        WorkingCalendar edition = calendar.current();
        LocalDate on = time.dayOf(done.at());
        String county = divisions
                .county()
                .orElseThrow(() -> Bug.found("an application before the centre is set up"))
                .code();
        CaseEvent.Received received = new CaseEvent.Received(
                new CaseNumber(county, on, store.nextSerial()).toString(),
                member.item().code(),
                member.item().version(),
                member.item().departmentCode(),
                channel,
                member.window(),
                null,
                applicants.kind(),
                applicants.applicant(),
                applicants.coApplicants(),
                applicants.representative(),
                applicants.serviceAgent(),
                member.situations(),
                member.conditions(),
                member.materials(),
                applicants.override(),
                QueryCodes.salt(),
                on,
                joint);
        Next next = writer.begin(received, done.act(), member.item(), edition);
        if (!writer.write(next, member.item(), edition, null)) {
            throw Bug.found("a case number given twice: " + received.number());
        }
        return member(next.file(), done.at());
    }

    /** Members by their ids, in no particular order. */
    public List<MemberCase> read(Collection<Long> ids) {
        Instant now = time.now();
        return store.withIds(Centre.OURS, ids).stream()
                .map(file -> member(file, now))
                .toList();
    }

    /**
     * Adds papers to a member that waits, or accepts it, or both (J2): it is accepted from a day on, which doesn't count (T2).
     *
     * @param papers handed in since, or handed on by what ended before it
     * @param startDay null: it goes on waiting
     * @throws ChangedMeanwhile somebody was faster; the whole transaction must be given up
     */
    public void goOn(
            long id,
            List<HandedIn> papers,
            @Nullable LocalDate startDay,
            List<Command.Promise> documentsToFollow,
            Done done) {
        CaseFile file = get(id);
        if (file.state() != CaseState.WAITING) {
            throw new ChangedMeanwhile(false, List.of());
        }
        ItemVersion item = item(file);
        List<CaseEvent> events = new java.util.ArrayList<>();
        if (!papers.isEmpty()) {
            events.add(new CaseEvent.Supplemented(papers, false, time.dayOf(done.at())));
        }
        if (startDay != null) {
            events.add(new CaseEvent.Accepted(startDay, startDay, false, documentsToFollow, null));
        }
        if (!events.isEmpty()) {
            apply(file, events, done, item);
        }
    }

    /**
     * Ends a member that isn't decided yet: its basis has fallen away (J5, C10). Nothing happens to one that is.
     *
     * @return whether it was ended
     * @throws ChangedMeanwhile somebody was faster; the whole transaction must be given up
     */
    public boolean end(long id, String reason, String basis, Done done) {
        CaseFile file = get(id);
        if (file.decision() != null || file.state().isEnd()) {
            return false;
        }
        apply(file, List.of(new CaseEvent.Terminated(reason, false, basis)), done, item(file));
        return true;
    }

    /**
     * Gives an ordinary command to a member for the application as a whole: one withdrawal, one bill, one pick-up.
     *
     * @param recipient party number of who collects; 0 for other commands
     * @throws Refused with every rule that forbids it
     * @throws ChangedMeanwhile somebody was faster; the whole transaction must be given up
     */
    public void handle(long id, Command command, long recipient, Done done) {
        CaseFile file = get(id);
        ItemVersion item = item(file);
        Verdict verdict = CaseRules.decide(
                file,
                command,
                new Context(
                        done.actor(),
                        item,
                        calendar.current(),
                        time,
                        done.at(),
                        true,
                        isOwnMatter(done.actor(), CaseViews.partiesOf(file)),
                        null,
                        false,
                        recipient));
        if (verdict.isRefused()) {
            throw new Refused(verdict.refusals());
        }
        apply(file, verdict.events(), done, item);
    }

    private void apply(CaseFile file, List<CaseEvent> events, Done done, ItemVersion item) {
        if (!writer.apply(file, events, done.act(), item, calendar.current())) {
            throw new ChangedMeanwhile(false, List.of());
        }
    }

    private MemberCase member(CaseFile file, Instant now) {
        ItemVersion item = item(file);
        Acceptance acceptance = file.acceptance();
        Optional<ClockReading> committed = CaseClocks.of(file, item).stream()
                .filter(facts -> facts.kind() == ClockKind.COMMITTED)
                .findFirst()
                .map(facts -> TimeLimits.read(facts, calendar.current(), time, now));
        Decision decision = file.decision();
        boolean owes = decision != null
                && decision.granted()
                && item.fee().kind() != FeeKind.NONE
                && file.state() == CaseState.DECIDED
                && !Fees.settled(item.fee(), file.payments());
        return new MemberCase(
                file.id(),
                file.number(),
                file.state(),
                item,
                file.department(),
                file.window(),
                acceptance == null ? null : acceptance.startDay(),
                acceptance == null ? null : acceptance.at(),
                committed.orElse(null),
                decision == null ? null : decision.granted(),
                file.completedAt() == null ? file.endedAt() : file.completedAt(),
                file.deliveredAt(),
                file.inHand(),
                owes,
                file.payments().stream().mapToLong(CaseFile.Payment::amountFen).sum(),
                CaseViews.steps(file, item));
    }

    private CaseFile get(long id) {
        return store.find(Centre.OURS, id).orElseThrow(() -> Bug.found("no case of a member: " + id));
    }

    private ItemVersion item(CaseFile file) {
        return catalogue.version(file.itemCode(), file.itemVersion());
    }
}
