package org.onewindow.calendar.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.BusinessHours;
import org.onewindow.calendar.SpecialDay;
import org.onewindow.kernel.Bug;

/**
 * Everything published up to a moment: regions, years, business hours. Makes the calendar of each region from it: the national
 * years, then the days of the regions on the way down to it, each later one on top of the earlier.
 *
 * @param regions all regions, the country among them
 * @param years the edition that counts for each region and year
 * @param hours all business hours, oldest edition first
 */
public record Publication(List<Region> regions, List<Year> years, List<Hours> hours) {

    /** The code of the country, on which every region's calendar rests. */
    public static final String COUNTRY = "CN";

    /**
     * A region with a calendar.
     *
     * @param code {@code CN} or the six digits of GB/T 2260
     * @param parent where it takes its calendar from; null for the country
     * @param name its name
     * @param yearlyDays whether it adds days of its own every year, so that a year is final only with them
     */
    public record Region(String code, @Nullable String parent, String name, boolean yearlyDays) {}

    /**
     * One year of one region, as imported.
     *
     * @param edition its number
     * @param notice the document that says so
     */
    public record Year(
            long edition,
            String region,
            int year,
            String notice,
            String importedBy,
            Instant importedAt,
            List<SpecialDay> days) {

        public Year {
            days = List.copyOf(days);
        }
    }

    /** Business hours of one region, as imported. */
    public record Hours(long edition, String region, BusinessHours hours) {}

    public Publication {
        regions = List.copyOf(regions);
        years = List.copyOf(years);
        hours = List.copyOf(hours);
    }

    /** The calendar of every region, by its code. */
    public Map<String, CalendarEdition> calendars() {
        Map<String, Region> byCode = regions.stream().collect(Collectors.toMap(Region::code, Function.identity()));
        Map<String, TreeMap<Integer, Year>> yearsOf = new HashMap<>();
        years.forEach(year ->
                yearsOf.computeIfAbsent(year.region(), code -> new TreeMap<>()).put(year.year(), year));
        var calendars = new LinkedHashMap<String, CalendarEdition>();
        regions.forEach(region -> calendars.put(region.code(), calendar(path(region, byCode), yearsOf)));
        return Collections.unmodifiableMap(calendars);
    }

    /** From the country down to a region. */
    private static List<Region> path(Region region, Map<String, Region> byCode) {
        var path = new ArrayList<Region>();
        for (Region step = region; step != null; step = step.parent() == null ? null : byCode.get(step.parent())) {
            path.addFirst(step);
            if (path.size() > byCode.size()) {
                throw Bug.found("region " + region.code() + " is its own ancestor");
            }
        }
        return path;
    }

    private CalendarEdition calendar(List<Region> path, Map<String, TreeMap<Integer, Year>> yearsOf) {
        long edition = 0;
        // No year at all: a span that is empty, so that everything is provisional.
        int first = 2001;
        int last = 2000;
        var national = new ArrayList<SpecialDay>();
        var regional = new ArrayList<SpecialDay>();
        var valid = new TreeMap<LocalDate, BusinessHours>();
        for (Region region : path) {
            TreeMap<Integer, Year> imported = yearsOf.getOrDefault(region.code(), new TreeMap<>());
            boolean country = region.code().equals(COUNTRY);
            for (Year year : imported.values()) {
                (country ? national : regional).addAll(year.days());
                edition = Math.max(edition, year.edition());
            }
            if (country && !imported.isEmpty()) {
                first = imported.firstKey();
                last = lastWithoutGap(imported);
            } else if (region.yearlyDays()) {
                first = imported.isEmpty() ? last + 1 : Math.max(first, imported.firstKey());
                last = imported.isEmpty() ? last : Math.min(last, lastWithoutGap(imported));
            }
            edition = Math.max(edition, putHours(region, valid));
        }
        return new CalendarEdition(
                path.getLast().code(), edition, first, last, national, regional, List.copyOf(valid.values()));
    }

    private static int lastWithoutGap(TreeMap<Integer, Year> imported) {
        int last = imported.firstKey();
        while (imported.containsKey(last + 1)) {
            last++;
        }
        return last;
    }

    /** Lays a region's hours over those of its ancestors: from its first day on only its own are valid. */
    private long putHours(Region region, TreeMap<LocalDate, BusinessHours> valid) {
        long edition = 0;
        var own = new TreeMap<LocalDate, BusinessHours>();
        for (Hours entry : hours) {
            if (entry.region().equals(region.code())) {
                own.put(entry.hours().validFrom(), entry.hours());
                edition = Math.max(edition, entry.edition());
            }
        }
        if (!own.isEmpty()) {
            valid.tailMap(own.firstKey(), true).clear();
            valid.putAll(own);
        }
        return edition;
    }
}
