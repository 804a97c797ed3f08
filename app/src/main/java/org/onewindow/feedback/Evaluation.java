package org.onewindow.feedback;

import java.time.Instant;
import java.util.List;

/**
 * What an applicant thinks of how a case was handled (F1).
 *
 * @param tags what was good or bad, from a list or free
 * @param comment in their own words; may be empty. No least length, no extra step
 */
public record Evaluation(Grade grade, List<String> tags, String comment, Instant at) {

    public Evaluation {
        tags = List.copyOf(tags);
    }
}
