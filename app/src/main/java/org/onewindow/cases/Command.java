package org.onewindow.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.ItemVersion.SpecialProcedureKind;

/** What can be asked of a case that exists (section 3 of the domain). */
public sealed interface Command {

    /** Which command it is. */
    CaseCommand kind();

    /** Why a case isn't accepted (C4). */
    enum RefusalGround {
        /** 不受理: no licence is needed (APL 32(1)). */
        NO_LICENCE_NEEDED,
        /** 不予受理: another body is competent (APL 32(2)). */
        NOT_OUR_AUTHORITY,
        /** 不予受理: false materials (APL 78). */
        FALSE_MATERIALS,
        /** 不予受理: a bar is in force (APL 78, 79). */
        BARRED,
        /** 不予受理: another lawful ground, cited. */
        OTHER
    }

    /** Outcome of a work step. */
    enum StepOutcome {
        PASS,
        FAIL
    }

    /** What became of the right to be heard (C7). */
    enum HearingOutcome {
        /** A hearing was held. */
        HELD,
        /** Nobody asked for one within the five days of APL 47. */
        NOT_ASKED
    }

    /** Outcome of a decision (C7). */
    enum DecisionOutcome {
        GRANTED,
        REFUSED
    }

    /** How it was paid (C6). */
    enum PaymentMethod {
        CASH,
        CARD,
        BANK,
        CODE
    }

    /** What is done with a paper original (C15). */
    enum CustodyAction {
        TAKE,
        HAND_ON,
        RETURN,
        ARCHIVE
    }

    /** Why something wasn't done on the spot (C5). */
    enum SpotGround {
        /** Papers are missing. */
        MATERIALS_MISSING,
        /** Something has to be checked first. */
        CHECK_NEEDED,
        /** Whoever has to do it isn't there. */
        OFFICIAL_ABSENT,
        /** A system is down. */
        SYSTEM_DOWN,
        /** The applicant wants it so. */
        APPLICANT_WISHES,
        /** Another reason, noted. */
        OTHER
    }

    /** How an applicant was reminded (C10). */
    enum ReminderWay {
        PHONE,
        MESSAGE,
        WINDOW,
        POST
    }

    /** One point of a one-time notice (C3): a paper and what is wrong with it. */
    record Point(String material, String problem) {}

    /** A paper promised for a day (C16). */
    record Promise(String material, LocalDate dueOn) {}

    /** What a check of a declared commitment found (C16). */
    enum CheckOutcome {
        KEPT,
        NOT_KEPT
    }

    /**
     * A commitment the applicant signed (告知承诺, C16).
     *
     * @param signedOn the day on the letter
     * @param pages pages of the signed letter
     * @param repair the document by which credit was repaired, of somebody whose earlier commitment proved false; null for others
     */
    record Commitment(
            LocalDate signedOn, int pages, @Nullable String repair) {}

