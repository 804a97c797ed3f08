package org.onewindow.supervision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What part of a clock's time a case lay with somebody (S3), proved from events.
 *
 * @param part in which capacity
 * @param userName sign-in name; null where the step isn't done and several hold the post
 * @param step code of the step; null for the responsible leader
 * @param workingMinutes minutes of business on days that count
 * @param percent of the whole, rounded; 0 for the responsible leader, who answers without having it on the desk
 * @param events versions of the case's events that show it
 */
public record Share(
        Part part,
        @Nullable String userName,
        @Nullable String step,
        long workingMinutes,
        int percent,
        List<Integer> events) {

    /** Capacities in which somebody answers. */
    public enum Part {
        /** 承办人: who held the case at the window. */
        HANDLER,
        /** 审核人. */
        REVIEWER,
        /** 批准人. */
        APPROVER,
        /** 分管领导. */
        LEADER
    }

    public Share {
        events = List.copyOf(events);
    }
}
