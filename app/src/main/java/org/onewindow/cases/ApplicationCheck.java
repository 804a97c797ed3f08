package org.onewindow.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import tools.jackson.databind.JsonNode;

/**
 * The parts every application has as they come over the wire, and what is checked of them before any rule is asked; an application
 * on one case and a joint one are alike in them. Collects every field that can't be what it should be.
 */
public final class ApplicationCheck {

    /** How long a name may be, in characters. */
    public static final int LONGEST_NAME = 100;

    /** How long a text may be, in characters. */
    public static final int LONGEST_TEXT = 4_000;

    /** How many papers, or lines about them, come at once. */
    public static final int MOST_MATERIALS = 200;

    /** How many pages a paper has at most. */
    public static final int MOST_PAGES = 100_000;

    private final List<InvalidInput.Field> errors = new ArrayList<>();

    /** Somebody, as written. */
    public record PartyBody(
            ApplicantKind kind,
            String name,
            String idNumber,
            @Nullable String phone) {}

    /** A paper, as written. */
    public record MaterialBody(
            String name,
            MaterialForm form,
            @Nullable Integer copies,
            @Nullable Integer pages) {}

    /** What is missing or wrong, as written. */
    public record PointBody(String material, @Nullable String problem) {}

    /** A free text that goes on record; null and blank stay what they are, for the rules to judge. */
    public static @Nullable String optional(String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidInput(pointer, "too-long", LONGEST_TEXT);
        }
        return text;
    }

    /** Somebody who applies or acts for them; with an override a wrong check character passes (C2). */
    public PartyDetails party(String pointer, PartyBody body, @Nullable String override) {
        PartyDetails.Kind kind =
                body.kind() == ApplicantKind.ORGANISATION ? PartyDetails.Kind.ORGANISATION : PartyDetails.Kind.PERSON;
        String idNumber = IdNumbers.folded(body.idNumber());
        switch (IdNumbers.check(kind, idNumber)) {
            case RIGHT -> {
                // As it should be.
            }
            case WRONG_CHECK_CHARACTER -> {
                if (override == null) {
                    wrong(pointer + "/idNumber", "id-number.check");
                }
            }
            case MALFORMED -> wrong(pointer + "/idNumber", "id-number.form");
        }
        String phone = body.phone();
        if (phone != null && !Phones.isPhone(phone)) {
            wrong(pointer + "/phone", "phone");
        }
        return new PartyDetails(kind, text(pointer + "/name", body.name(), LONGEST_NAME), idNumber, phone);
    }

    /** Papers as they were handed in, each once. */
    public List<HandedIn> papers(String pointer, List<MaterialBody> bodies) {
        atMost(pointer, bodies.size(), MOST_MATERIALS);
        List<HandedIn> papers = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            MaterialBody body = bodies.get(i);
            String at = pointer + "/" + i;
            String name = text(at + "/name", body.name(), LONGEST_NAME);
            if (papers.stream().anyMatch(paper -> paper.name().equals(name))) {
                wrong(at + "/name", "twice");
            }
            papers.add(new HandedIn(
                    name,
                    body.form(),
                    number(at + "/copies", body.copies(), 1),
                    number(at + "/pages", body.pages(), 0)));
        }
        return papers;
    }

    /** What is missing or wrong in the papers. */
    public List<Command.Point> points(String pointer, List<PointBody> items) {
        atMost(pointer, items.size(), MOST_MATERIALS);
        List<Command.Point> points = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PointBody item = items.get(i);
            String at = pointer + "/" + i;
            String problem = item.problem();
            points.add(new Command.Point(
                    text(at + "/material", item.material(), LONGEST_NAME),
                    problem == null ? "" : text(at + "/problem", problem, LONGEST_TEXT)));
        }
        return points;
    }

    /** Answers to an item's or a theme's questions, by question (K6a). */
    public Map<String, String> answers(String pointer, Map<String, JsonNode> given) {
        Map<String, String> answers = new TreeMap<>();
        given.forEach((question, answer) -> {
            if (answer.isString() || answer.isBoolean()) {
                answers.put(question, answer.asString());
            } else {
                wrong(pointer + "/" + question.replace("~", "~0").replace("/", "~1"), "text");
            }
        });
        return answers;
    }

    private int number(String pointer, @Nullable Integer value, int least) {
        if (value == null) {
            return 1;
        }
        within(pointer, value, least, MOST_PAGES);
        return value;
    }

    /** A text that must be there. */
    public String text(String pointer, String text, int longest) {
        if (text.isBlank()) {
            wrong(pointer, "required");
        } else if (text.length() > longest) {
            wrong(pointer, "too-long", longest);
        }
        return text.strip();
    }

    /** No more of something than so many. */
    public void atMost(String pointer, int size, int most) {
        if (size > most) {
            wrong(pointer, "too-many", most);
        }
    }

    /** A number between two others. */
    public void within(String pointer, long value, long least, long most) {
        if (value < least || value > most) {
            wrong(pointer, "range", least, most);
        }
    }

    /** A field that is wrong for a reason of its own. */
    public void wrong(String pointer, String key, Object... arguments) {
        errors.add(InvalidInput.Field.of(pointer, key, arguments));
    }

    /**
     * Ends the check.
     *
     * @throws InvalidInput with every field that was wrong
     */
    public void done() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
