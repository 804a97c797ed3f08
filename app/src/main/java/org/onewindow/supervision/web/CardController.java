package org.onewindow.supervision.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.http.Answers;
import org.onewindow.http.Paging;
import org.onewindow.http.Reply;
import org.onewindow.http.Texts;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.Page;
import org.onewindow.supervision.CardCommand;
import org.onewindow.supervision.CardQuery;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.Cards;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Cards and accountability (S3, S4; api.md, Supervision). */
@RestController
@RequestMapping("/api/v1/supervision/cards")
@Answers(CardDetailAnswer.class)
class CardController {

    private static final int MOST_OUTCOMES = 10;

    private final Cards cards;
    private final CentreTime time;
    private final Texts texts;
    private final JsonMapper json;

    CardController(Cards cards, CentreTime time, Texts texts, JsonMapper json) {
        this.cards = cards;
        this.time = time;
        this.texts = texts;
        this.json = json;
    }

    record ExplainBody(@Nullable String explanation) {}

    record FindBody(
            boolean upheld,
            @Nullable List<Outcome> outcomes,
            @Nullable Integer points,
            @Nullable String reason) {}

    record LiftBody(@Nullable String reason, @Nullable String evidence) {}

    record AppealBody(@Nullable String reason) {}

    record AppealDecisionBody(boolean granted, @Nullable String reason) {}

    /**
     * Cards, latest first.
     *
     * @param from first day they are dated at
     * @param to last day
     * @param responsible sign-in name of whoever answers
     * @param rule the rule's id
     * @param mine whether only what the caller answers for by name
     */
    @GetMapping
    Page<CardAnswer> list(
            Actor actor,
            @RequestParam(required = false) @Nullable Colour colour,
            @RequestParam(required = false) @Nullable String caseNumber,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String responsible,
            @RequestParam(required = false) @Nullable String rule,
            @RequestParam(required = false) @Nullable CardState state,
            @RequestParam(required = false, defaultValue = "false") boolean mine,
            Paging paging) {
        CardQuery query = new CardQuery(
                colour,
                caseNumber,
                department,
                start(from),
                to == null ? null : start(to.plusDays(1)),
                mine ? actor.userName() : responsible,
                rule,
                state,
                paging.after());
        return cards.list(actor, query, paging.limit()).map(CardAnswer::of);
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : time.startOf(day);
    }

    @GetMapping("/{id}")
    ResponseEntity<CardDetailAnswer> find(Actor actor, @PathVariable long id, Reply reply) {
        CardDetailAnswer answer = CardDetailAnswer.of(cards.find(actor, id), texts, reply.locale(), json);
        return ResponseEntity.ok().eTag("\"" + answer.card().version() + "\"").body(answer);
    }

    @PostMapping("/{id}/explain")
    ResponseEntity<byte[]> explain(Actor actor, @PathVariable long id, @RequestBody ExplainBody body, Reply reply) {
        return handle(actor, id, new CardCommand.Explain(Typed.text("/explanation", body.explanation())), reply);
    }

    @PostMapping("/{id}/find")
    ResponseEntity<byte[]> find(Actor actor, @PathVariable long id, @RequestBody FindBody body, Reply reply) {
        List<Outcome> outcomes = body.outcomes() == null ? List.of() : body.outcomes();
        if (outcomes.size() > MOST_OUTCOMES) {
            throw new InvalidInput("/outcomes", "too-many", MOST_OUTCOMES);
        }
        return handle(
                actor,
                id,
                new CardCommand.Find(body.upheld(), outcomes, body.points(), Typed.text("/reason", body.reason())),
                reply);
    }

    @PostMapping("/{id}/lift")
    ResponseEntity<byte[]> lift(Actor actor, @PathVariable long id, @RequestBody LiftBody body, Reply reply) {
        return handle(
                actor,
                id,
                new CardCommand.Lift(Typed.text("/reason", body.reason()), Typed.text("/evidence", body.evidence())),
                reply);
    }

    @PostMapping("/{id}/appeal")
    ResponseEntity<byte[]> appeal(Actor actor, @PathVariable long id, @RequestBody AppealBody body, Reply reply) {
        return handle(actor, id, new CardCommand.Appeal(Typed.text("/reason", body.reason())), reply);
    }

    @PostMapping("/{id}/decide-appeal")
    ResponseEntity<byte[]> decideAppeal(
            Actor actor, @PathVariable long id, @RequestBody AppealDecisionBody body, Reply reply) {
        return handle(
                actor, id, new CardCommand.DecideAppeal(body.granted(), Typed.text("/reason", body.reason())), reply);
    }

    private ResponseEntity<byte[]> handle(Actor actor, long id, CardCommand command, Reply reply) {
        cards.handle(
                actor,
                id,
                command,
                reply.ifMatch(),
                detail -> reply.answer(
                        200,
                        Reply.version(detail.card().version()),
                        CardDetailAnswer.of(detail, texts, reply.locale(), json)));
        return reply.send();
    }
}
