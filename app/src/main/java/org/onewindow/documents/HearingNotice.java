package org.onewindow.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 听证通知书 (T14): when, where and before whom applicant and interested parties will be heard (APL 48).
 *
 * @param head the usual
 * @param facts the case
 * @param heldOn the day
 * @param startsAt when it begins; null where only the day was said
 * @param place where
 * @param presider who presides
 * @param matter what is at stake, as it was told; empty where the hearing is announced without being asked for
 * @param handler who announces it
 */
public record HearingNotice(
        Head head,
        CaseFacts facts,
        LocalDate heldOn,
        @Nullable Instant startsAt,
        String place,
        String presider,
        String matter,
        String handler)
        implements DocumentModel {}
