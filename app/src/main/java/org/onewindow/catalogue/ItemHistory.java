package org.onewindow.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onewindow.catalogue.store.ItemStore;
import org.onewindow.catalogue.store.ItemStream;
import org.onewindow.journal.EventTypes;
import org.onewindow.journal.Journal;
import org.onewindow.journal.NewEvent;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.ChangedMeanwhile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes every change of an item into the journal, inside the change's own transaction (C12). */
@Component
class ItemHistory {

    /** One database runs one county's centre. */
    private static final int CENTRE = 1;

    private static final EventTypes<Change> TYPES = new EventTypes<>(
            JsonMapper.shared(),
            Map.of("item.drafted", Change.class, "item.filed", Change.class, "item.retired", Change.class));

    private final ItemStore store;
    private final Journal journal;

    ItemHistory(ItemStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /**
     * The body of {@code item.drafted}, {@code item.filed} and {@code item.retired}.
     *
     * @param from first day in effect, or first day retired; null for a draft
     */
    record Change(String item, int version, @Nullable LocalDate from) {}

    /** Gives an item never heard of before its stream. */
    void open(String item) {
        if (store.streamOf(item).isEmpty()) {
            store.insertItem(item, journal.nextStream());
        }
    }

    void record(Actor by, String item, String type, int version, @Nullable LocalDate from, Instant at) {
        ItemStream stream =
                store.streamOf(item).orElseThrow(() -> Bug.found("an item without a stream of events: " + item));
        NewEvent event = new NewEvent(
                stream.stream(),
                stream.events() + 1,
                type,
                by.userName(),
                by.posts().isEmpty() ? null : by.posts().getFirst().role().name(),
                null,
                at,
                TYPES.write(type, new Change(item, version, from)));
        if (!journal.commit(CENTRE, ItemStore.countEvent(item, stream.events()), List.of(event), null)) {
            throw new ChangedMeanwhile(false, List.of(type));
        }
    }
}
