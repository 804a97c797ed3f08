package org.onewindow.kernel;

/** Impossible states: always the same prefix, so that a reader of logs can tell a bug from a refusal. */
public final class Bug {

    private Bug() {}

    /** An exception whose message starts with {@code BUG:}. */
    public static IllegalStateException found(String what) {
        return new IllegalStateException("BUG: " + what);
    }

    /** The same, with its cause. */
    public static IllegalStateException found(String what, Throwable cause) {
        return new IllegalStateException("BUG: " + what, cause);
    }
}
