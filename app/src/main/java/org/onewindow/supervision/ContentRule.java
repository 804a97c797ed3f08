package org.onewindow.supervision;

/**
 * What supervision finds in acts rather than in time (S1): for acts that reach the record although no command lets them pass (by
 * correction, import, paper fallback or file review), and for the two lawful acts that are watched: authorised new points and
 * silence where a reply is due.
 */
public enum ContentRule {
    /** Authorised new points in a later notice. */
    NEW_POINTS("C3"),
    /** Asked for papers that the version doesn't list. */
    UNLISTED_MATERIAL("K6"),
    /** A fee that the version doesn't publish, or at another price. */
    WRONG_FEE("C6"),
    /** A decision outside filed authority. */
    WITHOUT_AUTHORITY("K10"),
    /** Not accepted without a reason or its legal basis. */
    REFUSED_ACCEPTANCE_UNREASONED("C4"),
    /** Refused without a reason. */
    REFUSED_UNREASONED("C7"),
    /** An explanation, order or assigned task that wasn't answered in time. */
    UNANSWERED("S5"),
    /** A member of a joint application eats its slack. */
    SLACK_EATEN("J3"),
    /** A member of a joint application is so late that the whole will be. */
    WHOLE_LATE("J3"),
    /** A body gave no opinion in time, and the theme doesn't say that silence agrees. */
    OPINION_MISSED("J4");

    private final String rule;

    ContentRule(String rule) {
        this.rule = rule;
    }

    /** The rule's id in the domain. */
    public String rule() {
        return rule;
    }
}
