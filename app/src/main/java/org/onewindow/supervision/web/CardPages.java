package org.onewindow.supervision.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CaseHistories;
import org.onewindow.cases.HistoryEntry;
import org.onewindow.http.Texts;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.CardDetail;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.CardView;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;
import org.onewindow.supervision.Share;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts cards in words for their pages; decides nothing. */
@Component
class CardPages {

    private final CaseHistories histories;
    private final SupervisionWords words;
    private final CentreTime time;
    private final Texts texts;
    private final JsonMapper json;

    CardPages(CaseHistories histories, SupervisionWords words, CentreTime time, Texts texts, JsonMapper json) {
        this.histories = histories;
        this.words = words;
        this.time = time;
        this.texts = texts;
        this.json = json;
    }

    /** A card in a list; {@code explain} says until when somebody has to explain, or since when they should have. */
    record Row(
            long id,
            Colour colour,
            String colourWords,
            String subject,
            @Nullable String item,
            @Nullable String caseNumber,
            String department,
            @Nullable String window,
            @Nullable String responsible,
            @Nullable String responsibleName,
            String role,
            String at,
            int overrunDays,
            String state,
            boolean lifted,
            @Nullable String explain,
            boolean explainLate) {}

    Row row(CardView card, Locale locale) {
        String item = card.item();
        String responsible = card.responsible();
        Instant explainBy = card.state() == CardState.OPEN ? card.explainBy() : null;
        return new Row(
                card.id(),
                card.colour(),
                texts.text(locale, "Colour." + card.colour()),
                words.subject(card.clock(), card.reference(), locale),
                item == null ? null : words.item(item, locale),
                card.caseNumber(),
                words.department(card.department(), locale),
                card.window() == null ? null : words.window(card.window(), locale),
                responsible,
                responsible == null ? null : words.person(responsible, locale),
                texts.text(locale, "manage.role." + card.role()),
                words.moment(card.at(), locale),
                card.overrunDays(),
                texts.text(
                        locale,
                        card.colour() == Colour.WARNING && card.state() == CardState.OPEN
                                ? "supervision.card.warned"
                                : "CardState." + card.state()),
                card.state() == CardState.LIFTED,
                explainBy == null ? null : words.moment(explainBy, locale),
                explainBy != null && time.now().isAfter(explainBy));
    }

    /** A label with its value; {@code href} where it leads somewhere. */
    record Fact(String label, String value, @Nullable String href) {}

    /** Somebody's share of a clock's time, and the events of the case that prove it. */
    record ShareRow(
            String part, String person, @Nullable String step, int percent, boolean measured, List<String> events) {}

    /** Something that was done with the card. */
    record ActRow(String title, String when, String who, List<String> details) {}

    /** A command that isn't possible now, and why. */
    record Blocked(String word, Texts.Reason reason) {}

    /** The whole card. */
    record Sheet(
            Row row,
            int version,
            String rule,
            String words,
            int points,
            List<Fact> facts,
            List<ShareRow> shares,
            List<ActRow> acts,
            List<String> allowed,
            List<Blocked> blocked) {}

    Sheet sheet(CardDetail detail, Locale locale) {
        CardView card = detail.card();
        return new Sheet(
                row(card, locale),
                card.version(),
                card.rule(),
                texts.text(locale, "supervision.rule." + card.rule()),
                card.points(),
                facts(card, locale),
                shares(detail, locale),
                detail.acts().reversed().stream().map(act -> act(act, locale)).toList(),
                detail.allowedToYou(),
                detail.blockedToYou().stream()
                        .map(blocked -> new Blocked(blocked.word(), texts.reason(blocked.reason(), locale)))
                        .toList());
    }

    private List<Fact> facts(CardView card, Locale locale) {
        List<Fact> facts = new ArrayList<>();
        String number = card.caseNumber();
        if (number != null) {
            facts.add(fact("case", number, "/desk/cases/" + number, locale));
        }
        unanswered(card, locale).ifPresent(facts::add);
        if (!card.department().isEmpty()) {
            facts.add(fact("department", words.department(card.department(), locale), null, locale));
        }
        if (card.clock() == null) {
            facts.add(fact("answers", answers(card, locale), null, locale));
        }
        if (card.window() != null) {
            facts.add(fact("window", words.window(card.window(), locale), null, locale));
        }
        String step = card.step();
        String item = card.item();
        if (step != null && item != null) {
            facts.add(fact("step", words.step(item, step), null, locale));
        }
        if (card.dueAt() != null) {
            facts.add(fact("due", words.moment(card.dueAt(), locale), null, locale));
        }
        facts.add(fact("at", words.moment(card.at(), locale), null, locale));
        if (card.late()) {
            facts.add(fact("late", words.moment(card.recordedAt(), locale), null, locale));
        }
        facts.add(fact(
                "rules",
                card.ruleSet().endsWith("/0")
                        ? texts.text(locale, "supervision.card.rules.shipped")
                        : card.ruleSet().replace("/", " · "),
                "/supervision/rules",
                locale));
        if (card.explainBy() != null) {
            facts.add(fact("explain-by", words.moment(card.explainBy(), locale), null, locale));
        }
        return facts;
    }

