package org.onewindow.joint;

import org.onewindow.catalogue.Catalogue;
import org.onewindow.divisions.Divisions;
import org.onewindow.joint.store.JointStore;
import org.onewindow.joint.store.ThemeStore;
import org.onewindow.journal.Journal;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;

/** Parts of the module for tests of those that build on it. */
public final class TestJoint {

    private TestJoint() {}

    public static JointHistories histories(
            TestDatabase database, Journal journal, Catalogue catalogue, Divisions divisions, CentreTime time) {
        Themes themes = new Themes(
                new ThemeStore(database.jdbc()), journal, catalogue, divisions, time, database.transactions());
        return new JointHistories(new JointStore(database.jdbc()), journal, themes, catalogue, time);
    }
}
