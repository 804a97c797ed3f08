package org.onewindow.timelimit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days taken out of a clock, merged: disjoint and in order, so that days suspended twice are taken out once (T6). Each span
 * leaves out the days after {@code from} up to and including {@code to}.
 */
final class Spans {

    static final Spans NONE = new Spans(new LocalDate[0], new LocalDate[0]);

    private final LocalDate[] from;
    private final LocalDate[] to;

    private Spans(LocalDate[] from, LocalDate[] to) {
        this.from = from;
        this.to = to;
    }

    /** Merges; those that leave out nothing are dropped. */
    static Spans merged(List<Exclusion> closed) {
        int n = closed.size();
        if (n == 0) {
            return NONE;
        }
        var sorted = new Exclusion[n];
        int kept = 0;
        for (var exclusion : closed) {
            if (end(exclusion).isAfter(exclusion.from())) {
                // Insertion sort: there are a handful at most, and they nearly always come in order.
                int at = kept++;
                while (at > 0 && sorted[at - 1].from().isAfter(exclusion.from())) {
                    sorted[at] = sorted[--at];
                }
                sorted[at] = exclusion;
            }
        }
        var from = new LocalDate[kept];
        var to = new LocalDate[kept];
        int last = -1;
        for (int i = 0; i < kept; i++) {
            var next = sorted[i];
            if (last >= 0 && !next.from().isAfter(to[last])) {
                if (end(next).isAfter(to[last])) {
                    to[last] = end(next);
                }
            } else {
                last++;
                from[last] = next.from();
                to[last] = end(next);
            }
        }
        return last + 1 == kept
                ? new Spans(from, to)
                : new Spans(Arrays.copyOf(from, last + 1), Arrays.copyOf(to, last + 1));
    }

    private static LocalDate end(Exclusion exclusion) {
        LocalDate to = exclusion.to();
        return to == null ? LocalDate.MAX : to;
    }

    int size() {
        return from.length;
    }

    LocalDate from(int i) {
        return from[i];
    }

    LocalDate to(int i) {
        return to[i];
    }

    /** Whether a day is taken out. */
    boolean excludes(LocalDate day) {
        return endOfSpanOver(day) != null;
    }

    /** The last day of the span that takes out a day; null where none does. */
    @Nullable
    LocalDate endOfSpanOver(LocalDate day) {
        for (int i = 0; i < from.length; i++) {
            if (day.isAfter(from[i]) && !day.isAfter(to[i])) {
                return to[i];
            }
        }
        return null;
    }
}
