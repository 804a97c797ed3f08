package org.onewindow.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.onewindow.catalogue.AnItem;
import org.onewindow.catalogue.ItemVersion;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Post;
import org.onewindow.kernel.Role;
import org.onewindow.testing.TestDatabase;

/** A catalogue is read by every window and every follower all day, also in the instant in which it changes. */
class FilingWhileReadTest {

    private static final Instant TUE_2026_02_10 = Instant.parse("2026-02-10T01:00:00Z");
    private static final int FILED = 12;

    /** A reader that began before the change may be as late as this. */
    private static final long WATCHED_NANOS = 60_000_000;

    private static final Actor MANAGER =
            new Actor(Actor.Kind.STAFF, "manager", "中心管理员", List.of(new Post(Role.MANAGER, null, null, null)));

    @Test
    void K9_whoever_filed_an_item_finds_it_in_the_next_instant_however_many_read_the_catalogue_meanwhile() {
        AtomicBoolean done = new AtomicBoolean();
        try (TestDatabase database = TestDatabase.fresh();
                ExecutorService readers = Executors.newFixedThreadPool(3)) {
            LoadedDemonstration county = LoadedDemonstration.in(database, Clock.fixed(TUE_2026_02_10, ZoneOffset.UTC));
            for (int i = 0; i < 3; i++) {
                readers.execute(() -> {
                    while (!done.get()) {
                        county.catalogue().inEffect("SF0101009");
                    }
                });
            }
            List<String> lost = new ArrayList<>();
            try {
                for (int i = 0; i < FILED; i++) {
                    String code = "NEW" + i;
                    ItemVersion item = AnItem.anItem()
                            .with(one -> {
                                one.code = code;
                                one.name = "新事项" + code;
                            })
                            .build();
                    county.filing().draft(MANAGER, item, List.of("A03"));
                    county.filing().file(MANAGER, code, 1, null);
                    long until = System.nanoTime() + WATCHED_NANOS;
                    while (System.nanoTime() < until) {
                        if (county.catalogue().inEffect(code).isEmpty()) {
                            lost.add(code);
                            break;
                        }
                    }
                }
            } finally {
                done.set(true);
            }
            assertThat(lost).isEmpty();
        }
    }
}
