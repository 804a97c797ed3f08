package org.onewindow.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseNumber;
import org.onewindow.cases.CasePapers;
import org.onewindow.cases.CaseQuery;
import org.onewindow.cases.CaseReading;
import org.onewindow.cases.CaseState;
import org.onewindow.cases.CaseSummary;
import org.onewindow.cases.CaseView;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.documents.DocumentKind;
import org.onewindow.documents.Paper;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Page;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.Parties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looking at cases (api.md, Cases). */
@RestController
@RequestMapping("/api/v1/cases")
class CaseReadingController {

    private static final int ID_NUMBER_LENGTH = 18;

    private final CaseReading reading;
    private final CasePapers papers;
    private final Catalogue catalogue;
    private final Parties parties;
    private final Texts texts;
    private final JsonMapper json;

    CaseReadingController(
            CaseReading reading,
            CasePapers papers,
            Catalogue catalogue,
            Parties parties,
            Texts texts,
            JsonMapper json) {
        this.reading = reading;
        this.papers = papers;
        this.catalogue = catalogue;
        this.parties = parties;
        this.texts = texts;
        this.json = json;
    }

    record RowAnswer(
            String caseNumber,
            CaseState state,
            String itemCode,
            String itemName,
            CaseAnswer.PartyAnswer applicant,
            String department,
            @Nullable String window,
            String holder,
            @Nullable String currentStep,
            Instant receivedAt,
            @Nullable LocalDate dueOn,
            @Nullable Instant dueAt,
            int version) {

        static RowAnswer of(CaseSummary row) {
            var clock = row.clock();
            return new RowAnswer(
                    row.caseNumber(),
                    row.state(),
                    row.item().code(),
                    row.item().name(),
                    CaseAnswer.PartyAnswer.of(row.applicant()),
                    row.department(),
                    row.window(),
                    row.holder(),
                    row.currentStep(),
                    row.receivedAt(),
                    clock == null ? null : clock.dueOn(),
                    row.dueAt(),
                    row.version());
        }
    }

    @GetMapping
    Page<RowAnswer> list(
            Actor actor,
            Paging paging,
            @RequestParam(defaultValue = "") Set<CaseState> state,
            @RequestParam(required = false) @Nullable String window,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable Instant dueBefore,
            @RequestParam(required = false) @Nullable String q) {
        CaseQuery query = new CaseQuery(
                list(window),
                list(department),
                state,
                null,
                null,
                null,
                null,
                null,
                dueBefore,
                null,
                null,
                dueBefore != null,
                paging.after());
        String words = q == null ? "" : q.strip();
        Optional<CaseQuery> narrowed = words.isEmpty() ? Optional.of(query) : matching(query, words);
        return narrowed.map(some -> reading.list(actor, some, paging.limit()).map(RowAnswer::of))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /** Words are a case number, an id number, or what an item is called; empty when nothing can match. */
    private Optional<CaseQuery> matching(CaseQuery query, String words) {
        Optional<CaseNumber> number = CaseNumber.parse(words);
        if (number.isPresent()) {
            return Optional.of(query.numbered(number.get().toString()));
        }
        if (words.length() == ID_NUMBER_LENGTH) {
            List<Long> known = parties.withIdNumber(IdNumbers.folded(words));
            return known.isEmpty() ? Optional.empty() : Optional.of(query.ofApplicants(known));
        }
        return catalogue.search(words, 1).stream()
                .findFirst()
                .map(ItemVersion::code)
                .map(query::ofItem);
    }

    private static List<String> list(@Nullable String parameter) {
        return parameter == null || parameter.isBlank()
                ? List.of()
                : Arrays.stream(parameter.split(",")).map(String::strip).toList();
    }

    @GetMapping("/{number}")
    ResponseEntity<CaseAnswer> find(Actor actor, @PathVariable String number, Locale locale) {
        CaseView view = reading.find(actor, number);
        return ResponseEntity.ok()
                .eTag(Reply.version(view.version()).values().iterator().next())
                .body(CaseAnswer.of(view, texts, locale));
    }

    record EventAnswer(
            int version,
            String type,
            String actor,
            @Nullable String post,
            @Nullable String window,
            Instant happenedAt,
            JsonNode body) {}

    @GetMapping("/{number}/events")
    Page<EventAnswer> events(Actor actor, @PathVariable String number) {
        return new Page<>(
                reading.history(actor, number).stream().map(this::answer).toList(), null);
    }

    private EventAnswer answer(HistoryEntry entry) {
        return new EventAnswer(
                entry.version(),
                entry.type(),
                entry.actor(),
                entry.post(),
                entry.window(),
                entry.happenedAt(),
                json.readTree(entry.body()));
    }

    record PaperAnswer(String id, DocumentKind kind, String title, String number, Instant at, String href) {}

    @GetMapping("/{number}/documents")
    Page<PaperAnswer> documents(Actor actor, @PathVariable String number, Locale locale) {
        return new Page<>(
                papers.list(actor, number).stream()
                        .map(paper -> new PaperAnswer(
                                paper.id(),
                                paper.kind(),
                                texts.text(
                                        locale, "DocumentKind." + paper.kind().name()),
                                paper.number(),
                                paper.at(),
                                "/api/v1/cases/" + number + "/documents/" + paper.id() + ".pdf"))
                        .toList(),
                null);
    }

    /** A paper as PDF; {@code paper=ROLL_80MM} for a receipt printer, {@code print=true} counts it as a print (C8). */
    @GetMapping("/{number}/documents/{id}.pdf")
    ResponseEntity<byte[]> document(
            Actor actor,
            @PathVariable String number,
            @PathVariable String id,
            @RequestParam(required = false, defaultValue = "A4") Paper paper,
            @RequestParam(required = false, defaultValue = "false") boolean print) {
        Pdf pdf = print ? papers.print(actor, number, id, paper) : papers.look(actor, number, id, paper);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + pdf.fileName() + "\"")
                .body(pdf.bytes());
    }
}
