package org.onewindow.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onewindow.calendar.model.CalendarEdition;
import org.onewindow.calendar.model.NoticeFile;
import org.onewindow.calendar.model.Publication;
import org.onewindow.calendar.model.YearRules;
import org.onewindow.calendar.store.CalendarStore;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.InvalidInput;
import org.onewindow.kernel.NotAllowed;
import org.onewindow.kernel.NotFound;
import org.onewindow.kernel.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the calendars of all regions in memory, as values that are replaced as a whole. Callers never wait for the database:
 * whether another node has imported something is looked up at most every two seconds, beside the calls.
 */
@Service
class StoredCalendars implements Calendars {

    private static final Logger LOG = LoggerFactory.getLogger(StoredCalendars.class);
    private static final long LOOK_AGAIN_NANOS = 2_000_000_000L;

    private final CalendarStore store;
    private final TransactionTemplate transaction;
    private final CentreTime time;
    private final ObjectProvider<CalendarListener> listeners;
    private final ReentrantLock loading = new ReentrantLock();
    private final ReentrantLock looking = new ReentrantLock();
    private volatile @Nullable Picture picture;
    private volatile long lookedAtNanos;

    StoredCalendars(
            CalendarStore store,
            PlatformTransactionManager transactions,
            CentreTime time,
            ObjectProvider<CalendarListener> listeners) {
        this.store = store;
        // On its own: what is kept in memory must not be rolled back with whoever asked first.
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.time = time;
        this.listeners = listeners;
    }

    private record Picture(CalendarStore.Mark mark, Publication publication, Map<String, CalendarEdition> calendars) {}

    @Override
    public WorkingCalendar of(String region) {
        return calendar(picture(), region);
    }

    @Override
    public WorkingCalendar asOf(String region, long edition) {
        return calendar(store.load(edition).calendars(), region);
    }

    @Override
    public WorkingCalendar at(String region, Instant instant) {
        return asOf(region, store.editionAt(instant));
    }

    private static CalendarEdition calendar(Picture now, String region) {
        return calendar(now.calendars(), region);
    }

    private static CalendarEdition calendar(Map<String, CalendarEdition> calendars, String region) {
        CalendarEdition found = calendars.get(region);
        if (found == null && (region.length() == 9 || region.length() == 12)) {
            found = calendars.get(region.substring(0, 6));
        }
        if (found == null) {
            throw new NotFound("a calendar for region " + region);
        }
        return found;
    }

    @Override
    public List<ImportedYear> years(String region) {
        Picture now = picture();
        CalendarEdition calendar = calendar(now, region);
        return now.publication().years().stream()
                .filter(year -> year.region().equals(calendar.region()))
                .sorted(Comparator.comparingInt(Publication.Year::year).reversed())
                .map(year -> imported(year, calendar))
                .toList();
    }

    private static ImportedYear imported(Publication.Year year, WorkingCalendar calendar) {
        return new ImportedYear(
                year.region(),
                year.year(),
                year.edition(),
                year.notice(),
                year.days().size(),
                calendar.workingDaysBetween(LocalDate.of(year.year() - 1, 12, 31), LocalDate.of(year.year(), 12, 31)),
                year.importedBy(),
                year.importedAt());
    }

    @Override
    public void ensureRegion(String region, String name) {
        if (picture().calendars().containsKey(region)) {
            return;
        }
        String parent = COUNTRY;
        for (int digits = 4; digits > 0; digits -= 2) {
            String above = region.substring(0, digits) + "0".repeat(6 - digits);
            if (!above.equals(region) && picture().calendars().containsKey(above)) {
                parent = above;
                break;
            }
        }
        store.addRegion(new Publication.Region(region, parent, name, false));
        reload();
    }

