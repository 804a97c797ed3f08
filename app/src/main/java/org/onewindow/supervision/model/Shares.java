package org.onewindow.supervision.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.WorkingCalendar;
import org.onewindow.catalogue.ItemVersion.StepRole;
import org.onewindow.kernel.CentreTime;
import org.onewindow.supervision.Share;
import org.onewindow.supervision.Share.Part;
import org.onewindow.timelimit.ClockFacts;
import org.onewindow.timelimit.Exclusion;
import org.onewindow.timelimit.TimeLimits;

/** Who had the case for how much of a clock's time (S3): working minutes, time taken out left out. Pure. */
public final class Shares {

    /**
     * A stretch during which a step lay with one person or post.
     *
     * @param until null while it still does
     * @param userName who had it; null where nobody has acted yet
     * @param events versions of the events that began and ended it
     */
    public record Turn(
            StepRole role,
            String step,
            Instant from,
            @Nullable Instant until,
            @Nullable String userName,
            List<Integer> events) {}

    private record Who(Part part, @Nullable String userName, String step) {}

    private final WorkingCalendar calendar;
    private final CentreTime time;

    private Shares(WorkingCalendar calendar, CentreTime time) {
        this.calendar = calendar;
        this.time = time;
    }

    /**
     * The shares of a clock's time, in the order in which people came to it.
     *
     * @param turns the case's turns, oldest first
     * @param now until when an open clock is looked at
     */
    public static List<Share> of(
            List<Turn> turns, ClockFacts clock, WorkingCalendar calendar, CentreTime time, Instant now) {
        Shares shares = new Shares(calendar, time);
        Instant stopped = clock.stoppedAt();
        Instant end = stopped == null ? now : stopped;
        Map<Who, Long> minutes = new LinkedHashMap<>();
        Map<Who, TreeSet<Integer>> events = new LinkedHashMap<>();
        for (Turn turn : turns) {
            Instant from = later(turn.from(), clock.startedAt());
            Instant until = turn.until();
            Instant to = until == null || until.isAfter(end) ? end : until;
            if (!from.isBefore(to)) {
                continue;
            }
            Who who = new Who(part(turn.role()), turn.userName(), turn.step());
            minutes.merge(who, shares.minutes(from, to, clock), Long::sum);
            events.computeIfAbsent(who, _ -> new TreeSet<>()).addAll(turn.events());
        }
        long all = minutes.values().stream().mapToLong(Long::longValue).sum();
        List<Share> found = new ArrayList<>();
        minutes.forEach((who, each) -> found.add(new Share(
                who.part(),
                who.userName(),
                who.step(),
                each,
                all == 0 ? 0 : Math.toIntExact(Math.round(each * 100.0 / all)),
                List.copyOf(events.getOrDefault(who, new TreeSet<>())))));
        return found;
    }

    private static Part part(StepRole role) {
        return switch (role) {
            case CLERK, AGENT -> Part.HANDLER;
            case REVIEWER -> Part.REVIEWER;
            case APPROVER -> Part.APPROVER;
            case LEADER -> Part.LEADER;
        };
    }

    private long minutes(Instant from, Instant to, ClockFacts clock) {
        return WorkingMinutes.between(from, to, calendar, time, day -> !isTakenOut(day, clock));
    }

    private boolean isTakenOut(LocalDate day, ClockFacts clock) {
        for (Exclusion exclusion : clock.exclusions()) {
            LocalDate to = exclusion.to();
            LocalDate stated = TimeLimits.statedEnd(exclusion, calendar);
            if (stated != null && (to == null || to.isAfter(stated))) {
                to = stated;
            }
            if (day.isAfter(exclusion.from()) && (to == null || !day.isAfter(to))) {
                return true;
            }
        }
        return false;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
