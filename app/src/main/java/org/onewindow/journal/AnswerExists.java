package org.onewindow.journal;

/** A twin of this request was answered meanwhile; its answer is to be given again. */
public final class AnswerExists extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AnswerExists() {
        super("answered meanwhile", null, false, false);
    }
}
