package org.onewindow.demonstration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onewindow.access.DemonstrationCounty;
import org.onewindow.access.StaffOffice;
import org.onewindow.calendar.Calendars;
import org.onewindow.catalogue.CatalogueFiling;
import org.onewindow.catalogue.CatalogueTables;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.clockwork.DatabasePurpose;
import org.onewindow.clockwork.DatabasePurpose.Purpose;
import org.onewindow.divisions.CentreLayout;
import org.onewindow.divisions.Division;
import org.onewindow.divisions.Divisions;
import org.onewindow.divisions.Window;
import org.onewindow.joint.Themes;
import org.onewindow.kernel.Actor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the demonstration county into an empty database, before the first request can come in: all of it in one transaction,
 * or nothing. A database that knows a county or anybody who works there is never touched.
 */
@Component
@ConditionalOnProperty(name = "onewindow.setup", havingValue = "false", matchIfMissing = true)
@EnableConfigurationProperties(DemonstrationSettings.class)
class DemonstrationLoader implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationLoader.class);

    private final DemonstrationSettings settings;
    private final DatabasePurpose purpose;
    private final Divisions divisions;
    private final Calendars calendars;
    private final CatalogueFiling filing;
    private final Themes themes;
    private final ObjectProvider<StaffOffice> staffOffice;
    private final TransactionTemplate transaction;

    DemonstrationLoader(
            DemonstrationSettings settings,
            DatabasePurpose purpose,
            Divisions divisions,
            Calendars calendars,
            CatalogueFiling filing,
            Themes themes,
            ObjectProvider<StaffOffice> staffOffice,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.purpose = purpose;
        this.divisions = divisions;
        this.calendars = calendars;
        this.filing = filing;
        this.themes = themes;
        this.staffOffice = staffOffice;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.load() && isEmpty() && purpose.find().orElse(Purpose.DEMONSTRATION) == Purpose.DEMONSTRATION) {
            load();
            LOG.info("Loaded the demonstration county");
        }
    }

    private boolean isEmpty() {
        StaffOffice office = staffOffice.getIfAvailable();
        return divisions.county().isEmpty() && filing.isEmpty() && (office == null || office.isEmpty());
    }

    private void load() {
        CentreLayout layout = DemonstrationData.layout();
        CatalogueTables.Read catalogue = DemonstrationData.catalogue();
        // First, so that nobody asks for the calendar of a county that hasn't one yet.
        layout.divisions().stream()
                .filter(division -> division.level() == Division.Level.COUNTY)
                .forEach(county -> calendars.ensureRegion(county.code(), county.name()));
        transaction.executeWithoutResult(status -> {
            purpose.declare(Purpose.DEMONSTRATION);
            divisions.load(layout);
            filing.fileAll(
                    Actor.SYSTEM,
                    catalogue.items(),
                    catalogue.windowItems(),
                    catalogue.retired(),
                    DemonstrationData.themes());
            themes.fileAll(DemonstrationThemes.read(catalogue.items()));
            staffOffice.ifAvailable(office -> office.takeOnDemonstrationStaff(staffedBy(layout, catalogue)));
        });
    }

    /** What the demonstration's users are made from: who sits where, and with which items. */
    private static DemonstrationCounty staffedBy(CentreLayout layout, CatalogueTables.Read catalogue) {
        Map<String, List<String>> windowItems = catalogue.windowItems();
        Set<String> retired = catalogue.retired();
        return new DemonstrationCounty(
                layout.windows().stream()
                        .map(window -> new DemonstrationCounty.Window(
                                window.number(),
                                window.kind() == Window.Kind.CHARGING,
                                inEffect(catalogue.items().stream(), retired)
                                        .filter(code -> windowItems
                                                .getOrDefault(code, List.of())
                                                .contains(window.number()))
                                        .toList()))
                        .toList(),
                layout.departments().stream()
                        .map(department -> new DemonstrationCounty.Department(
                                department.code(),
                                department.shortName(),
                                inEffect(
                                                catalogue.items().stream()
                                                        .filter(item -> item.departmentCode()
                                                                .equals(department.code())),
                                                retired)
                                        .toList()))
                        .toList(),
                layout.divisions().stream()
                        .filter(division -> division.level() != Division.Level.COUNTY)
                        .map(division -> new DemonstrationCounty.Division(division.code(), division.name()))
                        .toList());
    }

    private static Stream<String> inEffect(Stream<ItemVersion> items, Set<String> retired) {
        return items.map(ItemVersion::code).filter(code -> !retired.contains(code));
    }
}
