package org.onewindow.documents;

import java.time.LocalDate;

/**
 * 听证告知书 (C7): what is at stake before the decision, and until when applicant and interested parties may ask to be heard
 * (APL 36, 47).
 *
 * @param head the usual
 * @param facts the case
 * @param matter what is at stake for whom, without names
 * @param period how long they may ask
 * @param until the last day of that
 * @param provisional whether the day depends on a calendar that isn't published yet (T1)
 * @param handler who tells them
 */
public record HearingRightsNotice(
        Head head, CaseFacts facts, String matter, Days period, LocalDate until, boolean provisional, String handler)
        implements DocumentModel {}