    /**
     * 受理.
     *
     * @param commitment the commitment on which it is to be decided on the spot (C16); null in the ordinary course
     */
    record Accept(List<Promise> documentsToFollow, @Nullable Commitment commitment) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.ACCEPT;
        }
    }

    /**
     * 一次性告知.
     *
     * @param days period for supplying; null: the default
     * @param authorisation the chief representative's reason for points not named before (C3); null without
     */
    record RequestSupplement(
            List<Point> points,
            @Nullable Integer days,
            @Nullable String authorisation) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.REQUEST_SUPPLEMENT;
        }
    }

    /** 补正. */
    record Supplement(List<HandedIn> materials) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.SUPPLEMENT;
        }
    }

    /** 不受理, 不予受理. */
    record Refuse(
            RefusalGround ground,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String competentBody) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.REFUSE;
        }
    }

    /** A work step is done. */
    record CompleteStep(
            String step, StepOutcome outcome, @Nullable String opinion) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.COMPLETE_STEP;
        }
    }

    /** A special procedure begins. */
    record Suspend(
            SpecialProcedureKind procedure,
            @Nullable Integer days,
            @Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.SUSPEND;
        }
    }

    /** A special procedure ends. */
    record Resume(SpecialProcedureKind procedure) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.RESUME;
        }
    }

    /** 延长. */
    record Extend(int days, @Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.EXTEND;
        }
    }

    /** 告知利害关系人: applicant and interested parties learn what is at stake and that they may ask to be heard (APL 36, 47). */
    record TellParties(@Nullable String matter) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.TELL_PARTIES;
        }
    }

    /**
     * 听证通知: when, where and before whom they will be heard (APL 48).
     *
     * @param startsAt when it begins on that day; null where only the day is known
     * @param presider sign-in name of whoever presides; not somebody who examined the case
     */
    record AnnounceHearing(
            LocalDate heldOn,
            @Nullable Instant startsAt,
            @Nullable String place,
            String presider) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.ANNOUNCE_HEARING;
        }
    }

    /** 听证笔录: what was said, or that nobody asked to be heard in time. */
    record RecordHearing(HearingOutcome outcome, @Nullable String record) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.RECORD_HEARING;
        }
    }

    /** 法制审核. */
    record ReviewLegality(StepOutcome outcome, @Nullable String opinion) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.REVIEW_LEGALITY;
        }
    }

    /** 决定. */
    record Decide(DecisionOutcome outcome, @Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.DECIDE;
        }
    }

    /** 转报. */
    record Forward(@Nullable String to, @Nullable String opinion) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.FORWARD;
        }
    }

    /** The higher body's result. */
    record RecordResult(
            DecisionOutcome outcome,
            @Nullable String reason,
            @Nullable String documentNumber) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.RECORD_RESULT;
        }
    }

    /** One fee line is settled. */
    record Pay(
            long amountFen,
            PaymentMethod method,
            @Nullable String situation,
            @Nullable String basis,
            @Nullable String reduction)
            implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.PAY;
        }
    }

    /** 办结. */
    record Complete() implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.COMPLETE;
        }
    }

    /** 送达: who collected, and the paper they showed. */
    record Deliver(@Nullable String recipient, @Nullable String documentNumber) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.DELIVER;
        }
    }

    /** 告知承诺核查 (C16): what was granted on a commitment is looked at afterwards. */
    record CheckCommitment(CheckOutcome outcome, @Nullable String opinion) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.CHECK_COMMITMENT;
        }
    }

    /** 撤销 (C16, APL 69): what was granted on a commitment that proved false and wasn't put right. */
    record Revoke(@Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.REVOKE;
        }
    }

    /** 撤回. */
    record Withdraw(@Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.WITHDRAW;
        }
    }

    /** 终止. */
    record Terminate(@Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.TERMINATE;
        }
    }

    /** Somebody else goes on. */
    record HandOver(String to) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.HAND_OVER;
        }
    }

    /** 为何未当场办结: why it wasn't done on the spot (C5). */
    record ExplainSpot(SpotGround ground, @Nullable String note) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.NOT_ON_THE_SPOT;
        }
    }

    /**
     * 提醒: the applicant was reminded of papers that are awaited (C10).
     *
     * @param at null: now
     */
    record Remind(ReminderWay way, @Nullable Instant at) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.REMIND;
        }
    }

    /** 纠错. */
    record Correct(int event, @Nullable String reason, Replacement replacement) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.CORRECT;
        }
    }

    /** What a correction puts in the place of the wrong entry; exactly one is given. */
    record Replacement(
            @Nullable List<HandedIn> materials,
            @Nullable String opinion,
            @Nullable LocalDate endsOn,
            @Nullable String phone) {}

    /** 作废. */
    record MarkVoid(@Nullable String reason) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.VOID;
        }
    }

    /** A paper original changes hands. */
    record MoveCustody(
            String material,
            @Nullable String bag,
            int pages,
            CustodyAction action,
            @Nullable String to) implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.CUSTODY;
        }
    }

    /**
     * 送达回证 (C8a): a document was told.
     *
     * @param at null: now
     * @param signer who signed for it; null where nobody signs (by public notice) or the signature was refused
     * @param relation what the signer is to the addressee; null for the addressee
     * @param refusal why it wasn't signed for (拒收); null if it was
     * @param witness who witnessed the refusal
     */
    record Serve(
            String document,
            @Nullable String method,
            @Nullable Instant at,
            @Nullable String signer,
            @Nullable String relation,
            @Nullable String refusal,
            @Nullable String witness)
            implements Command {
        @Override
        public CaseCommand kind() {
            return CaseCommand.SERVE;
        }
    }
}
