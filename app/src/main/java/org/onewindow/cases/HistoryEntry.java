package org.onewindow.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.model.Recorded;
import org.onewindow.cases.store.CaseJson;

/**
 * One line of a case's history.
 *
 * @param version its place in the history, from 1
 * @param type e.g. {@code case.accepted}
 * @param actor sign-in name, {@code system} or {@code public}
 * @param body JSON; holds no personal data
 */
public record HistoryEntry(
        int version,
        String type,
        String actor,
        @Nullable String post,
        @Nullable String window,
        Instant happenedAt,
        String body) {

    static HistoryEntry of(Recorded recorded) {
        return new HistoryEntry(
                recorded.version(),
                CaseJson.type(recorded.event()),
                recorded.actor(),
                recorded.post(),
                recorded.window(),
                recorded.happenedAt(),
                CaseJson.write(recorded.event()));
    }
}
