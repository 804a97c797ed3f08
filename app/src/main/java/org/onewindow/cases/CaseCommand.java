package org.onewindow.cases;

import java.util.Locale;

/** The commands a case knows; the declaration order is the order in which they are offered. */
public enum CaseCommand {
    ACCEPT("C4"),
    REQUEST_SUPPLEMENT("T8"),
    SUPPLEMENT("T8"),
    REFUSE("C4"),
    COMPLETE_STEP("C5"),
    SUSPEND("T6"),
    RESUME("T6"),
    EXTEND("T7"),
    TELL_PARTIES("C7"),
    ANNOUNCE_HEARING("T14"),
    RECORD_HEARING("C7"),
    REVIEW_LEGALITY("C7"),
    DECIDE("C7"),
    FORWARD("T9"),
    RECORD_RESULT("T9"),
    PAY("C6"),
    COMPLETE("C8"),
    DELIVER("C8"),
    CHECK_COMMITMENT("C16"),
    REVOKE("C16"),
    WITHDRAW("C10"),
    TERMINATE("C10"),
    HAND_OVER("C5"),
    NOT_ON_THE_SPOT("C5"),
    REMIND("C10"),
    CORRECT("C12"),
    VOID("C12"),
    CUSTODY("C15"),
    SERVE("C8a");

    private final String rule;

    CaseCommand(String rule) {
        this.rule = rule;
    }

    /** The rule that says when the command is lawful; cited when the state doesn't allow it. */
    public String rule() {
        return rule;
    }

    /** Whether it brings the case nearer to its end in the ordinary course; such a command is offered first. */
    public boolean bringsForward() {
        return switch (this) {
            case ACCEPT,
                    SUPPLEMENT,
                    COMPLETE_STEP,
                    RESUME,
                    TELL_PARTIES,
                    RECORD_HEARING,
                    REVIEW_LEGALITY,
                    DECIDE,
                    FORWARD,
                    RECORD_RESULT,
                    PAY,
                    COMPLETE,
                    DELIVER,
                    CHECK_COMMITMENT -> true;
            case REQUEST_SUPPLEMENT,
                    REFUSE,
                    SUSPEND,
                    EXTEND,
                    ANNOUNCE_HEARING,
                    WITHDRAW,
                    TERMINATE,
                    HAND_OVER,
                    NOT_ON_THE_SPOT,
                    REMIND,
                    CORRECT,
                    VOID,
                    CUSTODY,
                    SERVE,
                    REVOKE -> false;
        };
    }

    /** The word in addresses and answers, e.g. {@code request-supplement}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
