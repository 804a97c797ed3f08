package org.onewindow.demonstration;

import java.time.Clock;
import java.time.ZoneId;
import org.onewindow.catalogue.Catalogue;
import org.onewindow.catalogue.CatalogueFiling;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.TestCatalogue;
import org.onewindow.divisions.Divisions;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.CentreTime;
import org.onewindow.testing.TestDatabase;

/**
 * The demonstration county in a test's database, without the rest of the program: real stores, real rules.
 *
 * <p>{@code LoadedDemonstration county = LoadedDemonstration.in(database, clock);}
 */
public record LoadedDemonstration(Divisions divisions, Catalogue catalogue, CatalogueFiling filing, CentreTime time) {

    /** Loads it; the catalogue is in effect from the clock's present day on. */
    public static LoadedDemonstration in(TestDatabase database, Clock clock) {
        LoadedDemonstration county = empty(database, clock);
        CatalogueTables.Read tables = DemonstrationData.catalogue();
        county.divisions().load(DemonstrationData.layout());
        county.filing()
                .fileAll(
                        Actor.SYSTEM,
                        tables.items(),
                        tables.windowItems(),
                        tables.retired(),
                        DemonstrationData.themes());
        return county;
    }

    /** The same doors over a database in which nothing is. */
    public static LoadedDemonstration empty(TestDatabase database, Clock clock) {
        CentreTime time = new CentreTime(clock, ZoneId.of("Asia/Shanghai"));
        TestCatalogue doors = TestCatalogue.over(database, time);
        return new LoadedDemonstration(doors.divisions(), doors.catalogue(), doors.filing(), time);
    }
}
