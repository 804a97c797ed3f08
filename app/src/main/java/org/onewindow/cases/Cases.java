package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.Authority;
import org.onewindow.access.StaffDirectory;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.cases.CaseWriter.Act;
import org.onewindow.cases.CaseWriter.Next;
import org.onewindow.cases.model.CaseDocuments;
import org.onewindow.cases.model.CaseDocuments.CaseDocument;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.cases.model.CaseRules;
import org.onewindow.cases.model.Context;
import org.onewindow.cases.model.Corrections;
import org.onewindow.cases.model.Posts;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.model.Verdict;
import org.onewindow.cases.store.CaseJson;
import org.onewindow.cases.store.CaseStore;
import org.onewindow.cases.store.CaseStore.Found;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.ChangedMeanwhile;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.kernel.Role;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.PreparedParty;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to a case that exists: one command at a time, each decided by pure rules and written with its events at once. */
@Service
public class Cases {

    private final CaseStore store;
    private final CaseWriter writer;
    private final RecentCases recent;
    private final CaseViews views;
    private final Catalogue catalogue;
    private final CentreCalendar calendar;
    private final Authority authority;
    private final StaffDirectory staff;
    private final Parties parties;
    private final OwnMatters ownMatters;
    private final EarlierCommitments commitments;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    Cases(
            CaseStore store,
            CaseWriter writer,
            RecentCases recent,
            CaseViews views,
            Catalogue catalogue,
            CentreCalendar calendar,
            Authority authority,
            StaffDirectory staff,
            Parties parties,
            OwnMatters ownMatters,
            EarlierCommitments commitments,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.writer = writer;
        this.recent = recent;
        this.views = views;
        this.catalogue = catalogue;
        this.calendar = calendar;
        this.authority = authority;
        this.staff = staff;
        this.parties = parties;
        this.ownMatters = ownMatters;
        this.commitments = commitments;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Gives a command to a case.
     *
     * @param number the case number
     * @param expectedVersion the version the caller had seen; null: whatever it is now
     * @param answer makes the answer that is kept for a repeated request; called before the command is durable
     * @throws NotFound no such case
     * @throws NotAllowed none of the actor's posts gives this command
     * @throws ChangedMeanwhile the case isn't in the expected version, or others were faster twice
     * @throws Refused with every rule that forbids it
     */
    public CaseView handle(
            Actor actor,
            String number,
            Command command,
            @Nullable Long expectedVersion,
            Function<CaseView, @Nullable Answer> answer) {
        Function<Found, Optional<CaseView>> attempt = found -> attempt(actor, found, command, expectedVersion, answer);
        return recent.find(number)
                .flatMap(found -> onRecent(found, attempt))
                .orElseGet(() -> onRead(number, expectedVersion != null, attempt));
    }

    /** What is in memory may be behind, so nothing is refused because of it: the case is read then. */
    private static Optional<CaseView> onRecent(Found found, Function<Found, Optional<CaseView>> attempt) {
        try {
            return attempt.apply(found);
        } catch (Refused | NotAllowed | InvalidInput | ChangedMeanwhile perhapsNotAsItIsNow) {
            return Optional.empty();
        }
    }

    private CaseView onRead(String number, boolean precondition, Function<Found, Optional<CaseView>> attempt) {
        Found seen = get(number);
        Found found = seen;
        for (int tries = 0; tries < 2; tries++) {
            Optional<CaseView> done = attempt.apply(found);
            if (done.isPresent()) {
                return done.get();
            }
            // Somebody else was faster: decided once more on what the case is now (C13).
            found = get(number);
        }
        throw changed(precondition, seen.file().version(), found.file());
    }

    private Optional<CaseView> attempt(
            Actor actor,
            Found found,
            Command command,
            @Nullable Long expectedVersion,
            Function<CaseView, @Nullable Answer> answer) {
        CaseFile file = found.file();
        ItemVersion item = catalogue.version(file.itemCode(), file.itemVersion());
        Post post = Posts.giving(command.kind(), actor, file, item)
                .orElseThrow(() -> new NotAllowed(command.kind().word()));
        if (expectedVersion != null && expectedVersion != file.version()) {
            throw changed(true, expectedVersion, file);
        }
        Supplier<Optional<Written>> write = () -> write(actor, post, found, command, item, answer);
        Optional<Written> written = command instanceof Command.Correct ? inTransaction(write) : write.get();
        if (written.isPresent() && !(command instanceof Command.Correct)) {
            recent.note(new Found(written.get().file(), found.applicant()));
        } else {
            recent.forget(file.number());
        }
        return written.map(Written::view);
    }

    /** With a correction the applicant's phone changes too. Where somebody else was faster, nothing of it stays. */
    private Optional<Written> inTransaction(Supplier<Optional<Written>> write) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Optional<Written> written = write.get();
            if (written.isEmpty()) {
                status.setRollbackOnly();
            }
            return written;
        }));
    }

    private record Written(CaseFile file, CaseView view) {}

    private Optional<Written> write(
            Actor actor,
            Post post,
            Found found,
            Command command,
            ItemVersion item,
            Function<CaseView, @Nullable Answer> answer) {
        CaseFile file = found.file();
        List<PreparedParty> recipient = recipient(command);
        Context context = context(actor, post, found, command, item, recipient);
        Verdict verdict = CaseRules.decide(file, command, context);
        List<Refusal> refusals = new ArrayList<>(verdict.refusals());
        refusals.addAll(aboutHistory(file, command, item));
        if (!refusals.isEmpty()) {
            throw new Refused(refusals);
        }
        String phone = command instanceof Command.Correct correct
                ? correct.replacement().phone()
                : null;
        if (phone != null) {
            parties.changePhone(file.applicant(), phone);
        }
        WorkingCalendar edition = context.calendar();
        Next next = writer.next(file, verdict.events(), new Act(actor, post, context.now()), item);
        CaseView view =
                phone == null ? views.of(next.file(), context, found.applicant()) : views.of(next.file(), context);
        return writer.write(next, view.clocks(), item, edition, answer.apply(view), recipient)
                ? Optional.of(new Written(next.file(), view))
                : Optional.empty();
    }

    private Context context(
            Actor actor, Post post, Found found, Command command, ItemVersion item, List<PreparedParty> recipient) {
        CaseFile file = found.file();
        Instant now = time.now();
        LocalDate today = time.dayOf(now);
        boolean authorised = switch (command) {
            case Command.Accept _ -> authority.mayAccept(actor, item.code(), file.window(), today);
            case Command.Decide _, Command.Revoke _ ->
                authority.mayDecide(actor, item.code(), file.department(), today);
            default -> true;
        };
        Context.Successor successor =
                command instanceof Command.HandOver handOver ? successor(handOver, found, item) : null;
        if (command instanceof Command.AnnounceHearing hearing
                && staff.actor(hearing.presider()).isEmpty()) {
            throw new InvalidInput("/presider", "staff.unknown", hearing.presider());
        }
        boolean ownMatter = ownMatters.concern(actor, post, found);
        boolean broke = command instanceof Command.Accept accept
                && accept.commitment() != null
                && commitments.anyBrokeOne(file);
        long to = recipient.isEmpty() ? 0 : recipient.getFirst().id();
        return new Context(actor, item, calendar.current(), time, now, authorised, ownMatter, successor, broke, to);
    }

    private Context.Successor successor(Command.HandOver handOver, Found found, ItemVersion item) {
        CaseFile file = found.file();
        Actor to =
                staff.actor(handOver.to()).orElseThrow(() -> new InvalidInput("/to", "staff.unknown", handOver.to()));
        String window = to.postAt(Role.CLERK, file.window()).isPresent()
                ? file.window()
                : to.posts().stream()
                        .filter(post -> post.role() == Role.CLERK && post.window() != null)
                        .map(Post::window)
                        .filter(number -> catalogue.windowLists(Objects.requireNonNull(number), item.code()))
                        .findFirst()
                        .orElse(null);
        return new Context.Successor(to.userName(), window, ownMatters.isPartyTo(to.userName(), found));
    }

    /** Whoever receives or refuses something from us; empty where nobody does or no name was given. */
    private List<PreparedParty> recipient(Command command) {
        return switch (command) {
            case Command.Deliver deliver -> recipient(deliver.recipient(), deliver.documentNumber());
            case Command.Serve serve -> recipient(serve.refusal() == null ? serve.signer() : serve.witness(), null);
            default -> List.of();
        };
    }

    private List<PreparedParty> recipient(@Nullable String name, @Nullable String shown) {
        if (name == null || name.isBlank()) {
            return List.of();
        }
        return parties.prepare(List.of(
                new PartyDetails(PartyDetails.Kind.RECIPIENT, name.strip(), shown == null ? "" : shown.strip(), null)));
    }

    /** What can only be told from the history: whether an entry may be corrected, and whether a document exists. */
    private List<Refusal> aboutHistory(CaseFile file, Command command, ItemVersion item) {
        if (command instanceof Command.Correct correct) {
            boolean fits = writer.history(file.id()).stream()
                    .filter(recorded -> recorded.version() == correct.event())
                    .map(Recorded::event)
                    .anyMatch(event -> Corrections.fits(event, correct.replacement()));
            return fits ? List.of() : List.of(Refusal.of("C12", "correct.not-correctable", correct.event()));
        }
        if (command instanceof Command.Serve serve) {
            return aboutService(file, serve, item);
        }
        return List.of();
    }

    private List<Refusal> aboutService(CaseFile file, Command.Serve serve, ItemVersion item) {
        Optional<CaseDocument> served = CaseDocuments.of(writer.history(file.id()), item).stream()
                .filter(document -> document.id().equals(serve.document()))
                .findFirst();
        if (served.isEmpty()) {
            return List.of(Refusal.of("C8a", "serve.no-document", serve.document()));
        }
        // People note the minute: a paper isn't served before the one in which it was made.
        Instant made = served.get().at().truncatedTo(ChronoUnit.MINUTES);
        boolean early = serve.at() != null && serve.at().isBefore(made);
        return early ? List.of(Refusal.of("C8a", "serve.before-document")) : List.of();
    }

    private ChangedMeanwhile changed(boolean precondition, long since, CaseFile file) {
        List<String> changes = writer.history(file.id()).stream()
                .filter(recorded -> recorded.version() > since)
                .map(Recorded::event)
                .map(CaseEvent.class::cast)
                .map(CaseJson::type)
                .toList();
        return new ChangedMeanwhile(precondition, changes);
    }

    private Found get(String number) {
        return CaseNumber.parse(number)
                .flatMap(parsed -> store.findWithApplicant(parsed.toString()))
                .orElseThrow(() -> new NotFound("case"));
    }
}
