package org.onewindow.access.store;

import org.onewindow.testing.TestDatabase;

/** The store of staff over a test's database. */
public final class TestStaffStore {

    private TestStaffStore() {}

    public static StaffStore over(TestDatabase database) {
        return new StaffStore(database.jdbc());
    }
}
