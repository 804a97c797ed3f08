package org.onewindow.catalogue.store;

import org.onewindow.testing.TestDatabase;

/** Makes the package's stores for tests of the doors. */
public final class TestStores {

    private TestStores() {}

    public static ItemStore items(TestDatabase database) {
        return new ItemStore(database.jdbc());
    }
}
