package org.onewindow.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be done with a card (S3, S4). */
public sealed interface CardCommand {

    /** 情况说明, by whoever answers for it. */
    record Explain(@Nullable String explanation) implements CardCommand {}

    /**
     * 认定, by a supervisor.
     *
     * @param upheld whether somebody answers for it
     * @param outcomes what it comes to; empty unless upheld
     * @param points what it takes off; null: what the rules say for the colour
     */
    record Find(
            boolean upheld,
            List<Outcome> outcomes,
            @Nullable Integer points,
            @Nullable String reason) implements CardCommand {}

    /** 摘牌, by a supervisor, with reason and evidence. */
    record Lift(@Nullable String reason, @Nullable String evidence) implements CardCommand {}

    /** 申诉, by whoever answers for it, once. */
    record Appeal(@Nullable String reason) implements CardCommand {}

    /** The decision on an appeal, by a leader or the centre's manager; never by who found. */
    record DecideAppeal(boolean granted, @Nullable String reason) implements CardCommand {}
}
