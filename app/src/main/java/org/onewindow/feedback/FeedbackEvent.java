package org.onewindow.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.EventTypes;
import tools.jackson.databind.json.JsonMapper;

/** What applicants and people with questions did; texts stay in this module's tables, since they may name persons. */
sealed interface FeedbackEvent {

    EventTypes<FeedbackEvent> TYPES = new EventTypes<>(
            JsonMapper.shared(),
            Map.of(
                    "feedback.consulted",
                    Consulted.class,
                    "feedback.inquired",
                    Inquired.class,
                    "feedback.passed-on",
                    PassedOn.class,
                    "feedback.replied",
                    Replied.class,
                    "feedback.answered",
                    Answered.class,
                    "feedback.evaluated",
                    Evaluated.class));

    /** 咨询 (C1, C1a) answered at once: about which item, and whether another body was named as competent. */
    record Consulted(
            @Nullable String item,
            boolean outOfScope,
            @Nullable String station) implements FeedbackEvent {}

    /** 咨询 that couldn't be answered at once (C1a): to which departments it was passed, whether it was escalated to the leader. */
    record Inquired(
            @Nullable String item,
            @Nullable String station,
            List<String> departments,
            boolean escalated,
            int days,
            Instant dueAt)
            implements FeedbackEvent {}

    /** It was passed on further (C1a). */
    record PassedOn(List<String> departments, boolean escalated) implements FeedbackEvent {}

    /** A department, or with null the leader, replied (C1a). */
    record Replied(@Nullable String department) implements FeedbackEvent {}

    /** The asker was told the answer (C1a). */
    record Answered(Consultation.Told told, boolean outOfScope) implements FeedbackEvent {}

    /** 评价 (F1). */
    record Evaluated(@JsonProperty("case") long caseId, Grade grade) implements FeedbackEvent {}
}
