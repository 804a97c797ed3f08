package org.onewindow.catalogue;

import org.onewindow.catalogue.store.ItemStore;
import org.onewindow.catalogue.store.TestStores;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.TestDivisions;
import org.onewindow.journal.Journal;
import org.onewindow.journal.store.JdbcJournal;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;

/** The catalogue's doors over a test's database. */
public record TestCatalogue(Divisions divisions, Catalogue catalogue, CatalogueFiling filing, Journal journal) {

    public static TestCatalogue over(TestDatabase database, CentreTime time) {
        Divisions divisions = TestDivisions.over(database);
        FiledCatalogue catalogue = new FiledCatalogue(TestStores.items(database), divisions, time);
        Journal journal = new JdbcJournal(database.dataSource(), time, () -> {});
        ItemStore store = TestStores.items(database);
        return new TestCatalogue(
                divisions,
                catalogue,
                new StoredFiling(
                        store, new ItemHistory(store, journal), catalogue, divisions, time, database.transactions()),
                journal);
    }
}
