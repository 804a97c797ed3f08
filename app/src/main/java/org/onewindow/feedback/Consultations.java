package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onewindow.access.StaffDirectory;
import org.onewindow.cases.ApplicationCheck;
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
import org.onewindow.feedback.Consultation.Given;
import org.onewindow.feedback.Consultation.Told;
import org.onewindow.feedback.store.ConsultationStore;
import org.onewindow.http.Texts;
import org.onewindow.journal.Answer;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.Centre;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.Cursor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Page;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Refusal;
import org.onewindow.kernel.Refused;
import org.onewindow.parties.Parties;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for consultations: recorded and counted, each with its one-time sheet (C1, C1a). What isn't answered at once, see {@link Inquiries}. */
@Service
public class Consultations {

    private static final Locale PAPER = Locale.SIMPLIFIED_CHINESE;

    private final ConsultationStore store;
    private final Inquiries inquiries;
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
            Inquiries inquiries,
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
        this.inquiries = inquiries;
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
     * What is put on record: answered at once, or passed on to departments, or escalated to the leader.
     *
     * @param window where it was asked; null at a station
     * @param station division code of the station; null at a window
     * @param asker name of who asked; null where they didn't say
     * @param phone where they can be reached
     * @param answer null where it is passed on
     * @param competentBody the right body with place and phone, where the matter isn't ours
     * @param departments codes of those it is passed to
     * @param escalation why it is weighty; null where it isn't
     */
    public record Asked(
            @Nullable String window,
            @Nullable String station,
            @Nullable String asker,
            @Nullable String phone,
            @Nullable String itemCode,
            String question,
            @Nullable String answer,
            @Nullable String competentBody,
            List<String> departments,
            @Nullable String escalation) {}

    /**
     * Records a consultation.
     *
     * @throws NotAllowed nobody but a clerk of the window, or an agent of the station
     * @throws InvalidInput with everything that is wrong: asked at no place or at two, neither answered nor passed on or both, passed to a
     *     body that isn't there, about an item that isn't ours
     */
    public Consultation record(Actor actor, Asked asked, Function<Consultation, @Nullable Answer> answer) {
        Instant now = time.now();
        Optional<ItemVersion> item = Optional.ofNullable(asked.itemCode()).flatMap(catalogue::inEffect);
        List<Consultation.Inquiry> passedTo =
                inquiries.of(asked.departments(), asked.escalation(), actor.userName(), now);
        check(asked, item.isPresent(), passedTo);
        Post post =
                Keeping.post(actor, asked.window(), asked.station()).orElseThrow(() -> new NotAllowed("consultation"));
        String said = asked.answer();
        int days = said == null ? inquiries.answerDays() : 0;
        return Objects.requireNonNull(transaction.execute(_ -> {
            Consultation consultation = new Consultation(
                    journal.nextStream(),
                    1,
                    now,
                    asked.window(),
                    asked.station(),
                    actor.userName(),
                    asker(asked),
                    asked.itemCode(),
                    item.map(ItemVersion::version).orElse(null),
                    asked.question(),
                    said == null ? null : new Given(said, Told.WINDOW, actor.userName(), now),
                    asked.competentBody(),
                    days,
                    passedTo);
            Instant dueAt = said == null ? inquiries.dueAt(consultation) : null;
            FeedbackEvent happened = dueAt == null
                    ? new FeedbackEvent.Consulted(asked.itemCode(), asked.competentBody() != null, asked.station())
                    : new FeedbackEvent.Inquired(
                            asked.itemCode(),
                            asked.station(),
                            asked.departments(),
                            asked.escalation() != null,
                            days,
                            dueAt);
            if (!journal.commit(
                    Centre.OURS,
                    store.insertion(consultation, dueAt),
                    List.of(Keeping.event(consultation, happened, actor, post, now)),
                    answer.apply(consultation))) {
                throw Bug.found("a consultation's number given twice");
            }
            return consultation;
        }));
    }

