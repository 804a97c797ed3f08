package org.onewindow.cases.store;

import org.onewindow.testing.TestDatabase;

/** The store of cases over a test's database. */
public final class TestCaseStore {

    private TestCaseStore() {}

    public static CaseStore over(TestDatabase database) {
        return new CaseStore(database.jdbc());
    }
}
