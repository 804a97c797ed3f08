package org.onewindow.cases.model;

import static org.onewindow.cases.CaseCommand.ACCEPT;
import static org.onewindow.cases.CaseCommand.ANNOUNCE_HEARING;
import static org.onewindow.cases.CaseCommand.CHECK_COMMITMENT;
import static org.onewindow.cases.CaseCommand.COMPLETE;
import static org.onewindow.cases.CaseCommand.COMPLETE_STEP;
import static org.onewindow.cases.CaseCommand.CORRECT;
import static org.onewindow.cases.CaseCommand.CUSTODY;
import static org.onewindow.cases.CaseCommand.DECIDE;
import static org.onewindow.cases.CaseCommand.DELIVER;
import static org.onewindow.cases.CaseCommand.EXTEND;
import static org.onewindow.cases.CaseCommand.FORWARD;
import static org.onewindow.cases.CaseCommand.HAND_OVER;
import static org.onewindow.cases.CaseCommand.NOT_ON_THE_SPOT;
import static org.onewindow.cases.CaseCommand.PAY;
import static org.onewindow.cases.CaseCommand.RECORD_HEARING;
import static org.onewindow.cases.CaseCommand.RECORD_RESULT;
import static org.onewindow.cases.CaseCommand.REFUSE;
import static org.onewindow.cases.CaseCommand.REMIND;
import static org.onewindow.cases.CaseCommand.REQUEST_SUPPLEMENT;
import static org.onewindow.cases.CaseCommand.RESUME;
import static org.onewindow.cases.CaseCommand.REVIEW_LEGALITY;
import static org.onewindow.cases.CaseCommand.REVOKE;
import static org.onewindow.cases.CaseCommand.SERVE;
import static org.onewindow.cases.CaseCommand.SUPPLEMENT;
import static org.onewindow.cases.CaseCommand.SUSPEND;
import static org.onewindow.cases.CaseCommand.TELL_PARTIES;
import static org.onewindow.cases.CaseCommand.TERMINATE;
import static org.onewindow.cases.CaseCommand.VOID;
import static org.onewindow.cases.CaseCommand.WITHDRAW;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.onewindow.cases.CaseCommand;
import org.onewindow.cases.CaseState;

/**
 * The lifecycle as one table (section 3 of the domain): which commands a state knows, and which kinds of post give them.
 * Drawn into docs/generated/lifecycle.md. What else must be true for a command is in {@link CaseRules}.
 */
public final class Lifecycle {

    /** Kinds of post, as seen from a case. */
    public enum Giver {
        /** A clerk at the window that holds the case, or the agent at its station. */
        CLERK,
        /** Whoever the step's role names. */
        STEP_ROLE,
        /** A reviewer of the item's department. */
        REVIEWER,
        /** An approver of the item's department. */
        APPROVER,
        /** The head of the item's department. */
        HEAD,
        /** A cashier. */
        CASHIER,
        /** Whoever holds the case. */
        HOLDER
    }

    private static final Set<CaseCommand> ALWAYS = EnumSet.of(CORRECT, VOID, CUSTODY, SERVE);
    private static final Set<CaseCommand> WHILE_OPEN = EnumSet.of(WITHDRAW, TERMINATE, HAND_OVER);

    private static final Map<CaseState, Set<CaseCommand>> TABLE = table();
    private static final Map<CaseCommand, Set<Giver>> GIVERS = givers();

    private Lifecycle() {}

    /** The commands a state knows, in the order in which they are offered. */
    public static Set<CaseCommand> commands(CaseState state) {
        return TABLE.getOrDefault(state, Set.of());
    }

    /** Whether a state knows a command. */
    public static boolean knows(CaseState state, CaseCommand command) {
        return commands(state).contains(command);
    }

    /** The kinds of post that give a command. */
    public static Set<Giver> givers(CaseCommand command) {
        return GIVERS.getOrDefault(command, Set.of());
    }

