package org.onewindow.supervision.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.ContentRule;

/** Whatever a card is raised for can be said on its page and asked for in the list. */
class CardWordsTest {

    private static final Texts TEXTS =
            Texts.load(new CentreTime(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai")));

    @Test
    void S3_every_rule_a_card_can_stand_under_has_its_words() {
        assertThat(CardPagesController.RULES)
                .containsAll(
                        Stream.of(ContentRule.values()).map(ContentRule::rule).toList())
                .allMatch(rule -> TEXTS.has("supervision.rule." + rule))
                .allMatch(rule -> TEXTS.has("supervision.rule-name." + rule));
    }

    @Test
    void S4_whatever_a_card_was_withdrawn_for_has_its_words() {
        assertThat(Stream.of("case.extended", "joint.supplement-requested", "joint.withdrawn", "calendar", "rules"))
                .allMatch(cause -> TEXTS.has(CardPages.cause(cause)));
    }

    @Test
    void every_act_that_is_watched_has_a_name() {
        assertThat(ContentRule.values()).allMatch(rule -> TEXTS.has("ContentRule." + rule));
    }
}
