package org.onewindow.postgres;

import java.io.Serial;

/** The database can't be brought up or isn't fit to be trusted; the message is one sentence for whoever runs the program. */
public final class DatabaseFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String sentence) {
        super(sentence);
    }

    public DatabaseFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
