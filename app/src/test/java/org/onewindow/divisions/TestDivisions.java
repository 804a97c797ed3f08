package org.onewindow.divisions;

import org.onewindow.divisions.store.TestDivisionStore;
import org.onewindow.testing.TestDatabase;

/** The door to the divisions over a test's database. */
public final class TestDivisions {

    private TestDivisions() {}

    public static Divisions over(TestDatabase database) {
        return new StoredDivisions(TestDivisionStore.over(database), database.transactions());
    }
}
