package org.onewindow.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicationCheck.MaterialBody;
import org.onewindow.cases.ApplicationCheck.PartyBody;
import org.onewindow.cases.ApplicationCheck.PointBody;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import tools.jackson.databind.JsonNode;

/** The bodies of the contract's case commands, as they come over the wire. */
final class CaseBodies {

    private CaseBodies() {}

    record ReceiveBody(
            String itemCode,
            @Nullable String window,
            @Nullable Channel channel,
            PartyBody applicant,
            List<PartyBody> coApplicants,
            @Nullable PartyBody representative,
            @Nullable String serviceAgent,
            @Nullable String station,
            Map<String, JsonNode> situations,
            @Nullable JsonNode override,
            List<MaterialBody> materials) {}

    record AcceptBody(
            List<PromiseBody> documentsToFollow, @Nullable CommitmentBody commitment) {}

    record CommitmentBody(
            LocalDate signedOn,
            @Nullable Integer pages,
            @Nullable String repair) {}

    record CheckCommitmentBody(
            Command.CheckOutcome outcome, @Nullable String opinion) {}

    record PromiseBody(String material, LocalDate dueOn) {}

    record RequestSupplementBody(
            List<PointBody> items,
            @Nullable Integer days,
            @Nullable String authorisation) {}

    record SupplementBody(List<MaterialBody> materials) {}

    record RefuseBody(
            Command.RefusalGround ground,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String competentBody) {}

    record CompleteStepBody(
            String step,
            Command.StepOutcome outcome,
            @Nullable String opinion) {}

    record HandOverBody(String to) {}

    record SuspendBody(
            SpecialProcedureKind kind,
            @Nullable Integer days,
            @Nullable String reason) {}

    record ResumeBody(SpecialProcedureKind kind) {}

    record ExtendBody(int days, @Nullable String reason) {}

    record ForwardBody(@Nullable String to, @Nullable String opinion) {}

    record RecordResultBody(
            Command.DecisionOutcome outcome,
            @Nullable String reason,
            @Nullable String documentNumber) {}

    record TellPartiesBody(@Nullable String matter) {}

    record AnnounceHearingBody(
            LocalDate heldOn,
            @Nullable Instant startsAt,
            @Nullable String place,
            String presider) {}

    record RecordHearingBody(
            Command.HearingOutcome outcome, @Nullable String record) {}

    record ReviewLegalityBody(
            Command.StepOutcome outcome, @Nullable String opinion) {}

    record DecideBody(
            Command.DecisionOutcome outcome, @Nullable String reason) {}

    record PayBody(
            long amountFen,
            Command.PaymentMethod method,
            @Nullable String situation,
            @Nullable String basis,
            @Nullable String reduction) {}

    record EmptyBody() {}

    record DeliverBody(@Nullable String recipient, @Nullable String documentNumber) {}

    record ServeBody(
            String document,
            @Nullable String method,
            @Nullable Instant at,
            @Nullable String signer,
            @Nullable String relation,
            @Nullable String refusal,
            @Nullable String witness) {}

    record SpotBody(Command.SpotGround ground, @Nullable String note) {}

    record RemindBody(Command.ReminderWay way, @Nullable Instant at) {}

    record ReasonBody(@Nullable String reason) {}

    record CorrectBody(int event, @Nullable String reason, ReplacementBody replacement) {}

    record ReplacementBody(
            @Nullable List<MaterialBody> materials,
            @Nullable String opinion,
            @Nullable LocalDate endsOn,
            @Nullable String phone) {}

    record CustodyBody(
            String material,
            @Nullable String bag,
            @Nullable Integer pages,
            Command.CustodyAction action,
            @Nullable String to) {}
}
