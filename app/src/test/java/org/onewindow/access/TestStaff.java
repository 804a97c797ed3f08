package org.onewindow.access;

import org.onewindow.access.store.TestStaffStore;
import org.onewindow.testing.TestDatabase;

/** Who works here, over a test's database: nobody, until somebody is put in. */
public final class TestStaff {

    private TestStaff() {}

    public static StaffRegister over(TestDatabase database) {
        return new StaffRegister(TestStaffStore.over(database));
    }
}
