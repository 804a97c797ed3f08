package org.onewindow.kernel;

/** The caller is known but holds no post that entitles to this (403, C14). */
public final class NotAllowed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotAllowed(String what) {
        super(what, null, false, false);
    }
}
