package org.onewindow.cases.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.Receive;
import org.onewindow.cases.web.CaseBodies.MaterialBody;
import org.onewindow.cases.web.CaseBodies.PartyBody;
import org.onewindow.cases.web.CaseBodies.ReceiveBody;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import tools.jackson.databind.JsonNode;

/** Turns bodies into commands, collecting every field that can't be what it should be. */
final class BodyCheck {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_MATERIALS = 200;
    private static final int MOST_CO_APPLICANTS = 50;
    private static final int MOST_PAGES = 100_000;

    private final List<InvalidInput.Field> errors = new ArrayList<>();

    static Receive receive(ReceiveBody body) {
        BodyCheck check = new BodyCheck();
        String override = check.override(body.override());
        PartyBody representative = body.representative();
        List<PartyDetails> coApplicants = new ArrayList<>();
        check.atMost("/coApplicants", body.coApplicants().size(), MOST_CO_APPLICANTS);
        for (int i = 0; i < body.coApplicants().size(); i++) {
            coApplicants.add(
                    check.party("/coApplicants/" + i, body.coApplicants().get(i), override));
        }
        Channel channel = body.channel();
        Receive receive = new Receive(
                check.text("/itemCode", body.itemCode(), LONGEST_NAME),
                body.window(),
                body.station(),
                channel == null ? (body.station() == null ? Channel.WINDOW : Channel.STATION) : channel,
                check.party("/applicant", body.applicant(), override),
                coApplicants,
                representative == null ? null : check.party("/representative", representative, override),
                body.serviceAgent(),
                check.situations(body.situations()),
                override,
                check.materials("/materials", body.materials()));
        check.done();
        return receive;
    }

    static List<HandedIn> papers(String pointer, List<MaterialBody> materials) {
        BodyCheck check = new BodyCheck();
        if (materials.isEmpty()) {
            check.wrong(pointer, "required");
        }
        List<HandedIn> papers = check.materials(pointer, materials);
        check.done();
        return papers;
    }

    static List<Command.Point> points(List<CaseBodies.PointBody> items) {
        BodyCheck check = new BodyCheck();
        if (items.isEmpty()) {
            check.wrong("/items", "required");
        }
        check.atMost("/items", items.size(), MOST_MATERIALS);
        List<Command.Point> points = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CaseBodies.PointBody item = items.get(i);
            String problem = item.problem();
            points.add(new Command.Point(
                    check.text("/items/" + i + "/material", item.material(), LONGEST_NAME),
                    problem == null ? "" : check.text("/items/" + i + "/problem", problem, LONGEST_TEXT)));
        }
        check.done();
        return points;
    }

    /** A free text that goes on record; null and blank stay what they are, for the rules to judge. */
    static @Nullable String optional(String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidInput(pointer, "too-long", LONGEST_TEXT);
        }
        return text;
    }

    static int within(String pointer, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InvalidInput(pointer, "range", least, most);
        }
        return value;
    }

    static String phone(String pointer, String phone) {
        if (!Phones.isPhone(phone)) {
            throw new InvalidInput(pointer, "phone");
        }
        return phone;
    }

    private PartyDetails party(String pointer, PartyBody body, @Nullable String override) {
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

    private List<HandedIn> materials(String pointer, List<MaterialBody> bodies) {
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
                    number(at + "/copies", body.copies(), 1, MOST_PAGES),
                    number(at + "/pages", body.pages(), 0, MOST_PAGES)));
        }
        return papers;
    }

    private int number(String pointer, @Nullable Integer value, int least, int most) {
        if (value == null) {
            return 1;
        }
        if (value < least || value > most) {
            errors.add(InvalidInput.Field.of(pointer, "range", least, most));
        }
        return value;
    }

    private Map<String, String> situations(Map<String, JsonNode> given) {
        Map<String, String> situations = new TreeMap<>();
        given.forEach((question, answer) -> {
            if (answer.isString() || answer.isBoolean()) {
                situations.put(question, answer.asString());
            } else {
                wrong("/situations/" + question.replace("~", "~0").replace("/", "~1"), "text");
            }
        });
        return situations;
    }

    /** The reason why a wrong check character is let pass: as a text, or as {@code {"reason": …}}. */
    private @Nullable String override(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        JsonNode reason = given.isObject() ? given.get("reason") : given;
        if (reason == null || !reason.isString() || reason.stringValue().isBlank()) {
            wrong("/override", "override");
            return null;
        }
        return text("/override", reason.stringValue(), LONGEST_TEXT);
    }

    private String text(String pointer, String text, int longest) {
        if (text.isBlank()) {
            wrong(pointer, "required");
        } else if (text.length() > longest) {
            errors.add(InvalidInput.Field.of(pointer, "too-long", longest));
        }
        return text.strip();
    }

    private void atMost(String pointer, int size, int most) {
        if (size > most) {
            errors.add(InvalidInput.Field.of(pointer, "too-many", most));
        }
    }

    private void wrong(String pointer, String key) {
        errors.add(InvalidInput.Field.of(pointer, key));
    }

    private void done() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
