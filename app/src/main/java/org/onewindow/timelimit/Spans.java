package org.onewindow.timelimit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Days taken out of a clock, merged: disjoint and in order, so that days suspended twice are taken out once (T6). Each span
 * leaves out the days after {@code from} up to and including {@code to}.
 */
final class Spans {

    static final Spans NONE = new Spans(new LocalDate[0], new LocalDate[0], 0);

    private final LocalDate[] from;
    private final LocalDate[] to;
    private final int size;

    private Spans(LocalDate[] from, LocalDate[] to, int size) {
        this.from = from;
        this.to = to;
        this.size = size;
    }

    /** Merges; those that leave out nothing are dropped. */
    static Spans merged(List<Exclusion> ended) {
        int n = ended.size();
        if (n == 0) {
            return NONE;
        }
        var from = new LocalDate[n];
        var to = new LocalDate[n];
        int kept = 0;
        for (int i = 0; i < n; i++) {
            LocalDate start = ended.get(i).from();
            LocalDate end = end(ended.get(i));
            if (end.isAfter(start)) {
                // Insertion sort: there are a handful at most, and they nearly always come in order.
                int at = kept++;
                for (; at > 0 && from[at - 1].isAfter(start); at--) {
                    from[at] = from[at - 1];
                    to[at] = to[at - 1];
                }
                from[at] = start;
                to[at] = end;
            }
        }
        int last = 0;
        for (int i = 1; i < kept; i++) {
            if (from[i].isAfter(to[last])) {
                last++;
                from[last] = from[i];
                to[last] = to[i];
            } else if (to[i].isAfter(to[last])) {
                to[last] = to[i];
            }
        }
        return new Spans(from, to, Math.min(kept, last + 1));
    }

    private static LocalDate end(Exclusion exclusion) {
        LocalDate to = exclusion.to();
        return to == null ? LocalDate.MAX : to;
    }

    int size() {
        return size;
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
        for (int i = 0; i < size; i++) {
            if (day.isAfter(from[i]) && !day.isAfter(to[i])) {
                return to[i];
            }
        }
        return null;
    }
}
