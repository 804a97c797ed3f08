package org.onewindow.joint;

import java.util.Locale;
import java.util.Optional;
import org.onewindow.cases.CaseNumber;
import org.onewindow.kernel.Bug;

/** Numbers of joint applications and project files: a case's number behind a letter, so that nobody takes one for the other (C11). */
final class JointNumber {

    private static final String APPLICATION = "L";
    private static final String PROJECT = "P";

    private JointNumber() {}

    static String of(String caseNumber) {
        return APPLICATION + caseNumber;
    }

    static String ofProject(String caseNumber) {
        return PROJECT + caseNumber;
    }

    /** Reads a number as people type it; empty when it isn't one. */
    static Optional<String> parse(String text) {
        return parse(text, APPLICATION);
    }

    static Optional<String> parseProject(String text) {
        return parse(text, PROJECT);
    }

    /** What stands behind the letter. */
    static CaseNumber plain(String number) {
        return CaseNumber.parse(number.substring(1)).orElseThrow(() -> Bug.found("number " + number));
    }

    private static Optional<String> parse(String text, String letter) {
        String typed = text.strip().toUpperCase(Locale.ROOT);
        return typed.startsWith(letter)
                ? CaseNumber.parse(typed.substring(1)).map(number -> letter + number)
                : Optional.empty();
    }
}
