package org.onewindow.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * 联办结果通知书 (J2): what became of every item of a joint application, on one paper. Each licence keeps its own body and its own
 * decision.
 *
 * @param head the usual
 * @param facts the application; its item is the theme
 * @param oneSeal whether the bodies agreed that one seal, the lead's, stands for the whole (一章通); else each decision carries its
 *     own body's and this paper none
 * @param items in the order of the graph
 */
public record JointResult(
        Head head,
        CaseFacts facts,
        LocalDate receivedOn,
        LocalDate acceptedOn,
        LocalDate endedOn,
        boolean oneSeal,
        List<Item> items)
        implements DocumentModel {
    public JointResult {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param caseNumber its case, under which its body decided
     * @param outcome in words
     * @param result what was granted; empty where nothing was
     */
    public record Item(
            String name, String department, String caseNumber, String outcome, String result, LocalDate endedOn) {}
}
