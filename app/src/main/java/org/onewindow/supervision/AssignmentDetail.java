package org.onewindow.supervision;

import java.util.List;

/**
 * A reminder, order or task with everything that was done with it.
 *
 * @param acts oldest first
 * @param allowedToYou what the viewer may do now: {@code answer}, {@code close}, {@code send-back}
 */
public record AssignmentDetail(Assignment assignment, List<CardDetail.Act> acts, List<String> allowedToYou) {

    public AssignmentDetail {
        acts = List.copyOf(acts);
        allowedToYou = List.copyOf(allowedToYou);
    }
}
