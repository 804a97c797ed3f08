package org.onewindow.kernel;

import java.io.Serial;

/**
 * A setting the program can't start with. Thrown by the compact constructors of settings records; the program then ends with
 * exit code 2 and the sentence, without a stack trace.
 */
public final class BadSetting extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param sentence names the setting, says what is wrong with the value and what would be right; for the operator, in
     *     English like the logs
     */
    public BadSetting(String sentence) {
        super(sentence);
    }
}