    @Override
    public ImportedYear importYear(String region, int year, String notice, List<SpecialDay> days, Actor by) {
        String code = calendar(picture(), region).region();
        mustKeepCalendars(by);
        transaction.executeWithoutResult(status -> {
            store.lockImports();
            // Judged by what is stored now, not by what this node remembers: imports come one after the other.
            Map<String, CalendarEdition> present = store.load().calendars();
            var wrong = code.equals(COUNTRY)
                    ? YearRules.national(year, days, known(present, COUNTRY))
                    : YearRules.regional(year, days, known(present, COUNTRY));
            if (!wrong.isEmpty()) {
                throw new InvalidInput(wrong);
            }
            store.addYear(code, year, notice, days, by.userName(), time.now());
        });
        reload();
        return years(code).stream()
                .filter(imported -> imported.year() == year)
                .findFirst()
                .orElseThrow(() -> Bug.found("imported year " + year + " isn't there"));
    }

    @Override
    public long changeHours(String region, BusinessHours hours, String notice, Actor by) {
        String code = calendar(picture(), region).region();
        mustKeepCalendars(by);
        if (hours.validFrom().isBefore(time.today())) {
            throw new InvalidInput("/validFrom", "calendar.hours-in-the-past", time.today());
        }
        Long edition = transaction.execute(status -> {
            store.lockImports();
            return store.addHours(code, hours, notice, by.userName(), time.now());
        });
        reload();
        return edition;
    }

    private static void mustKeepCalendars(Actor by) {
        if (!by.has(Role.ADMIN) && !by.has(Role.MANAGER)) {
            throw new NotAllowed("keeping calendars takes an administrator or a manager of the centre");
        }
    }

    private static CalendarEdition known(Map<String, CalendarEdition> calendars, String region) {
        CalendarEdition found = calendars.get(region);
        if (found == null) {
            throw Bug.found("no calendar for region " + region);
        }
        return found;
    }

    /** At start: what was imported while this node was down is announced, and what nobody heard of before a crash. */
    @EventListener(ApplicationReadyEvent.class)
    void announceAll() {
        picture().calendars().forEach((region, calendar) -> announce(region, calendar.edition()));
    }

    private Picture picture() {
        Picture known = picture;
        if (known == null) {
            return load();
        }
        if (System.nanoTime() - lookedAtNanos > LOOK_AGAIN_NANOS && looking.tryLock()) {
            try {
                lookedAtNanos = System.nanoTime();
                Thread.ofPlatform().daemon().name("calendars-look").start(this::lookForImports);
            } finally {
                looking.unlock();
            }
        }
        return known;
    }

    /** Compares this node's picture with the database and takes over what others have imported. */
    void lookForImports() {
        try {
            Picture known = picture;
            if (known == null || !store.mark().equals(known.mark())) {
                reload();
            }
        } catch (DataAccessException unreachable) {
            LOG.warn("Calendars stay as they are, since the database didn't answer: {}", unreachable.getMessage());
        }
    }

    private void reload() {
        Picture before = picture;
        Picture after = load();
        after.calendars().forEach((region, calendar) -> {
            CalendarEdition old = before == null ? null : before.calendars().get(region);
            if (old == null || old.edition() != calendar.edition()) {
                announce(region, calendar.edition());
            }
        });
    }

    private Picture load() {
        loading.lock();
        try {
            lookedAtNanos = System.nanoTime();
            CalendarStore.Mark mark = store.mark();
            if (mark.edition() == 0) {
                loadShippedYears();
                mark = store.mark();
            }
            Publication publication = store.load();
            var loaded = new Picture(mark, publication, publication.calendars());
            picture = loaded;
            return loaded;
        } finally {
            loading.unlock();
        }
    }

    /** The first start on an empty database brings the years the program was shipped with. */
    private void loadShippedYears() {
        transaction.executeWithoutResult(status -> {
            store.lockImports();
            if (store.mark().edition() == 0) {
                NoticeFile.shipped()
                        .forEach((year, days) -> store.addYear(
                                COUNTRY, year, NoticeFile.notice(year), days, Actor.SYSTEM.userName(), time.now()));
            }
        });
    }

    private void announce(String region, long edition) {
        listeners.forEach(listener -> listener.editionChanged(region, edition));
    }
}