    private void check(Asked asked, boolean known, List<Consultation.Inquiry> passedTo) {
        ApplicationCheck check = new ApplicationCheck();
        if ((asked.window() == null) == (asked.station() == null)) {
            check.wrong("/window", asked.window() == null ? "required" : "consultation.place");
        }
        check.text("/question", asked.question(), ApplicationCheck.LONGEST_TEXT);
        checkLength(check, "/asker", asked.asker(), ApplicationCheck.LONGEST_NAME);
        checkLength(check, "/answer", asked.answer(), ApplicationCheck.LONGEST_TEXT);
        checkLength(check, "/competentBody", asked.competentBody(), ApplicationCheck.LONGEST_TEXT);
        checkLength(check, "/escalation", asked.escalation(), ApplicationCheck.LONGEST_TEXT);
        String phone = asked.phone();
        if (phone != null && !Phones.isPhone(phone)) {
            check.wrong("/phone", "phone");
        }
        String code = asked.itemCode();
        if (code != null && !known) {
            check.wrong("/itemCode", "item.unknown", code);
        }
        inquiries.check(check, asked.departments());
        if ((asked.answer() == null) == passedTo.isEmpty()) {
            check.wrong("/answer", asked.answer() == null ? "required" : "consultation.either");
        }
        check.done();
    }

    private static void checkLength(ApplicationCheck check, String pointer, @Nullable String text, int longest) {
        if (text != null) {
            check.text(pointer, text, longest);
        }
    }

    private @Nullable Long asker(Asked asked) {
        String phone = asked.phone();
        return asked.asker() == null && phone == null
                ? null
                : parties.keep(new PartyDetails(
                        PartyDetails.Kind.RECIPIENT, Objects.requireNonNullElse(asked.asker(), ""), "", phone));
    }

    /**
     * Consultations at a window or a station, newest first.
     *
     * @throws NotAllowed nobody but its clerks or agents, supervisors and managers (N4)
     */
    public Page<Consultation> list(
            Actor actor, @Nullable String window, @Nullable String station, @Nullable String after, int limit) {
        if (Keeping.post(actor, window, station).isEmpty() && !Keeping.oversees(actor)) {
            throw new NotAllowed("consultations");
        }
        long before = after == null ? Long.MAX_VALUE : number(after);
        List<Consultation> found = window != null
                ? store.at(window, before, limit + 1)
                : station != null ? store.atStation(station, before, limit + 1) : List.of();
        return Page.of(found, limit, consultation -> Cursor.of(Long.toString(consultation.id())));
    }

    private static long number(String after) {
        try {
            return Long.parseLong(Cursor.read(after, 1).getFirst());
        } catch (NumberFormatException notOurs) {
            throw new InvalidInput("after", "cursor");
        }
    }

    /**
     * The one-time sheet (C1a).
     *
     * @throws Refused while the asker isn't answered
     */
    public Pdf sheet(Actor actor, long id) {
        Consultation consultation = store.find(id).orElseThrow(() -> new NotFound("consultation"));
        if (!Keeping.keeps(actor, consultation) && !Keeping.oversees(actor)) {
            throw new NotAllowed("consultation");
        }
        Given answer = consultation.answer();
        if (answer == null) {
            throw new Refused(List.of(Refusal.of("C1a", "consultation.open")));
        }
        String number = papers.number(
                DocumentKind.CONSULTATION_SHEET,
                time.dayOf(consultation.askedAt()).getYear(),
                consultation.id());
        DocumentKey key = DocumentKey.of(Centre.OURS, "consultation/" + id, DocumentKind.CONSULTATION_SHEET, 1, number);
        return documents.print(key, () -> model(consultation, answer, number), Paper.A4);
    }

    private ConsultationSheet model(Consultation consultation, Given answer, String number) {
        Long asker = consultation.asker();
        String code = consultation.itemCode();
        Integer version = consultation.itemVersion();
        Optional<ItemVersion> item =
                code == null || version == null ? Optional.empty() : Optional.of(catalogue.version(code, version));
        Optional<Department> department = item.flatMap(found -> divisions.findDepartment(found.departmentCode()));
        return new ConsultationSheet(
                papers.head(
                        number,
                        time.dayOf(answer.at()),
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
                consultation.inquiries().stream()
                        .flatMap(one -> Optional.ofNullable(one.reply())
                                .map(reply -> new ConsultationSheet.Reply(body(one.department()), reply.text()))
                                .stream())
                        .toList(),
                answer.text(),
                consultation.competentBody(),
                staff.displayName(answer.by()));
    }

    private String body(@Nullable String department) {
        return department == null
                ? texts.text(PAPER, "consultation.leader")
                : divisions.findDepartment(department).map(Department::name).orElse(department);
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