    /** The post that answers for it, with who held it where that was one person; a clock's shares say more. */
    private String answers(CardView card, Locale locale) {
        String post = texts.text(locale, "manage.role." + card.role());
        String responsible = card.responsible();
        return responsible == null ? post : post + " · " + words.person(responsible, locale);
    }

    /** What nobody answered in time, where that is what the card is for. */
    private Optional<Fact> unanswered(CardView card, Locale locale) {
        return switch (card.rule()) {
            case "S3" -> Optional.of(unanswered("card", "/supervision/cards/" + card.owner(), locale));
            case "S5", "S9" ->
                Optional.of(unanswered("assignment", "/supervision/assignments/" + card.owner(), locale));
            case "C1a" -> Optional.of(unanswered("consultation", "/desk/consult/" + card.owner(), locale));
            default -> Optional.empty();
        };
    }

    private Fact unanswered(String what, String href, Locale locale) {
        return fact("unanswered", texts.text(locale, "supervision.card.unanswered." + what), href, locale);
    }

    private Fact fact(String key, String value, @Nullable String href, Locale locale) {
        return new Fact(texts.text(locale, "supervision.card.fact." + key), value, href);
    }

    private List<ShareRow> shares(CardDetail detail, Locale locale) {
        if (detail.shares().isEmpty()) {
            return List.of();
        }
        String item = detail.card().item();
        Map<Integer, HistoryEntry> events = new HashMap<>();
        histories
                .find(Objects.requireNonNullElse(detail.card().caseNumber(), ""))
                .ifPresent(followed ->
                        histories.history(followed.id()).forEach(entry -> events.put(entry.version(), entry)));
        return detail.shares().stream()
                .map(share -> share(share, holder(share, detail.card()), item, events, locale))
                .toList();
    }

    /** Who had it; of a step that isn't done yet, whoever the card names where it is the post that answers. */
    private static @Nullable String holder(Share share, CardView card) {
        return share.userName() == null && share.part().name().equals(card.role())
                ? card.responsible()
                : share.userName();
    }

    private ShareRow share(
            Share share,
            @Nullable String user,
            @Nullable String item,
            Map<Integer, HistoryEntry> events,
            Locale locale) {
        String step = share.step();
        return new ShareRow(
                texts.text(locale, "Part." + share.part()),
                user == null ? texts.text(locale, "supervision.card.several") : words.person(user, locale),
                step == null || item == null ? null : words.step(item, step),
                share.percent(),
                share.part() != Share.Part.LEADER,
                share.events().stream()
                        .map(events::get)
                        .filter(Objects::nonNull)
                        .map(entry -> texts.text(
                                locale,
                                "supervision.card.event",
                                entry.version(),
                                texts.text(locale, "desk.event." + entry.type()),
                                words.moment(entry.happenedAt(), locale)))
                        .toList());
    }

    private ActRow act(CardDetail.Act act, Locale locale) {
        String post = act.post();
        return new ActRow(
                texts.text(locale, act.type()),
                words.moment(act.happenedAt(), locale),
                words.person(act.actor(), locale)
                        + (post == null ? "" : " · " + texts.text(locale, "manage.role." + post)),
                details(act, locale));
    }

    private List<String> details(CardDetail.Act act, Locale locale) {
        JsonNode body = json.readTree(act.body());
        return switch (act.type()) {
            case "supervision.card-explained" ->
                List.of(body.path("explanation").asString());
            case "supervision.card-found" ->
                List.of(found(body, locale), body.path("reason").asString());
            case "supervision.card-appealed" -> List.of(body.path("reason").asString());
            case "supervision.card-appeal-decided" ->
                List.of(
                        texts.text(
                                locale,
                                "supervision.card.appeal."
                                        + (body.path("granted").asBoolean() ? "granted" : "rejected")),
                        body.path("reason").asString());
            case "supervision.card-lifted" ->
                List.of(
                        body.path("reason").asString(),
                        texts.text(
                                locale,
                                "supervision.card.evidence-was",
                                body.path("evidence").asString()));
            case "supervision.card-withdrawn" -> List.of(withdrawn(body, locale));
            default -> List.of();
        };
    }

    private String found(JsonNode body, Locale locale) {
        if (!body.path("upheld").asBoolean()) {
            return texts.text(locale, "supervision.card.not-upheld");
        }
        List<Outcome> outcomes = body.path("outcomes")
                .valueStream()
                .map(outcome -> Outcome.valueOf(outcome.asString()))
                .toList();
        return texts.text(
                locale, "supervision.card.upheld", outcomes, body.path("points").asInt());
    }

    private String withdrawn(JsonNode body, Locale locale) {
        String cause = body.path("cause").asString();
        String because = texts.text(locale, cause(cause));
        JsonNode movedTo = body.path("movedTo");
        return movedTo.isNull() || movedTo.isMissingNode()
                ? texts.text(locale, "supervision.card.withdrawn", because)
                : texts.text(
                        locale,
                        "supervision.card.withdrawn-moved",
                        because,
                        words.moment(Instant.parse(movedTo.asString()), locale));
    }

    /** The words for a cause: an event's type, of a case or a joint application, or that the calendar or the rules have changed. */
    static String cause(String cause) {
        boolean event = cause.startsWith("case.") || cause.startsWith("joint.");
        return (event ? "desk.event." : "supervision.card.cause.") + cause;
    }
}
