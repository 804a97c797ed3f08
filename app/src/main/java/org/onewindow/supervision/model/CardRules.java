package org.onewindow.supervision.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Refusal;
import org.onewindow.supervision.CardCommand;
import org.onewindow.supervision.CardState;
import org.onewindow.supervision.Colour;
import org.onewindow.supervision.Outcome;

/** What a command does to a card, or every reason why it may not (S3, S4). Whose it is to give is the door's to say. */
public final class CardRules {

    private static final int MOST_POINTS = 100;

    /**
     * What a rule may look at besides card and command.
     *
     * @param actor sign-in name of who gives the command
     * @param foundBy sign-in name of who found; null while nobody has
     * @param appealBy the last instant for appealing; null while nothing is found
     */
    public record Context(
            String actor,
            Instant now,
            @Nullable String foundBy,
            @Nullable Instant appealBy) {}

    /** The event, or the refusals. */
    public record Verdict(@Nullable CardEvent event, List<Refusal> refusals) {}

    private final CardFile card;
    private final Context context;
    private final List<Refusal> refusals = new ArrayList<>();

    private CardRules(CardFile card, Context context) {
        this.card = card;
        this.context = context;
    }

    /** Decides a command. */
    public static Verdict decide(CardFile card, CardCommand command, Context context) {
        CardRules rules = new CardRules(card, context);
        CardEvent event = rules.event(command);
        return new Verdict(rules.refusals.isEmpty() ? event : null, List.copyOf(rules.refusals));
    }

    private CardEvent event(CardCommand command) {
        return switch (command) {
            case CardCommand.Explain explain -> explain(explain);
            case CardCommand.Find find -> find(find);
            case CardCommand.Lift lift -> lift(lift);
            case CardCommand.Appeal appeal -> appeal(appeal);
            case CardCommand.DecideAppeal decide -> decideAppeal(decide);
        };
    }

    private CardEvent explain(CardCommand.Explain command) {
        refuseIf(card.colour() == Colour.WARNING, "S3", "card.warning");
        refuseIf(card.state() != CardState.OPEN, "S3", "card.explain-state", card.state());
        return new CardEvent.Explained(required(command.explanation(), "S3", "card.explanation"));
    }

    private CardEvent find(CardCommand.Find command) {
        refuseIf(card.colour() == Colour.WARNING, "S3", "card.warning");
        refuseIf(
                card.state() != CardState.EXPLAINED && card.state() != CardState.OPEN,
                "S3",
                "card.find-state",
                card.state());
        Instant explainBy = card.explainBy();
        refuseIf(
                card.state() == CardState.OPEN
                        && explainBy != null
                        && !context.now().isAfter(explainBy),
                "S3",
                "card.find-early",
                explainBy == null ? "" : explainBy);
        refuseIf(context.actor().equals(card.responsible()), "S3", "card.own");
        List<Outcome> outcomes = command.outcomes().stream()
                .filter(outcome -> outcome != Outcome.NONE)
                .distinct()
                .toList();
        refuseIf(command.upheld() && outcomes.isEmpty(), "S3", "card.outcome");
        refuseIf(!command.upheld() && !outcomes.isEmpty(), "S3", "card.no-outcome");
        Integer given = command.points();
        refuseIf(given != null && (given < 0 || given > MOST_POINTS), "S3", "card.points", MOST_POINTS);
        refuseIf(!command.upheld() && given != null && given > 0, "S3", "card.no-points");
        int points = command.upheld() ? (given == null ? card.points() : given) : 0;
        return new CardEvent.Found(command.upheld(), outcomes, points, required(command.reason(), "S3", "card.reason"));
    }

    private CardEvent lift(CardCommand.Lift command) {
        refuseIf(card.state() == CardState.LIFTED, "S4", "card.lifted");
        refuseIf(context.actor().equals(card.responsible()), "S4", "card.own");
        return new CardEvent.Lifted(
                required(command.reason(), "S4", "card.lift-reason"),
                required(command.evidence(), "S4", "card.lift-evidence"));
    }

    private CardEvent appeal(CardCommand.Appeal command) {
        refuseIf(card.state() != CardState.FOUND, "S4", "card.appeal-state", card.state());
        refuseIf(card.appealed(), "S4", "card.appealed");
        Instant appealBy = context.appealBy();
        refuseIf(
                appealBy != null && context.now().isAfter(appealBy),
                "S4",
                "card.appeal-late",
                appealBy == null ? "" : appealBy);
        return new CardEvent.Appealed(required(command.reason(), "S4", "card.reason"));
    }

    private CardEvent decideAppeal(CardCommand.DecideAppeal command) {
        refuseIf(card.state() != CardState.APPEALED, "S4", "card.no-appeal", card.state());
        refuseIf(context.actor().equals(context.foundBy()), "S4", "card.found-by-you");
        refuseIf(context.actor().equals(card.responsible()), "S4", "card.own");
        return new CardEvent.AppealDecided(command.granted(), required(command.reason(), "S4", "card.reason"));
    }

    private String required(@Nullable String given, String rule, String key) {
        String text = given == null ? "" : given.strip();
        refuseIf(text.isEmpty(), rule, key);
        return text;
    }

    private void refuseIf(boolean wrong, String rule, String key, Object... arguments) {
        if (wrong) {
            refusals.add(Refusal.of(rule, key, arguments));
        }
    }
}
