package org.onewindow.clockwork;

import java.util.Optional;

/** What the database is for. Declared once, when it is set up; a simulation refuses a real centre's (T13). */
public interface DatabasePurpose {

    /** The two kinds there are. */
    enum Purpose {
        /** A real centre, with real people's cases: time can't be driven. */
        REAL,
        /** Made-up people only. */
        DEMONSTRATION
    }

    /** What was declared; empty in a database that nobody has set up yet. */
    Optional<Purpose> find();

    /**
     * Declares it, in the caller's transaction if there is one. The same again changes nothing.
     *
     * @throws IllegalStateException when the other one was declared before
     */
    void declare(Purpose purpose);
}
