package org.onewindow.supervision.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Assignment;
import org.onewindow.supervision.AssignmentDetail;
import org.onewindow.supervision.CardDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts reminders, orders and tasks in words for their pages; decides nothing. */
@Component
class AssignmentPages {

    private final SupervisionWords words;
    private final CentreTime time;
    private final Texts texts;
    private final JsonMapper json;

    AssignmentPages(SupervisionWords words, CentreTime time, Texts texts, JsonMapper json) {
        this.words = words;
        this.time = time;
        this.texts = texts;
        this.json = json;
    }

    /** One in a list; {@code due} is null for a reminder, which needs no answer. */
    record Row(
            long id,
            String kind,
            String content,
            @Nullable String caseNumber,
            @Nullable Long card,
            String to,
            String givenBy,
            String givenAt,
            @Nullable String due,
            boolean late,
            String state,
            boolean closed) {}

    Row row(Assignment one, Locale locale) {
        String assignee = one.assignee();
        boolean open = one.state() == Assignment.State.OPEN;
        return new Row(
                one.id(),
                texts.text(locale, "Kind." + one.kind()),
                one.content(),
                one.caseNumber(),
                one.card(),
                words.department(one.department(), locale)
                        + (assignee == null ? "" : " · " + words.person(assignee, locale)),
                words.person(one.givenBy(), locale),
                words.moment(one.givenAt(), locale),
                one.dueAt() == null ? null : words.moment(one.dueAt(), locale),
                open && one.dueAt() != null && time.now().isAfter(one.dueAt()),
                texts.text(
                        locale,
                        one.kind() == Assignment.Kind.REMINDER && open
                                ? "supervision.assignment.reminded"
                                : "State." + one.state()),
                one.state() == Assignment.State.CLOSED);
    }

    /** The whole of it, what was done last on top. */
    record Sheet(Row row, int version, List<CardPages.ActRow> acts, List<String> allowed) {}

    Sheet sheet(AssignmentDetail detail, Locale locale) {
        return new Sheet(
                row(detail.assignment(), locale),
                detail.assignment().version(),
                detail.acts().reversed().stream().map(act -> act(act, locale)).toList(),
                detail.allowedToYou());
    }

    private CardPages.ActRow act(CardDetail.Act act, Locale locale) {
        String post = act.post();
        JsonNode body = json.readTree(act.body());
        boolean sentBack = act.type().equals("supervision.assignment-closed")
                && !body.path("accepted").asBoolean();
        String said = switch (act.type()) {
            case "supervision.assignment-given" -> body.path("content").asString();
            case "supervision.assignment-answered" -> body.path("answer").asString();
            default -> body.path("note").asString();
        };
        return new CardPages.ActRow(
                texts.text(locale, sentBack ? "supervision.assignment.sent-back" : act.type()),
                words.moment(act.happenedAt(), locale),
                words.person(act.actor(), locale)
                        + (post == null ? "" : " · " + texts.text(locale, "manage.role." + post)),
                List.of(said));
    }
}
