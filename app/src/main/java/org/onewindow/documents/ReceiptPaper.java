package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * 收件回执 (C2): proves what was handed in, when, and what happens next.
 *
 * @param head the usual; the QR code may carry the query code here, and only here
 * @param facts the case
 * @param receivedAt when the papers were received
 * @param channel how they came
 * @param window the window or station that received them
 * @param handler the first-inquiry person (C5)
 * @param materials what came, in what form, how many
 * @param missing required papers that weren't there
 * @param queryCode the code for looking the case up
 * @param promise what happens next and when
 */
public record ReceiptPaper(
        Head head,
        CaseFacts facts,
        Instant receivedAt,
        Channel channel,
        String window,
        String handler,
        List<MaterialLine> materials,
        List<String> missing,
        String queryCode,
        Promise promise)
        implements DocumentModel {
    public ReceiptPaper {
        materials = List.copyOf(materials);
        missing = List.copyOf(missing);
    }

    /** How an application came in. */
    public enum Channel {
        WINDOW,
        STATION,
        ONLINE,
        POST
    }

    /**
     * What happens next (C2).
     *
     * @param accepted whether it was accepted on the spot
     * @param answerBy last day for the answer under T4; counts only while not accepted
     * @param days the promised limit
     * @param promisedOn accepted: the promised day; otherwise the promised day if it were accepted on the day of this paper
     * @param provisional whether a day depends on a calendar that isn't published yet (T1)
     */
    public record Promise(boolean accepted, LocalDate answerBy, Days days, LocalDate promisedOn, boolean provisional) {}
}
