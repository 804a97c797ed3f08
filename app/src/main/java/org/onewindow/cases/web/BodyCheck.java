package org.onewindow.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.ApplicationCheck.MaterialBody;
import org.onewindow.cases.ApplicationCheck.PartyBody;
import org.onewindow.cases.ApplicationCheck.PointBody;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.cases.Receive;
import org.onewindow.cases.web.CaseBodies.ReceiveBody;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import tools.jackson.databind.JsonNode;

/** Turns the bodies of single cases into commands. */
final class BodyCheck {

    private static final int MOST_CO_APPLICANTS = 50;

    private BodyCheck() {}

    static Receive receive(ReceiveBody body) {
        ApplicationCheck check = new ApplicationCheck();
        String override = override(check, body.override());
        PartyBody representative = body.representative();
        List<PartyDetails> coApplicants = new ArrayList<>();
        check.atMost("/coApplicants", body.coApplicants().size(), MOST_CO_APPLICANTS);
        for (int i = 0; i < body.coApplicants().size(); i++) {
            coApplicants.add(
                    check.party("/coApplicants/" + i, body.coApplicants().get(i), override));
        }
        Channel channel = body.channel();
        Receive receive = new Receive(
                check.text("/itemCode", body.itemCode(), ApplicationCheck.LONGEST_NAME),
                body.window(),
                body.station(),
                channel == null ? (body.station() == null ? Channel.WINDOW : Channel.STATION) : channel,
                check.party("/applicant", body.applicant(), override),
                coApplicants,
                representative == null ? null : check.party("/representative", representative, override),
                body.serviceAgent(),
                check.answers("/situations", body.situations()),
                override,
                check.papers("/materials", body.materials()));
        check.done();
        return receive;
    }

    static List<HandedIn> papers(String pointer, List<MaterialBody> materials) {
        ApplicationCheck check = new ApplicationCheck();
        if (materials.isEmpty()) {
            check.wrong(pointer, "required");
        }
        List<HandedIn> papers = check.papers(pointer, materials);
        check.done();
        return papers;
    }

    static List<Command.Point> points(List<PointBody> items) {
        ApplicationCheck check = new ApplicationCheck();
        if (items.isEmpty()) {
            check.wrong("/items", "required");
        }
        List<Command.Point> points = check.points("/items", items);
        check.done();
        return points;
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

    /** The reason why a wrong check character is let pass: as a text, or as {@code {"reason": …}}. */
    private static @Nullable String override(ApplicationCheck check, @Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return null;
        }
        JsonNode reason = given.isObject() ? given.get("reason") : given;
        if (reason == null || !reason.isString() || reason.stringValue().isBlank()) {
            check.wrong("/override", "override");
            return null;
        }
        return check.text("/override", reason.stringValue(), ApplicationCheck.LONGEST_TEXT);
    }
}
