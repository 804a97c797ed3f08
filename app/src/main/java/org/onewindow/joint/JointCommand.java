package org.onewindow.joint;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.Command.PaymentMethod;
import org.onewindow.cases.Command.Point;
import org.onewindow.cases.Command.Promise;
import org.onewindow.cases.Command.RefusalGround;
import org.onewindow.cases.HandedIn;

/** What can be asked of a joint application as a whole; members are worked by ordinary commands on their cases. */
public sealed interface JointCommand {

    /** Kinds of command, in the order in which they are offered. */
    enum Kind {
        ACCEPT("J2"),
        REQUEST_SUPPLEMENT("J2"),
        SUPPLEMENT("J2"),
        REFUSE("C4"),
        EXTEND("T7"),
        ARRANGE_SURVEY("T14"),
        RECORD_SURVEY("T14"),
        PAY("C6"),
        DELIVER("J2"),
        CHOOSE_PICK_UP("J2"),
        WITHDRAW("C10");

        private final String rule;

        Kind(String rule) {
            this.rule = rule;
        }

        /** The rule that says when it is lawful. */
        public String rule() {
            return rule;
        }

        /** The word in addresses and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which it is. */
    Kind kind();

    /** 统一受理: one acceptance for all members. */
    record Accept(List<Promise> documentsToFollow) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.ACCEPT;
        }
    }

    /** 一次性告知: everything missing of all members; {@code days} null: the default. */
    record RequestSupplement(List<Point> points, @Nullable Integer days) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.REQUEST_SUPPLEMENT;
        }
    }

    /** 补正. */
    record Supplement(List<HandedIn> materials) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.SUPPLEMENT;
        }
    }

    /** 不受理, 不予受理. */
    record Refuse(
            RefusalGround ground,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String competentBody) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.REFUSE;
        }
    }

    /** 延长: by the county's leader, once, 15 working days at most (T7, APL 42). */
    record Extend(int days, @Nullable String reason) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.EXTEND;
        }
    }

    /** Who of a body goes to the site. */
    record Surveyors(String itemCode, List<String> staff) {}

    /** 联合踏勘: one appointment for several members, at least two of the staff of each (APL 34). */
    record ArrangeSurvey(Instant at, String place, List<Surveyors> bodies) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.ARRANGE_SURVEY;
        }
    }

    /** What one body found at the site. */
    record Finding(String itemCode, String finding, boolean fits) {}

    /** The record of a survey, by its number from 1. */
    record RecordSurvey(int survey, List<Finding> findings) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.RECORD_SURVEY;
        }
    }

    /** One line of the one bill (一费结). */
    record BillLine(
            String itemCode,
            long amountFen,
            @Nullable String situation,
            @Nullable String basis,
            @Nullable String reduction) {}

    /** 一费结: all lines named are settled at once, or none. */
    record Pay(PaymentMethod method, List<BillLine> lines) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.PAY;
        }
    }

    /** 统一出件: all results that are ready and not collected yet. */
    record Deliver(@Nullable String recipient, @Nullable String documentNumber) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.DELIVER;
        }
    }

    /** The applicant chooses anew. */
    record ChoosePickUp(PickUp pickUp) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.CHOOSE_PICK_UP;
        }
    }

    /** 撤回, with all members that aren't decided. */
    record Withdraw(@Nullable String reason) implements JointCommand {
        @Override
        public Kind kind() {
            return Kind.WITHDRAW;
        }
    }
}
