package org.onewindow.clockwork;

import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;

/** How a sweep does what is due where each thing is a transaction of its own. */
public final class OneByOne {

    private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

    private OneByOne() {}

    /**
     * Does one thing after the other. One that fails stays due and is told of; it doesn't keep the others from being done.
     *
     * @param sweep its name, for the log
     * @param work does one; false: nothing was left to do about it
     * @return how many were done
     * @throws RuntimeException where the database can't be reached: nothing else would succeed
     */
    public static <T> int each(String sweep, List<T> due, Predicate<T> work) {
        int done = 0;
        for (T one : due) {
            try {
                done += work.test(one) ? 1 : 0;
            } catch (DataAccessResourceFailureException | TransactionException noDatabase) {
                throw noDatabase;
            } catch (RuntimeException failed) {
                LOG.error("ALARM: {} can't do what is due", sweep, failed);
            }
        }
        return done;
    }
}
