package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.CentrePapers;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.divisions.Department;
import org.onewindow.divisions.Divisions;
import org.onewindow.documents.ConsultationSheet;
import org.onewindow.documents.DocumentKey;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.Documents;
import org.onewindow.documents.MaterialLine;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.feedback.store.ConsultationStore;
import org.onewindow.http.Texts;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for consultations: recorded and counted, each with its one-time sheet (C1, C1a). */
@Service
public class Consultations {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final ConsultationStore store;
    private final Journal journal;
    private final Catalogue catalogue;
    private final Divisions divisions;
    private final StaffDirectory staff;
    private final Parties parties;
    private final Documents documents;
    private final CentrePapers papers;
    private final Texts texts;
    private final CentreTime time;
    private final TransactionTemplate transaction;

    Consultations(
            ConsultationStore store,
            Journal journal,
            Catalogue catalogue,
            Divisions divisions,
            StaffDirectory staff,
            Parties parties,
            Documents documents,
            CentrePapers papers,
            Texts texts,
            CentreTime time,
            TransactionTemplate transaction) {
        this.store = store;
        this.journal = journal;
        this.catalogue = catalogue;
        this.divisions = divisions;
        this.staff = staff;
        this.parties = parties;
        this.documents = documents;
        this.papers = papers;
        this.texts = texts;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * What is put on record.
     *
     * @param window where it was asked
     * @param asker name of who asked; null where they didn't say
     * @param competentBody the right body with place and phone, where the matter isn't ours
     */
    public record Asked(
            String window,
            @Nullable String asker,
            @Nullable String itemCode,
            String question,
            String answer,
            @Nullable String competentBody) {}

    /**
     * Records a consultation that was answered.
     *
     * @throws NotAllowed nobody but a clerk of the window
     */
    public Consultation record(
            Actor actor, Asked asked, java.util.function.Function<Consultation, @Nullable Answer> answer) {
        Post post = actor.postAt(Role.CLERK, asked.window()).orElseThrow(() -> new NotAllowed("consultation"));
        Optional<ItemVersion> item = Optional.ofNullable(asked.itemCode())
                .map(code -> catalogue
                        .inEffect(code)
                        .orElseThrow(() -> new InvalidInput("/itemCode", "item.unknown", code)));
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            Instant now = time.now();
            String asker = asked.asker();
            Consultation consultation = new Consultation(
                    journal.nextStream(),
                    now,
                    asked.window(),
                    actor.userName(),
                    asker == null ? null : parties.keep(new PartyDetails(PartyDetails.Kind.RECIPIENT, asker, "", null)),
                    asked.itemCode(),
                    item.map(ItemVersion::version).orElse(null),
                    asked.question(),
                    asked.answer(),
                    asked.competentBody());
            FeedbackEvent consulted = new FeedbackEvent.Consulted(asked.itemCode(), asked.competentBody() != null);
            String type = FeedbackEvent.TYPES.nameOf(consulted);
            NewEvent event = new NewEvent(
                    consultation.id(),
                    1,
                    type,
                    actor.userName(),
                    post.role().name(),
                    asked.window(),
                    now,
                    FeedbackEvent.TYPES.write(type, consulted));
            if (!journal.commit(
                    Centre.OURS, store.insertion(consultation), List.of(event), answer.apply(consultation))) {
                throw Bug.found("a consultation's number given twice");
            }
            return consultation;
        }));
    }

    /** Consultations at a window, newest first. */
    public Page<Consultation> list(Actor actor, String window, @Nullable String after, int limit) {
        if (actor.postAt(Role.CLERK, window).isEmpty() && !actor.has(Role.SUPERVISOR) && !actor.has(Role.MANAGER)) {
            throw new NotAllowed("consultations");
        }
        long before = after == null ? Long.MAX_VALUE : number(after);
        return Page.of(
                store.at(window, before, limit + 1),
                limit,
                consultation -> org.onewindow.kernel.Cursor.of(Long.toString(consultation.id())));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(org.onewindow.kernel.Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    /** The one-time sheet (C1a). */
    public Pdf sheet(Actor actor, long id) {
        Consultation consultation = store.find(id).orElseThrow(() -> new NotFound("consultation"));
        String window = consultation.window();
        boolean theirs = actor.userName().equals(consultation.handler())
                || actor.postAt(Role.CLERK, window).isPresent()
                || actor.has(Role.SUPERVISOR)
                || actor.has(Role.MANAGER);
        if (!theirs) {
            throw new NotAllowed("consultation");
        }
        String number = papers.number(
                DocumentKind.CONSULTATION_SHEET,
                time.dayOf(consultation.askedAt()).getYear(),
                consultation.id());
        DocumentKey key = DocumentKey.of(Centre.OURS, "consultation/" + id, DocumentKind.CONSULTATION_SHEET, 1, number);
        return documents.print(key, () -> model(consultation, number), Paper.A4);
    }

    private ConsultationSheet model(Consultation consultation, String number) {
        Long asker = consultation.asker();
        String code = consultation.itemCode();
        Integer version = consultation.itemVersion();
        Optional<ItemVersion> item =
                code == null || version == null ? Optional.empty() : Optional.of(catalogue.version(code, version));
        Optional<Department> department = item.flatMap(found -> divisions.findDepartment(found.departmentCode()));
        return new ConsultationSheet(
                papers.head(
                        number,
                        time.dayOf(consultation.askedAt()),
                        department.orElse(null),
                        item.map(found -> "/items/" + found.code()).orElse("/")),
                consultation.askedAt(),
                asker == null ? "" : parties.details(asker).name(),
                consultation.question(),
                item.map(ItemVersion::name).orElse(""),
                item.map(ItemVersion::legalBasis).orElse(""),
                item.map(found -> texts.text(PAPER, "consultation.limits", found.committedDays()))
                        .orElse(""),
                item.map(found -> found.steps().stream()
                                .map(ItemVersion.Step::name)
                                .toList())
                        .orElse(List.of()),
                item.map(Consultations::materials).orElse(List.of()),
                item.map(found -> found.fee().basis()).orElse(""),
                consultation.answer(),
                consultation.competentBody(),
                staff.displayName(consultation.handler()));
    }

    private static List<MaterialLine> materials(ItemVersion item) {
        return item.materials().stream()
                .map(material -> new MaterialLine(
                        material.name(),
                        MaterialLine.Form.valueOf(material.form().name()),
                        material.copies(),
                        material.pages(),
                        material.condition()))
                .toList();
    }
}
