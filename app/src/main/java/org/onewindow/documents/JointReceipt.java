package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 联办收件回执 (J2, C2): one receipt for all items of a joint application.
 *
 * @param head the usual; the QR code may carry the query code here, and only here
 * @param facts the application; its item is the theme
 * @param window the lead window
 * @param handler the first-inquiry person (C5)
 * @param pickUp how the applicant wants to collect the results, in words
 * @param items what is applied for
 * @param missing required papers that weren't there
 * @param queryCode the code for looking all of it up
 * @param answerBy last day for the answer under T4
 * @param workingDays what the whole has: the longest path
 * @param promisedOn when the whole would be due if it were accepted on the day of this paper
 * @param provisional whether a day depends on a calendar that isn't published yet (T1)
 */
public record JointReceipt(
        Head head,
        CaseFacts facts,
        Instant receivedAt,
        String window,
        String handler,
        String pickUp,
        List<Item> items,
        List<MaterialLine> materials,
        List<String> missing,
        String queryCode,
        LocalDate answerBy,
        int workingDays,
        LocalDate promisedOn,
        boolean provisional)
        implements DocumentModel {
    public JointReceipt {
        items = List.copyOf(items);
        materials = List.copyOf(materials);
        missing = List.copyOf(missing);
    }

    /** One item; {@code after}: names of the items that must end before it, joined. */
    public record Item(String name, String department, int days, String after) {}
}
