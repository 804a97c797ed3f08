package org.onewindow.cases.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which papers a case has: each follows from one event, so nothing is written for it when a command is given. A document's
 * id is the version of its event and its kind, e.g. {@code 3-acceptance-notice}.
 */
public final class CaseDocuments {

    private CaseDocuments() {}

    /** Kinds of paper a case can have. */
    public enum Kind {
        /** 收件回执. */
        RECEIPT,
        /** 补正材料一次性告知书. */
        ONE_TIME_NOTICE,
        /** 受理通知书. */
        ACCEPTANCE_NOTICE,
        /** 容缺承诺书. */
        FOLLOW_PROMISE,
        /** 不受理通知书, 不予受理决定书. */
        NON_ACCEPTANCE,
        /** 特别程序告知书. */
        SPECIAL_PROCEDURE_NOTICE,
        /** 延长办理期限告知书. */
        EXTENSION_NOTICE,
        /** 决定书. */
        DECISION,
        /** 终止办理告知书, among them 补正不来办结. */
        TERMINATION_NOTICE,
        /** 撤回确认书. */
        WITHDRAWAL,
        /** 取件登记. */
        PICK_UP,
        /** 送达回证. */
        SERVICE_RECORD;

        /** The word in ids. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One paper. */
    public record CaseDocument(String id, Kind kind, int event, Instant at) {}

    /** All papers that follow from a history, oldest first. */
    public static List<CaseDocument> of(List<Recorded> history) {
        List<CaseDocument> papers = new ArrayList<>();
        for (Recorded recorded : history) {
            for (Kind kind : kinds(recorded.event())) {
                papers.add(new CaseDocument(
                        recorded.version() + "-" + kind.word(), kind, recorded.version(), recorded.happenedAt()));
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

    private static List<Kind> kinds(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Received _ -> List.of(Kind.RECEIPT);
            case CaseEvent.SupplementRequested _ -> List.of(Kind.ONE_TIME_NOTICE);
            case CaseEvent.Accepted accepted ->
                accepted.toFollow().isEmpty()
                        ? List.of(Kind.ACCEPTANCE_NOTICE)
                        : List.of(Kind.ACCEPTANCE_NOTICE, Kind.FOLLOW_PROMISE);
            case CaseEvent.Refused _ -> List.of(Kind.NON_ACCEPTANCE);
            case CaseEvent.Suspended _ -> List.of(Kind.SPECIAL_PROCEDURE_NOTICE);
            case CaseEvent.Extended _ -> List.of(Kind.EXTENSION_NOTICE);
            case CaseEvent.Decided _ -> List.of(Kind.DECISION);
            case CaseEvent.ResultRecorded _ -> List.of(Kind.DECISION);
            case CaseEvent.Terminated _ -> List.of(Kind.TERMINATION_NOTICE);
            case CaseEvent.Withdrawn _ -> List.of(Kind.WITHDRAWAL);
            case CaseEvent.Delivered _ -> List.of(Kind.PICK_UP);
            case CaseEvent.Served _ -> List.of(Kind.SERVICE_RECORD);
            case CaseEvent.Supplemented _,
                    CaseEvent.StepCompleted _,
                    CaseEvent.StatedDaysEnded _,
                    CaseEvent.Resumed _,
                    CaseEvent.Forwarded _,
                    CaseEvent.Paid _,
                    CaseEvent.Completed _,
                    CaseEvent.HandedOver _,
                    CaseEvent.Corrected _,
                    CaseEvent.Voided _,
                    CaseEvent.CustodyMoved _,
                    CaseEvent.CalendarChanged _ -> List.of();
        };
    }
}
