package org.onewindow.cases;

/** Where a case stands (section 3 of the domain). */
public enum CaseState {
    /** 等待前序: taken in as a member of a joint application, which isn't accepted yet or has members to end first (J1, J2). */
    WAITING,
    /** 收件: papers are in, the acceptance clock runs. */
    RECEIVED,
    /** 待补正: the one-time notice is out. */
    AWAITING_SUPPLEMENT,
    /** 受理: accepted, the steps are being worked. */
    ACCEPTED,
    /** 特别程序中: a special procedure runs. */
    SUSPENDED,
    /** 已转报: examined here, being decided above (T9). */
    FORWARDED,
    /** 已决定: decided, not yet completed. */
    DECIDED,
    /** 办结: the result is ready and told. */
    COMPLETED,
    /** 已送达. */
    DELIVERED,
    /** 不受理、不予受理, or papers returned under the RETURN rule. */
    NOT_ACCEPTED,
    /** 撤回. */
    WITHDRAWN,
    /** 终止, among them 补正不来办结. */
    TERMINATED,
    /** 作废: received by mistake or twice. */
    VOID;

    /** Whether nothing more is owed to the applicant in this state. */
    public boolean isEnd() {
        return switch (this) {
            case WAITING, RECEIVED, AWAITING_SUPPLEMENT, ACCEPTED, SUSPENDED, FORWARDED, DECIDED, COMPLETED -> false;
            case DELIVERED, NOT_ACCEPTED, WITHDRAWN, TERMINATED, VOID -> true;
        };
    }
}
