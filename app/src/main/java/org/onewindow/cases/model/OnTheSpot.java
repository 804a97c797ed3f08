package org.onewindow.cases.model;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Channel;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.catalogue.ItemVersion.HandlingClass;
import org.onewindow.kernel.CentreTime;

/**
 * What somebody who stands at the counter may expect on the spot (C5): an immediate item is completed, any other is accepted or sent back
 * with everything that is missing, on the day it is received. Where it isn't, the window says why; the case goes on all the same.
 */
final class OnTheSpot {

    private OnTheSpot() {}

    /** Whether nobody stood at the counter for it, or got there and then what may be expected. */
    static boolean owesNothing(CaseFile file, ItemVersion item, CentreTime time) {
        return file.channel() != Channel.WINDOW
                || file.joint() != null
                || (item.handlingClass() == HandlingClass.IMMEDIATE
                        ? isOnTheDay(file.completedAt(), file, time)
                        : answers(file).anyMatch(at -> isOnTheDay(at, file, time)));
    }

    private static Stream<Instant> answers(CaseFile file) {
        CaseFile.Acceptance acceptance = file.acceptance();
        return Stream.concat(
                acceptance == null || acceptance.deemed() ? Stream.empty() : Stream.of(acceptance.at()),
                file.notices().stream().map(CaseFile.Notice::at));
    }

    private static boolean isOnTheDay(@Nullable Instant at, CaseFile file, CentreTime time) {
        return at != null && time.dayOf(at).equals(file.receivedOn());
    }
}
