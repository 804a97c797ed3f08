package org.onewindow.divisions.store;

import org.onewindow.testing.TestDatabase;

/** Makes the package's store for tests of the door. */
public final class TestDivisionStore {

    private TestDivisionStore() {}

    public static DivisionStore over(TestDatabase database) {
        return new DivisionStore(database.jdbc());
    }
}
