package org.onewindow.joint.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck;
import org.onewindow.cases.ApplicationCheck.MaterialBody;
import org.onewindow.cases.ApplicationCheck.PartyBody;
import org.onewindow.cases.ApplicationCheck.PointBody;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.cases.HandedIn;
import org.onewindow.joint.Apply;
import org.onewindow.joint.JointCommand;
import org.onewindow.joint.PickUp;
import org.onewindow.parties.PartyDetails;
import tools.jackson.databind.JsonNode;

/** The bodies of the contract's joint handling, and what is checked of them before any rule is asked. */
final class JointBodies {

    private static final int MOST = ApplicationCheck.MOST_MATERIALS;
    private static final long MOST_FEN = 100_000_000_000L;
    private static final int LONGEST_PERIOD = 250;

    private JointBodies() {}

    record ApplyBody(
            String theme,
            @Nullable Integer stage,
            String window,
            @Nullable Channel channel,
            @Nullable String project,
            PartyBody applicant,
            List<PartyBody> coApplicants,
            @Nullable PartyBody representative,
            @Nullable String serviceAgent,
            Map<String, JsonNode> answers,
            @Nullable String override,
            List<MaterialBody> materials,
            @Nullable PickUp pickUp) {}

    record JointPromiseBody(String material, LocalDate dueOn) {}

    record JointAcceptBody(List<JointPromiseBody> documentsToFollow) {}

    record JointNoticeBody(List<PointBody> items, @Nullable Integer days) {}

    record JointSupplementBody(List<MaterialBody> materials) {}

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
        ApplicationCheck check = new ApplicationCheck();
        Channel channel = body.channel() == null ? Channel.WINDOW : body.channel();
        if (!channel.servesAtOnce()) {
            check.wrong("/channel", "joint.channel");
        }
        check.atMost("/coApplicants", body.coApplicants().size(), MOST);
        List<PartyDetails> coApplicants = new ArrayList<>();
        for (int i = 0; i < body.coApplicants().size(); i++) {
            coApplicants.add(
                    check.party("/coApplicants/" + i, body.coApplicants().get(i), body.override()));
        }
        PartyBody representative = body.representative();
        String override = ApplicationCheck.optional("/override", body.override());
        if (override != null && override.isBlank()) {
            check.wrong("/override", "override");
        }
        String serviceAgent = ApplicationCheck.optional("/serviceAgent", body.serviceAgent());
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
                serviceAgent,
                check.answers("/answers", body.answers()),
                override,
                check.papers("/materials", body.materials()),
                pickUp == null ? PickUp.TOGETHER : pickUp);
        check.done();
        return apply;
    }

    static Map<String, String> answersOf(Map<String, JsonNode> given) {
        ApplicationCheck check = new ApplicationCheck();
        Map<String, String> answers = check.answers("/answers", given);
        check.done();
        return answers;
    }

    static PartyDetails partyOf(String pointer, PartyBody body) {
        ApplicationCheck check = new ApplicationCheck();
        PartyDetails party = check.party(pointer, body, null);
        check.done();
        return party;
    }

    static String textOf(String pointer, String text, int longest) {
        ApplicationCheck check = new ApplicationCheck();
        String read = check.text(pointer, text, longest);
        check.done();
        return read;
    }

    static JointCommand notice(JointNoticeBody body) {
        ApplicationCheck check = new ApplicationCheck();
        List<Command.Point> points = check.points("/items", body.items());
        Integer days = body.days();
        if (days != null) {
            check.within("/days", days, 1, LONGEST_PERIOD);
        }
        check.done();
        return new JointCommand.RequestSupplement(points, days);
    }

    static JointCommand supplement(JointSupplementBody body) {
        ApplicationCheck check = new ApplicationCheck();
        List<HandedIn> papers = check.papers("/materials", body.materials());
        check.done();
        return new JointCommand.Supplement(papers);
    }

    static JointCommand survey(ArrangeSurveyBody body) {
        ApplicationCheck check = new ApplicationCheck();
        check.atMost("/bodies", body.bodies().size(), MOST);
        String place = check.text("/place", body.place(), ApplicationCheck.LONGEST_TEXT);
        for (int i = 0; i < body.bodies().size(); i++) {
            String at = "/bodies/" + i + "/staff";
            List<String> names = body.bodies().get(i).staff();
            check.atMost(at, names.size(), MOST);
            names.forEach(name -> check.text(at, name, ApplicationCheck.LONGEST_NAME));
        }
        check.done();
        return new JointCommand.ArrangeSurvey(
                body.at(),
                place,
                body.bodies().stream()
                        .map(each -> new JointCommand.Surveyors(each.itemCode(), each.staff()))
                        .toList());
    }

    static JointCommand findings(RecordSurveyBody body) {
        ApplicationCheck check = new ApplicationCheck();
        check.atMost("/findings", body.findings().size(), MOST);
        List<JointCommand.Finding> findings = new ArrayList<>();
        for (int i = 0; i < body.findings().size(); i++) {
            FindingBody finding = body.findings().get(i);
            findings.add(new JointCommand.Finding(
                    finding.itemCode(),
                    check.text("/findings/" + i + "/finding", finding.finding(), ApplicationCheck.LONGEST_TEXT),
                    finding.fits()));
        }
        check.done();
        return new JointCommand.RecordSurvey(body.survey(), findings);
    }

    static JointCommand pay(JointPayBody body) {
        ApplicationCheck check = new ApplicationCheck();
        check.atMost("/lines", body.lines().size(), MOST);
        for (int i = 0; i < body.lines().size(); i++) {
            BillLineBody line = body.lines().get(i);
            check.within("/lines/" + i + "/amountFen", line.amountFen(), 0, MOST_FEN);
            ApplicationCheck.optional("/lines/" + i + "/situation", line.situation());
            ApplicationCheck.optional("/lines/" + i + "/basis", line.basis());
            ApplicationCheck.optional("/lines/" + i + "/reduction", line.reduction());
        }
        check.done();
        return new JointCommand.Pay(
                body.method(),
                body.lines().stream()
                        .map(line -> new JointCommand.BillLine(
                                line.itemCode(), line.amountFen(), line.situation(), line.basis(), line.reduction()))
                        .toList());
    }
}
