package org.onewindow.cases.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.ApplicantKind;
import org.onewindow.cases.Channel;
import org.onewindow.cases.Command.CheckOutcome;
import org.onewindow.cases.Command.CustodyAction;
import org.onewindow.cases.Command.DecisionOutcome;
import org.onewindow.cases.Command.HearingOutcome;
import org.onewindow.cases.Command.PaymentMethod;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.Command.ReminderWay;
import org.onewindow.cases.Command.SpotGround;
import org.onewindow.cases.Command.StepOutcome;
import org.onewindow.cases.HandedIn;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;
import org.onewindow.timelimit.ClockKind;
import org.onewindow.timelimit.Unit;

/**
 * What can happen to a case (C12). Events are data for decades: fields are only ever added, as nullable or with a default.
 * Bodies hold party ids, never names or numbers (V3). Days are legal days in the centre's zone.
 */
public sealed interface CaseEvent {

    /** A clock whose due day moved with the calendar (T1). */
    record Moved(
            ClockKind clock,
            String reference,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * 收件 (C2).
     *
     * @param conditions conditions in words the clerk ticked as applying (K6b)
     * @param override why a wrong check character was let pass; null when none was
     * @param querySalt random part of the query code; the code itself is derived with the master key
     * @param joint number of the joint application it is a member of (J2); null for a case of its own
     */
    record Received(
            String number,
            String itemCode,
            int itemVersion,
            String department,
            Channel channel,
            @Nullable String window,
            @Nullable String station,
            ApplicantKind applicantKind,
            long applicant,
            List<Long> coApplicants,
            @Nullable Long representative,
            @Nullable String serviceAgent,
            Map<String, String> situations,
            List<String> conditions,
            List<HandedIn> materials,
            @Nullable String override,
            String querySalt,
            LocalDate on,
            @Nullable String joint)
            implements CaseEvent {}

    /**
     * 一次性告知 (C3, T8).
     *
     * @param returnsPapers the RETURN rule: papers go back and the case ends
     * @param authorisation the chief representative's reason for new points; null when there are none
     * @param servedOn the day it was told; null until {@link Served} records it
     */
    record SupplementRequested(
            List<Point> points,
            int days,
            boolean returnsPapers,
            @Nullable String authorisation,
            @Nullable LocalDate servedOn)
            implements CaseEvent {}

    /** 补正, or a document to follow that came in (T8, C16). {@code completes}: everything named is there now. */
    record Supplemented(List<HandedIn> materials, boolean completes, LocalDate on) implements CaseEvent {}

    /**
     * A signed commitment on which a case was accepted (C16).
     *
     * @param standsInFor names of the missing papers it stands in for
     * @param repair the document by which credit was repaired; null where none was needed
     */
    record Commitment(
            LocalDate signedOn,
            int pages,
            List<String> standsInFor,
            @Nullable String repair) {}

    /**
     * 受理 (C4, T4).
     *
     * @param effectiveOn the day from which the case counts as accepted
     * @param startDay the day the limits start from (T5)
     * @param deemed whether the law did it, nobody having answered in time
     * @param commitment the commitment that takes the place of the examination (C16); null without
     */
    record Accepted(
            LocalDate effectiveOn,
            LocalDate startDay,
            boolean deemed,
            List<Promise> toFollow,
            @Nullable Commitment commitment)
            implements CaseEvent {}

    /** 不受理, 不予受理 (C4). */
    record Refused(
            RefusalGround ground,
            String reason,
            String legalBasis,
            @Nullable String competentBody,
            @Nullable LocalDate servedOn)
            implements CaseEvent {}

    /** A work step was done (C5). */
    record StepCompleted(String step, StepOutcome outcome, String opinion) implements CaseEvent {}

    /** A special procedure stops the clocks (T6), from the day its notice was served; null until then. */
    record Suspended(
            SpecialProcedureKind kind,
            String name,
            int days,
            Unit unit,
            String reason,
            @Nullable LocalDate servedOn) implements CaseEvent {}

    /** The stated days of a suspension are over: the clocks run on, the state stays (T6). */
    record StatedDaysEnded(SpecialProcedureKind kind, LocalDate on) implements CaseEvent {}

    /** A special procedure ended (T6). */
    record Resumed(SpecialProcedureKind kind, LocalDate on) implements CaseEvent {}

    /** 延长 (T7), in the statutory limit's unit. */
    record Extended(int days, Unit unit, String reason) implements CaseEvent {}

    /** 告知利害关系人 (C7, APL 36, 47): what was told; names nobody. */
    record PartiesTold(String matter, LocalDate on) implements CaseEvent {}

    /** 听证通知 (T14, APL 48); {@code startsAt} is null where only the day was said. */
    record HearingAnnounced(LocalDate heldOn, @Nullable Instant startsAt, String place, String presider)
            implements CaseEvent {}

    /** 听证笔录, or that nobody asked to be heard (C7, APL 47, 48). */
    record HearingRecorded(HearingOutcome outcome, String record) implements CaseEvent {}

    /** 法制审核 (C7). */
    record LegallyReviewed(StepOutcome outcome, String opinion) implements CaseEvent {}

    /** 转报 (T9). */
    record Forwarded(String to, String opinion) implements CaseEvent {}

    /** The higher body's result came back (T9). */
    record ResultRecorded(DecisionOutcome outcome, String reason, String documentNumber, LocalDate on)
            implements CaseEvent {}

    /** 决定 (C7). */
    record Decided(DecisionOutcome outcome, String reason, LocalDate on) implements CaseEvent {}

    /** One fee line was settled (C6). */
    record Paid(
            long amountFen,
            PaymentMethod method,
            @Nullable String situation,
            @Nullable String basis,
            @Nullable String reduction,
            LocalDate on)
            implements CaseEvent {}

    /** 办结 (C8). */
    record Completed(LocalDate on) implements CaseEvent {}

    /** 送达, 取件登记 (C8): the recipient and the paper shown are kept as a party. */
    record Delivered(long recipient, LocalDate on) implements CaseEvent {}

    /** 送达回证 (C8a). */
    record Served(
            String document,
            String method,
            Instant at,
            LocalDate on,
            @Nullable Long signer,
            @Nullable String relation,
            @Nullable String refusal,
            @Nullable Long witness)
            implements CaseEvent {}

    /**
     * 告知承诺核查 (C16).
     *
     * @param days working days in which the applicant is ordered to put it right; null where nothing is ordered
     */
    record CommitmentChecked(
            CheckOutcome outcome, String opinion, @Nullable Integer days, LocalDate on) implements CaseEvent {}

    /** 撤销 (C16, APL 69). */
    record Revoked(String reason, LocalDate on) implements CaseEvent {}

    /** 撤回 (C10). */
    record Withdrawn(String reason) implements CaseEvent {}

    /**
     * 终止 (C10).
     *
     * @param notSupplied 补正不来办结: papers asked for or promised didn't come within the period
     * @param basis the rule cited for ending it; null when an approver terminated
     */
    record Terminated(
            String reason, boolean notSupplied, @Nullable String basis) implements CaseEvent {}

    /** Somebody else goes on (C5). */
    record HandedOver(String from, String to, @Nullable String window) implements CaseEvent {}

    /** 为何未当场办结 (C5); {@code note} is null where the ground says it all. */
    record SpotExplained(SpotGround ground, @Nullable String note) implements CaseEvent {}

    /** 提醒 of papers that are awaited (C10): when the applicant was reminded, and on which day. */
    record Reminded(ReminderWay way, Instant at, LocalDate on) implements CaseEvent {}

    /**
     * 纠错 (C12): puts an entry right, naming it and why.
     *
     * @param event version of the event that was wrong
     * @param materials the right list, where that was wrong
     * @param opinion the right opinion
     * @param endsOn the right end of a suspension
     * @param contact whether contact data was put right (kept with the party)
     */
    record Corrected(
            int event,
            String reason,
            @Nullable List<HandedIn> materials,
            @Nullable String opinion,
            @Nullable LocalDate endsOn,
            boolean contact)
            implements CaseEvent {}

    /** 作废 (C12). */
    record Voided(String reason) implements CaseEvent {}

    /** A paper original changed hands (C15). */
    record CustodyMoved(
            String material,
            @Nullable String bag,
            int pages,
            CustodyAction action,
            @Nullable String to) implements CaseEvent {}

    /** A new calendar edition moved due days (T1). */
    record CalendarChanged(long edition, List<Moved> moved) implements CaseEvent {}
}
