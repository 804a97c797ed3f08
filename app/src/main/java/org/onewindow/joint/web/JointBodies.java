package org.onewindow.joint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion.MaterialForm;
import org.onewindow.joint.Apply;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.PickUp;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.parties.IdNumbers;
import org.onewindow.parties.PartyDetails;
import org.onewindow.parties.Phones;
import tools.jackson.databind.JsonNode;

/** The bodies of the contract's joint handling, and what is checked of them before any rule is asked. */
final class JointBodies {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_TEXT = 4_000;
    private static final int MOST = 200;
    private static final int MOST_PAGES = 100_000;
    private static final long MOST_FEN = 100_000_000_000L;
    private static final int LONGEST_PERIOD = 250;

    private final List<InvalidInput.Field> wrong = new ArrayList<>();

    record JointPartyBody(
            ApplicantKind kind,
            String name,
            String idNumber,
            @Nullable String phone) {}

    record JointMaterialBody(
            String name,
            MaterialForm form,
            @Nullable Integer copies,
            @Nullable Integer pages) {}

    record ApplyBody(
            String theme,
            @Nullable Integer stage,
            String window,
            @Nullable Channel channel,
            @Nullable String project,
            JointPartyBody applicant,
            List<JointPartyBody> coApplicants,
            @Nullable JointPartyBody representative,
            @Nullable String serviceAgent,
            Map<String, JsonNode> answers,
            @Nullable String override,
            List<JointMaterialBody> materials,
            @Nullable PickUp pickUp) {}

    record JointPromiseBody(String material, LocalDate dueOn) {}

    record JointAcceptBody(List<JointPromiseBody> documentsToFollow) {}

    record JointPointBody(String material, @Nullable String problem) {}

    record JointNoticeBody(
            List<JointPointBody> items, @Nullable Integer days) {}

    record JointSupplementBody(List<JointMaterialBody> materials) {}

    record JointRefuseBody(
            Command.RefusalGround ground,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String competentBody) {}

    record JointExtendBody(int days, @Nullable String reason) {}

    record JointReasonBody(@Nullable String reason) {}

    record SurveyorsBody(String itemCode, List<String> staff) {}

    record ArrangeSurveyBody(Instant at, String place, List<SurveyorsBody> bodies) {}

    record FindingBody(String itemCode, String finding, boolean fits) {}

    record RecordSurveyBody(int survey, List<FindingBody> findings) {}

    record BillLineBody(
            String itemCode,
            long amountFen,
            @Nullable String situation,
            @Nullable String basis,
            @Nullable String reduction) {}

    record JointPayBody(Command.PaymentMethod method, List<BillLineBody> lines) {}

    record JointDeliverBody(
            @Nullable String recipient, @Nullable String documentNumber) {}

    record PickUpBody(PickUp pickUp) {}

    record WhatIfBody(Map<String, Integer> days) {}

    static Apply apply(ApplyBody body) {
        JointBodies check = new JointBodies();
        Channel channel = body.channel() == null ? Channel.WINDOW : body.channel();
        if (!channel.servesAtOnce()) {
            check.wrong("/channel", "joint.channel");
        }
        check.atMost("/coApplicants", body.coApplicants().size());
        List<PartyDetails> coApplicants = new ArrayList<>();
        for (int i = 0; i < body.coApplicants().size(); i++) {
            coApplicants.add(
                    check.party("/coApplicants/" + i, body.coApplicants().get(i), body.override()));
        }
        JointPartyBody representative = body.representative();
        String override = optional("/override", body.override());
        if (override != null && override.isBlank()) {
            check.wrong("/override", "override");
        }
        Integer stage = body.stage();
        PickUp pickUp = body.pickUp();
        Apply apply = new Apply(
                body.theme(),
                stage == null ? 1 : stage,
                body.window(),
                channel,
                body.project(),
                check.party("/applicant", body.applicant(), override),
                coApplicants,
                representative == null ? null : check.party("/representative", representative, override),
                body.serviceAgent(),
                check.answers(body.answers()),
                override,
                check.papers("/materials", body.materials()),
                pickUp == null ? PickUp.TOGETHER : pickUp);
        check.done();
        return apply;
    }

    static Map<String, String> answersOf(Map<String, JsonNode> given) {
        JointBodies check = new JointBodies();
        Map<String, String> answers = check.answers(given);
        check.done();
        return answers;
    }

    static PartyDetails partyOf(String pointer, JointPartyBody body) {
        JointBodies check = new JointBodies();
        PartyDetails party = check.party(pointer, body, null);
        check.done();
        return party;
    }

    static String textOf(String pointer, String text, int longest) {
        JointBodies check = new JointBodies();
        String read = check.text(pointer, text, longest);
        check.done();
        return read;
    }

