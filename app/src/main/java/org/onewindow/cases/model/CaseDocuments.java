package org.onewindow.cases.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.documents.DocumentKind;

/**
 * Which papers a case has: each follows from one event, so nothing is written for it when a command is given. A document's
 * id is the version of its event and its kind, e.g. {@code 3-acceptance-notice}.
 */
public final class CaseDocuments {

    private CaseDocuments() {}

    /**
     * One paper.
     *
     * @param event version of the event it follows from
     * @param running 1 for the first of its kind in the case
     */
    public record CaseDocument(String id, DocumentKind kind, int event, int running, Instant at) {}

    /** All papers that follow from a history, oldest first. */
    public static List<CaseDocument> of(List<Recorded> history, ItemVersion item) {
        List<CaseDocument> papers = new ArrayList<>();
        for (Recorded recorded : history) {
            for (DocumentKind kind : kinds(recorded.event(), item)) {
                int running = 1
                        + (int) papers.stream()
                                .filter(paper -> paper.kind() == kind)
                                .count();
                papers.add(new CaseDocument(
                        recorded.version() + "-" + kind.template(),
                        kind,
                        recorded.version(),
                        running,
                        recorded.happenedAt()));
            }
        }
        return papers;
    }

    /** The version of the event a document's id points to; 0 when the id isn't one of ours. */
    public static int eventOf(String document) {
        int hyphen = document.indexOf('-');
        if (hyphen <= 0 || hyphen > 9 || !document.substring(0, hyphen).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Integer.parseInt(document.substring(0, hyphen));
    }

    private static List<DocumentKind> kinds(CaseEvent event, ItemVersion item) {
        return switch (event) {
            // A member's receipt is that of the whole application (J2).
            case CaseEvent.Received received ->
                received.joint() != null
                        ? List.of()
                        // The letter is there to be read and signed before acceptance (C16).
                        : item.commitment() == null
                                ? List.of(DocumentKind.RECEIPT)
                                : List.of(DocumentKind.RECEIPT, DocumentKind.COMMITMENT_LETTER);
            case CaseEvent.CommitmentChecked checked ->
                checked.days() == null ? List.of() : List.of(DocumentKind.PUTTING_RIGHT_ORDER);
            case CaseEvent.Revoked _ -> List.of(DocumentKind.REVOCATION);
            case CaseEvent.SupplementRequested _ -> List.of(DocumentKind.SUPPLEMENT_NOTICE);
            case CaseEvent.Accepted accepted ->
                accepted.deemed()
                        ? List.of(DocumentKind.DEEMED_ACCEPTANCE)
                        : accepted.toFollow().isEmpty()
                                ? List.of(DocumentKind.ACCEPTANCE_NOTICE)
                                : List.of(DocumentKind.ACCEPTANCE_NOTICE, DocumentKind.DOCUMENTS_TO_FOLLOW_PROMISE);
            case CaseEvent.Refused _ -> List.of(DocumentKind.NON_ACCEPTANCE);
            case CaseEvent.Suspended _ -> List.of(DocumentKind.SPECIAL_PROCEDURE_NOTICE);
            case CaseEvent.Extended _ -> List.of(DocumentKind.EXTENSION_NOTICE);
            case CaseEvent.PartiesTold _ -> List.of(DocumentKind.HEARING_RIGHTS_NOTICE);
            case CaseEvent.HearingAnnounced _ -> List.of(DocumentKind.HEARING_NOTICE);
            case CaseEvent.Decided _ -> List.of(DocumentKind.DECISION);
            case CaseEvent.ResultRecorded _ -> List.of(DocumentKind.DECISION);
            case CaseEvent.Terminated _ -> List.of(DocumentKind.TERMINATION_NOTICE);
            case CaseEvent.Withdrawn _ -> List.of(DocumentKind.WITHDRAWAL_CONFIRMATION);
            case CaseEvent.Delivered _ -> List.of(DocumentKind.PICK_UP_RECORD);
            case CaseEvent.Served _ -> List.of(DocumentKind.SERVICE_RECORD);
            case CaseEvent.Supplemented _,
                    CaseEvent.StepCompleted _,
                    CaseEvent.StatedDaysEnded _,
                    CaseEvent.Resumed _,
                    CaseEvent.HearingRecorded _,
                    CaseEvent.LegallyReviewed _,
                    CaseEvent.Forwarded _,
                    CaseEvent.Paid _,
                    CaseEvent.Completed _,
                    CaseEvent.HandedOver _,
                    CaseEvent.SpotExplained _,
                    CaseEvent.Reminded _,
                    CaseEvent.Corrected _,
                    CaseEvent.Voided _,
                    CaseEvent.CustodyMoved _,
                    CaseEvent.CalendarChanged _ -> List.of();
        };
    }
}
