package org.onewindow.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.journal.EventTypes;
import tools.jackson.databind.json.JsonMapper;

/** What applicants and people with questions did; texts stay in this module's tables, since they may name persons. */
sealed interface FeedbackEvent {

    EventTypes<FeedbackEvent> TYPES = new EventTypes<>(
            JsonMapper.shared(), Map.of("feedback.consulted", Consulted.class, "feedback.evaluated", Evaluated.class));

    /** 咨询 (C1, C1a): about which item, and whether another body was named as competent. */
    record Consulted(@Nullable String item, boolean outOfScope) implements FeedbackEvent {}

    /** 评价 (F1). */
    record Evaluated(@JsonProperty("case") long caseId, Grade grade) implements FeedbackEvent {}
}