    private static Map<CaseState, Set<CaseCommand>> table() {
        Map<CaseState, Set<CaseCommand>> table = new EnumMap<>(CaseState.class);
        // A member of a joint application: accepted with the whole, or once what comes before it has ended (J1, J2).
        put(table, CaseState.WAITING, true);
        put(table, CaseState.RECEIVED, true, ACCEPT, REQUEST_SUPPLEMENT, REFUSE, NOT_ON_THE_SPOT);
        put(table, CaseState.AWAITING_SUPPLEMENT, true, SUPPLEMENT, NOT_ON_THE_SPOT, REMIND);
        // A document to follow comes in as a supplement while the case is worked (C16).
        put(
                table,
                CaseState.ACCEPTED,
                true,
                SUPPLEMENT,
                COMPLETE_STEP,
                SUSPEND,
                RESUME,
                EXTEND,
                TELL_PARTIES,
                ANNOUNCE_HEARING,
                RECORD_HEARING,
                REVIEW_LEGALITY,
                DECIDE,
                FORWARD,
                NOT_ON_THE_SPOT,
                REMIND);
        put(
                table,
                CaseState.SUSPENDED,
                true,
                SUPPLEMENT,
                SUSPEND,
                RESUME,
                EXTEND,
                TELL_PARTIES,
                ANNOUNCE_HEARING,
                RECORD_HEARING,
                NOT_ON_THE_SPOT,
                REMIND);
        put(table, CaseState.FORWARDED, true, RECORD_RESULT, NOT_ON_THE_SPOT);
        // So it does after the decision, where the grant could come first.
        // What was granted on a commitment is checked then, and revoked if it proves false (C16).
        put(
                table,
                CaseState.DECIDED,
                false,
                SUPPLEMENT,
                PAY,
                COMPLETE,
                NOT_ON_THE_SPOT,
                REMIND,
                CHECK_COMMITMENT,
                REVOKE);
        put(table, CaseState.COMPLETED, false, SUPPLEMENT, DELIVER, NOT_ON_THE_SPOT, REMIND, CHECK_COMMITMENT, REVOKE);
        put(table, CaseState.DELIVERED, false, SUPPLEMENT, CHECK_COMMITMENT, REVOKE);
        put(table, CaseState.NOT_ACCEPTED, false);
        put(table, CaseState.WITHDRAWN, false);
        put(table, CaseState.TERMINATED, false);
        put(table, CaseState.VOID, false);
        return table;
    }

    private static void put(
            Map<CaseState, Set<CaseCommand>> table, CaseState state, boolean open, CaseCommand... commands) {
        EnumSet<CaseCommand> known = EnumSet.noneOf(CaseCommand.class);
        Collections.addAll(known, commands);
        known.addAll(ALWAYS);
        if (open) {
            known.addAll(WHILE_OPEN);
        }
        table.put(state, Collections.unmodifiableSet(known));
    }

    private static Map<CaseCommand, Set<Giver>> givers() {
        Map<CaseCommand, Set<Giver>> givers = new EnumMap<>(CaseCommand.class);
        for (CaseCommand command : CaseCommand.values()) {
            givers.put(
                    command,
                    switch (command) {
                        case ACCEPT -> EnumSet.of(Giver.STEP_ROLE, Giver.CLERK);
                        // Only a chief representative may authorise new points (C3).
                        case REQUEST_SUPPLEMENT -> EnumSet.of(Giver.CLERK, Giver.APPROVER);
                        case SUPPLEMENT, REFUSE, COMPLETE, DELIVER, WITHDRAW, NOT_ON_THE_SPOT, REMIND, CUSTODY, SERVE ->
                            EnumSet.of(Giver.CLERK);
                        case COMPLETE_STEP, DECIDE -> EnumSet.of(Giver.STEP_ROLE);
                        case SUSPEND,
                                RESUME,
                                RECORD_RESULT,
                                TELL_PARTIES,
                                ANNOUNCE_HEARING,
                                RECORD_HEARING,
                                CHECK_COMMITMENT -> EnumSet.of(Giver.REVIEWER);
                        case REVIEW_LEGALITY -> EnumSet.of(Giver.REVIEWER, Giver.HEAD);
                        case EXTEND -> EnumSet.of(Giver.HEAD);
                        case FORWARD, TERMINATE, CORRECT, VOID, REVOKE -> EnumSet.of(Giver.APPROVER);
                        case PAY -> EnumSet.of(Giver.CASHIER);
                        case HAND_OVER -> EnumSet.of(Giver.HOLDER);
                    });
        }
        return givers;
    }
}
