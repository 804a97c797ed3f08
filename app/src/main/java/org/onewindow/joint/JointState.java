package org.onewindow.joint;

/** Where a joint application stands (J2). */
public enum JointState {
    /** 收件: the one acceptance is still to come; its clock runs. */
    RECEIVED,
    /** 待补正: the one notice for all members is out. */
    AWAITING_SUPPLEMENT,
    /** 受理: members are worked, or wait for one another. */
    ACCEPTED,
    /** 全部办结: every member has ended. */
    COMPLETED,
    /** 不受理、不予受理. */
    NOT_ACCEPTED,
    /** 撤回. */
    WITHDRAWN;

    /** Whether nothing more will happen to it but delivery. */
    public boolean isEnd() {
        return switch (this) {
            case RECEIVED, AWAITING_SUPPLEMENT, ACCEPTED -> false;
            case COMPLETED, NOT_ACCEPTED, WITHDRAWN -> true;
        };
    }
}
