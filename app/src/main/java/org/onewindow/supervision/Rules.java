package org.onewindow.supervision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onewindow.cases.CentreCalendar;
import org.onewindow.supervision.model.RuleBook;
import org.onewindow.supervision.store.RuleStore;
import org.onewindow.supervision.store.RuleStore.Filed;
import org.springframework.stereotype.Component;

/** The rules in force for our county, kept in memory for as long as nothing new is filed. */
@Component
public class Rules {

    private final RuleStore store;
    private final CentreCalendar calendar;
    private volatile @Nullable Kept kept;

    private record Kept(String region, long revision, RuleBook book, List<Filed> filed) {}

    public Rules(RuleStore store, CentreCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /** Goes up with everything that is filed or ended. */
    public long revision() {
        return store.revision();
    }

    /** Which set is in force when. */
    public RuleBook book() {
        return current().book();
    }

    /** The set in force on a day. */
    public RuleSet on(LocalDate day) {
        return book().on(day);
    }

    /** Which set would be in force when, were one more filed. */
    RuleBook with(RuleSet more) {
        List<RuleSet> all = new java.util.ArrayList<>();
        current().filed().stream()
                .map(Filed::rules)
                .map(filed -> filed.region().equals(more.region()) && filed.isValidOn(more.validFrom())
                        ? filed.until(more.validFrom().minusDays(1))
                        : filed)
                .forEach(all::add);
        all.add(more);
        return new RuleBook(calendar.region(), all);
    }

    /** A set that a card names; the shipped one for a name nobody filed. */
    public RuleSet named(String id) {
        return current().filed().stream()
                .map(Filed::rules)
                .filter(rules -> rules.id().equals(id))
                .findFirst()
                .orElse(RuleSet.SHIPPED);
    }

    /** All that was filed, by region and number. */
    List<Filed> filed() {
        return current().filed();
    }

    private Kept current() {
        Kept known = kept;
        long revision = store.revision();
        String region = calendar.region();
        if (known == null || known.revision() != revision || !known.region().equals(region)) {
            List<Filed> filed = store.all();
            known = new Kept(
                    region,
                    revision,
                    new RuleBook(region, filed.stream().map(Filed::rules).toList()),
                    filed);
            kept = known;
        }
        return known;
    }
}