    static @Nullable String optional(String pointer, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new InvalidInput(pointer, "too-long", LONGEST_TEXT);
        }
        return text;
    }

    static JointCommand notice(JointNoticeBody body) {
        JointBodies check = new JointBodies();
        check.atMost("/items", body.items().size());
        List<Command.Point> points = new ArrayList<>();
        for (int i = 0; i < body.items().size(); i++) {
            JointPointBody item = body.items().get(i);
            String problem = item.problem();
            points.add(new Command.Point(
                    check.text("/items/" + i + "/material", item.material(), LONGEST_NAME),
                    problem == null ? "" : check.text("/items/" + i + "/problem", problem, LONGEST_TEXT)));
        }
        Integer days = body.days();
        if (days != null && (days < 1 || days > LONGEST_PERIOD)) {
            check.wrong.add(InvalidInput.Field.of("/days", "range", 1, LONGEST_PERIOD));
        }
        check.done();
        return new JointCommand.RequestSupplement(points, days);
    }

    static JointCommand supplement(JointSupplementBody body) {
        JointBodies check = new JointBodies();
        List<HandedIn> papers = check.papers("/materials", body.materials());
        check.done();
        return new JointCommand.Supplement(papers);
    }

    static JointCommand survey(ArrangeSurveyBody body) {
        JointBodies check = new JointBodies();
        check.atMost("/bodies", body.bodies().size());
        String place = check.text("/place", body.place(), LONGEST_TEXT);
        check.done();
        return new JointCommand.ArrangeSurvey(
                body.at(),
                place,
                body.bodies().stream()
                        .map(each -> new JointCommand.Surveyors(each.itemCode(), each.staff()))
                        .toList());
    }

    static JointCommand findings(RecordSurveyBody body) {
        JointBodies check = new JointBodies();
        check.atMost("/findings", body.findings().size());
        List<JointCommand.Finding> findings = new ArrayList<>();
        for (int i = 0; i < body.findings().size(); i++) {
            FindingBody finding = body.findings().get(i);
            findings.add(new JointCommand.Finding(
                    finding.itemCode(),
                    check.text("/findings/" + i + "/finding", finding.finding(), LONGEST_TEXT),
                    finding.fits()));
        }
        check.done();
        return new JointCommand.RecordSurvey(body.survey(), findings);
    }

    static JointCommand pay(JointPayBody body) {
        JointBodies check = new JointBodies();
        check.atMost("/lines", body.lines().size());
        for (int i = 0; i < body.lines().size(); i++) {
            long amount = body.lines().get(i).amountFen();
            if (amount < 0 || amount > MOST_FEN) {
                check.wrong.add(InvalidInput.Field.of("/lines/" + i + "/amountFen", "range", 0, MOST_FEN));
            }
        }
        check.done();
        return new JointCommand.Pay(
                body.method(),
                body.lines().stream()
                        .map(line -> new JointCommand.BillLine(
                                line.itemCode(), line.amountFen(), line.situation(), line.basis(), line.reduction()))
                        .toList());
    }

    private PartyDetails party(String pointer, JointPartyBody body, @Nullable String override) {
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

    private List<HandedIn> papers(String pointer, List<JointMaterialBody> bodies) {
        atMost(pointer, bodies.size());
        List<HandedIn> papers = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            JointMaterialBody body = bodies.get(i);
            String name = text(pointer + "/" + i + "/name", body.name(), LONGEST_NAME);
            if (papers.stream().anyMatch(paper -> paper.name().equals(name))) {
                wrong(pointer + "/" + i + "/name", "twice");
            }
            papers.add(new HandedIn(
                    name,
                    body.form(),
                    number(pointer + "/" + i + "/copies", body.copies(), 1),
                    number(pointer + "/" + i + "/pages", body.pages(), 0)));
        }
        return papers;
    }

    private int number(String pointer, @Nullable Integer value, int least) {
        if (value != null && (value < least || value > MOST_PAGES)) {
            wrong.add(InvalidInput.Field.of(pointer, "range", least, MOST_PAGES));
        }
        return value == null ? 1 : value;
    }

    private Map<String, String> answers(Map<String, JsonNode> given) {
        Map<String, String> answers = new TreeMap<>();
        given.forEach((question, answer) -> {
            if (answer.isString() || answer.isBoolean()) {
                answers.put(question, answer.asString());
            } else {
                wrong("/answers/" + question.replace("~", "~0").replace("/", "~1"), "text");
            }
        });
        return answers;
    }

    private String text(String pointer, String text, int longest) {
        if (text.isBlank()) {
            wrong(pointer, "required");
        } else if (text.length() > longest) {
            wrong.add(InvalidInput.Field.of(pointer, "too-long", longest));
        }
        return text.strip();
    }

    private void atMost(String pointer, int size) {
        if (size > MOST) {
            wrong.add(InvalidInput.Field.of(pointer, "too-many", MOST));
        }
    }

    private void wrong(String pointer, String key) {
        wrong.add(InvalidInput.Field.of(pointer, key));
    }

    private void done() {
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }
}
