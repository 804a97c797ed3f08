package org.onewindow.catalogue;

import org.onewindow.catalogue.store.TestStores;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.TestDivisions;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;

/** The catalogue's doors over a test's database. */
public record TestCatalogue(Divisions divisions, Catalogue catalogue, CatalogueFiling filing) {

    public static TestCatalogue over(TestDatabase database, CentreTime time) {
        Divisions divisions = TestDivisions.over(database);
        FiledCatalogue catalogue = new FiledCatalogue(TestStores.items(database), divisions, time);
        return new TestCatalogue(
                divisions,
                catalogue,
                new StoredFiling(TestStores.items(database), catalogue, divisions, time, database.transactions()));
    }
}
