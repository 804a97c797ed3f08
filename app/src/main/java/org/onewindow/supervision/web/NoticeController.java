package org.onewindow.supervision.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.documents.Pdf;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.journal.Answer;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.Addressee;
import org.onewindow.supervision.NoticeAddressees;
import org.onewindow.supervision.NoticeCase;
import org.onewindow.supervision.NoticeFigure;
import org.onewindow.supervision.NoticeKind;
import org.onewindow.supervision.NoticePapers;
import org.onewindow.supervision.NoticeReceipt;
import org.onewindow.supervision.NoticeView;
import org.onewindow.supervision.Notices;
import org.onewindow.supervision.Standards;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Notices (S8). */
@RestController
@RequestMapping("/api/v1/supervision/notices")
class NoticeController {

    private static final int MOST_ADDRESSEES = 100;
    private static final MediaType SPREADSHEET =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Notices notices;
    private final NoticePapers papers;
    private final Standards standards;

    NoticeController(Notices notices, NoticePapers papers, Standards standards) {
        this.notices = notices;
        this.papers = papers;
        this.standards = standards;
    }

    /** How many wait in the caller's inbox. */
    record Unread(int unread) {}

    /** Whom notices are addressed to; {@code version} 0 is what ships. */
    record AddresseesAnswer(int version, Map<NoticeKind, List<Addressee>> addressees) {

        static AddresseesAnswer of(Standards.Standard<NoticeAddressees> standard) {
            return new AddresseesAnswer(standard.version(), standard.content().addressees());
        }
    }

    record AddresseesBody(@Nullable Map<NoticeKind, List<Addressee>> addressees) {}

    /** Notices, latest first, each with its total. */
    @GetMapping
    Page<NoticeAnswer> list(Actor actor, @RequestParam(required = false) @Nullable NoticeKind kind, Paging paging) {
        return notices.list(actor, kind, paging.after(), paging.limit())
                .map(view -> NoticeAnswer.brief(view, papers.number(view.notice())));
    }

    @GetMapping("/unread")
    Unread unread(Actor actor) {
        return new Unread(notices.unread(actor));
    }

    @GetMapping("/{id}")
    NoticeAnswer find(Actor actor, @PathVariable long id) {
        var view = notices.find(actor, id);
        return NoticeAnswer.whole(view, papers.number(view.notice()));
    }

    @GetMapping("/{id}.pdf")
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable long id) {
        return paper(papers.pdf(notices.find(actor, id).notice()));
    }

    @GetMapping("/{id}.xlsx")
    ResponseEntity<byte[]> spreadsheet(Actor actor, @PathVariable long id, Reply reply) {
        return sheet(id, papers.spreadsheet(notices.find(actor, id).notice(), reply.locale()));
    }

    /** The cases behind a number, oldest first. */
    @GetMapping("/{id}/cases")
    Page<NoticeCase> cases(
            Actor actor,
            @PathVariable long id,
            @RequestParam NoticeFigure figure,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String division,
            Paging paging) {
        return notices.cases(actor, id, figure, department, division, paging.after(), paging.limit());
    }

    /** Who has acknowledged it and who hasn't. */
    @GetMapping("/{id}/receipts")
    List<NoticeReceipt> receipts(Actor actor, @PathVariable long id) {
        return notices.receipts(actor, id);
    }

    @PostMapping("/{id}/acknowledge")
    @Answers(NoticeAnswer.class)
    ResponseEntity<byte[]> acknowledge(Actor actor, @PathVariable long id, Reply reply) {
        NoticeView read = notices.acknowledge(actor, id, view -> acknowledged(view, reply));
        acknowledged(read, reply);
        return reply.send();
    }

    private @Nullable Answer acknowledged(NoticeView view, Reply reply) {
        return reply.answer(200, Map.of(), NoticeAnswer.whole(view, papers.number(view.notice())));
    }

    @GetMapping("/addressees")
    ResponseEntity<AddresseesAnswer> addressees(Actor actor) {
        AddresseesAnswer answer = AddresseesAnswer.of(standards.addressees());
        return ResponseEntity.ok().eTag("\"" + answer.version() + "\"").body(answer);
    }

    /** Says anew whom notices are addressed to; what was made before stays with whom it went to. */
    @PutMapping("/addressees")
    @Answers(AddresseesAnswer.class)
    ResponseEntity<byte[]> address(Actor actor, @RequestBody AddresseesBody body, Reply reply) {
        Map<NoticeKind, List<Addressee>> addressees = body.addressees();
        if (addressees == null) {
            throw new InvalidInput("/addressees", "required");
        }
        addressees.forEach((kind, list) -> {
            if (list.size() > MOST_ADDRESSEES) {
                throw new InvalidInput("/addressees/" + kind, "too-many", MOST_ADDRESSEES);
            }
        });
        standards.address(
                actor,
                new NoticeAddressees(addressees),
                reply.ifMatch(),
                set -> reply.answer(200, Reply.version(set.version()), AddresseesAnswer.of(set)));
        return reply.send();
    }

    static ResponseEntity<byte[]> paper(Pdf pdf) {
        return file(MediaType.APPLICATION_PDF, ContentDisposition.inline(), pdf.fileName(), pdf.bytes());
    }

    static ResponseEntity<byte[]> sheet(long id, byte[] bytes) {
        return file(SPREADSHEET, ContentDisposition.attachment(), "notice-" + id + ".xlsx", bytes);
    }

    private static ResponseEntity<byte[]> file(
            MediaType type, ContentDisposition.Builder disposition, String name, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition.filename(name).build().toString())
                .body(bytes);
    }
}
